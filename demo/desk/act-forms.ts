import { html } from 'lit'
import type { TemplateResult } from 'lit'
import type { Fact } from '../../src/index.js'
import type { DeskStanding } from '../server/desk-ticket.js'
import type { Act } from './acting.js'
import { choice, field, longField, tick } from './act-fields.js'
import { extras, listPrice, methods, nameOf } from './words.js'

/** What was typed into a form, by the fields' names. */
export type Typed = (name: string) => string

/** One thing that an engineer can write on a ticket. */
export interface ActForm {
  readonly id: string
  /** What it is called, and what its button does. */
  readonly label: string
  readonly button: string
  readonly fields: TemplateResult
  readonly act: (typed: Typed) => Act
}

const WAITING = 'waiting-for-customer'

/** The forms that fit where a request stands, in the order of the work. */
export function actForms(standing: DeskStanding): readonly ActForm[] {
  const { phase, accessEvent } = standing
  if (phase === 'done' || phase === 'declined') return [message]
  const isVerified = phase === 'working' || standing.waitedIn?.phase === 'working'
  const canWait = phase !== 'waiting'
  const isInHand = ['sealed', 'opened'].includes(accessEvent ?? '')
  return [
    ...(isVerified ? [method(standing), effort] : []),
    question(canWait),
    message,
    nextUpdate,
    raise(canWait),
    unavailable,
    ...(isInHand ? [noLogin(canWait && needsLogin(standing))] : []),
    ...(isVerified ? [escalate, done(standing)] : []),
    decline,
  ]
}

const said = (kind: 'message' | 'question', text: string): Fact => ({ kind, text, format: 'text', files: [] })

/** Then the work waits, where that is asked and ticked. */
const waitingIf = (typed: Typed): readonly Fact[] =>
  typed('waits') === '' ? [] : [{ kind: 'stage', stage: WAITING }]

const because = (reason: string) => (reason.trim() === '' ? {} : { reason })

const waits = (on: boolean) => tick('waits', 'The work waits for the answer', on)

function method({ allowed, method }: DeskStanding): ActForm {
  const isAllowed = (id: string) => allowed.includes(id)
  const others = methods.filter(({ id }) => !isAllowed(id)).map(({ id }) => nameOf('method', id))
  return {
    id: 'method',
    label: 'Method',
    button: 'Choose the method',
    fields: html`
      ${choice(
        'method',
        'Access method',
        methods.map(({ id }) => [id, `${nameOf('method', id)}${isAllowed(id) ? '' : ' (not authorized)'}`]),
        method?.method,
      )}
      ${
        others.length === 0
          ? ''
          : html`<p class="verdict warn">
              <strong>Not authorized:</strong> ${others.join(', ')}. If you choose one all the same, the
              customer is told that it goes beyond the authorization: ask first.
            </p>`
      }
      ${field('reason', 'Reason, as the customer will read it', { required: true })}
    `,
    act: typed => ({ say: [{ kind: 'method', method: typed('method'), reason: typed('reason') }] }),
  }
}

const effort: ActForm = {
  id: 'effort',
  label: 'Standard or complex',
  button: 'Say how much work it is',
  fields: html`
    ${choice('effort', 'Work', [
      ['standard', 'Standard'],
      ['complex', 'Complex'],
    ])}
    ${field('reason', 'Reason (optional)')}
  `,
  act: typed => ({
    say: [
      {
        kind: 'effort',
        effort: typed('effort') === 'complex' ? 'complex' : 'standard',
        ...because(typed('reason')),
      },
    ],
  }),
}

function question(canWait: boolean): ActForm {
  return {
    id: 'question',
    label: 'Ask a question',
    button: 'Ask the customer',
    fields: html`${longField('text', 'Question')} ${canWait ? waits(true) : ''}`,
    act: typed => ({ say: [said('question', typed('text')), ...waitingIf(typed)] }),
  }
}

const message: ActForm = {
  id: 'message',
  label: 'Message',
  button: 'Send the message',
  fields: longField('text', 'Message to the customer'),
  act: typed => ({ say: [said('message', typed('text'))] }),
}

const nextUpdate: ActForm = {
  id: 'next-update',
  label: 'Next update by',
  button: 'Promise the update',
  fields: field('until', 'Next update by (your time)', { type: 'datetime-local', required: true }),
  act: typed => ({ say: [{ kind: 'promise', until: new Date(typed('until')).getTime() }] }),
}

