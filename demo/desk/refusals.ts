import type { DeskRefusal } from '../server/desk-rules.js'

/** Why the backend didn't take what an engineer said, and what to do. */
export const REFUSALS: Readonly<Record<DeskRefusal, string>> = {
  'already-so': 'This is so already: there is nothing to write.',
  ended: 'The request has ended: only a message can be written now.',
  'no-amount': 'Net price: type an amount in EUR, for example 149.50.',
  'no-login': 'There are no login details that could be refused.',
  'no-method': 'Choose the access method first, with the reason.',
  'no-price': 'The list has no price for this service: type the net price.',
  'no-reason': 'Give the reason: the customer reads it.',
  'no-summary': 'Write the summary first: the customer needs it.',
  'no-text': 'Write something, up to 20,000 characters.',
  'not-taken': 'Take the request first.',
  'not-verified': 'Verify ownership and authorization first.',
  'not-yours': 'An engineer can’t say this.',
  'nothing-asked': 'Ask something first: the customer must know what the work waits for.',
  'out-of-time': 'Give a time that is still to come, within 30 days.',
  'unknown-id': 'Nordhost doesn’t have this. Choose another one.',
}