function raise(canWait: boolean): ActForm {
  return {
    id: 'raise',
    label: 'Raise an extra',
    button: 'Offer at this price',
    fields: html`
      ${choice(
        'extra',
        'Additional service',
        extras.map(({ id }) => [id, `${nameOf('extra', id)}: ${listPrice(id) ?? 'no price in the list'}`]),
        undefined,
        extras.map(({ id }) => id).filter(id => listPrice(id) === undefined),
      )}
      ${field('quantity', 'Quantity: pieces, or started units of time', { type: 'number', required: true, value: '1' })}
      <div class="net">${field('net', 'Net price in EUR: the list has none')}</div>
      ${canWait ? waits(false) : ''}
    `,
    act: typed => ({
      offer: {
        extra: typed('extra'),
        quantity: typed('quantity'),
        waits: typed('waits') !== '',
        ...(listPrice(typed('extra')) === undefined &&
          typed('net').trim() !== '' && { net: decimal(typed('net')) }),
      },
    }),
  }
}

/** An amount as it is typed in Poland or elsewhere, "149,5" or "149", as the backend reads it. */
function decimal(typed: string): string {
  const [whole = '', part = '', ...more] = typed.trim().split(/[.,]/)
  return more.length > 0 ? typed : `${whole}.${part.padEnd(2, '0')}`
}

const unavailable: ActForm = {
  id: 'unavailable',
  label: 'Extra isn’t available',
  button: 'Say that it isn’t available',
  fields: html`
    ${choice(
      'extra',
      'Additional service that can’t be had',
      extras.map(({ id }) => [id, nameOf('extra', id)]),
    )}
    ${field('reason', 'Reason (optional)')}
    <p class="hint">The rest of the request goes on.</p>
  `,
  act: typed => ({
    say: [{ kind: 'extra', extra: typed('extra'), state: 'unavailable', ...because(typed('reason')) }],
  }),
}

/** Work by a method that needs no login details waits for none. */
function needsLogin({ method }: DeskStanding): boolean {
  return methods.find(({ id }) => id === method?.method)?.credentials !== 'not-needed'
}

function noLogin(canWait: boolean): ActForm {
  return {
    id: 'no-login',
    label: 'Login details don’t work',
    button: 'Ask for new ones',
    fields: html`
      ${field('role', 'Your role, as the customer reads it', { required: true, value: 'on-call engineer' })}
      ${canWait ? waits(true) : ''}
    `,
    act: typed => ({ say: [{ kind: 'access', event: 'refused', role: typed('role') }, ...waitingIf(typed)] }),
  }
}

const escalate: ActForm = {
  id: 'escalate',
  label: 'Escalate: hardware fault',
  button: 'Hand it over',
  fields: field('reason', 'What is broken, as the customer will read it', { required: true }),
  act: typed => ({ say: [{ kind: 'stage', stage: 'escalated', reason: typed('reason') }] }),
}

const decline: ActForm = {
  id: 'decline',
  label: 'Decline the request',
  button: 'Decline',
  fields: field('reason', 'Reason for declining, as the customer will read it', { required: true }),
  act: typed => ({ say: [{ kind: 'stage', stage: 'declined', reason: typed('reason') }] }),
}

function done({ method }: DeskStanding): ActForm {
  return {
    id: 'done',
    label: 'Done: write the summary',
    button: 'End the request as done',
    fields: html`
      ${longField('text', 'All that was done')}
      ${choice(
        'method',
        'Method used',
        methods.map(({ id }) => [id, nameOf('method', id)]),
        method?.method,
      )}
      ${longField('changes', 'What is different on the server now', false)}
      ${tick('new', 'New login details were made: they are in the customer’s account')}
      ${tick('passwords', 'Advise to change passwords')}
      <p class="hint">The login details that came with the request are destroyed then.</p>
    `,
    act: typed => ({
      say: [
        {
          ...{ kind: 'summary', text: typed('text'), format: 'text', files: [], method: typed('method') },
          ...(typed('changes').trim() !== '' && { changes: typed('changes') }),
          newCredentials: typed('new') !== '',
          changePasswords: typed('passwords') !== '',
        },
        { kind: 'stage', stage: 'done' },
      ],
    }),
  }
}
