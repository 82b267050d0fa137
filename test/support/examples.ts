import {
  chosenServer,
  composeRequest,
  emptyDraft,
  introserv,
  type Context,
  type Draft,
  type Facts,
  type Filing,
} from '../../src/index.js'

/** A recipient whose private key is known to nobody: for tests that never open what they seal. */
export const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

/** A customer with two servers, who owns the account. */
export function context(changes: Partial<Context> = {}): Context {
  return {
    now: Date.now(),
    account: { id: 'acc-1', name: 'Anna Kowalska', owner: true },
    services: [
      {
        id: 'srv-1',
        name: 'web-1',
        addresses: ['185.12.4.7'],
        serverType: 'dedicated',
        options: { ipKvm: true },
        operatingSystem: 'Debian 12',
      },
      { id: 'srv-2', name: 'shop', addresses: ['2001:db8::7'], serverType: 'unknown' },
    ],
    recipients: [{ id: 'team', recipient, label: 'Support team' }],
    ...changes,
  }
}

/** What a draft is checked against. */
export function facts(changes: Partial<Facts> = {}): Facts {
  return { context: context(), policy: introserv, secret: 'given', ...changes }
}

/** A draft that lacks nothing. */
export function completeDraft(changes: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft(context(), introserv),
    serverFrom: 'list',
    serviceId: 'srv-1',
    tasks: ['remote-access-restore'],
    problem: 'SSH does not answer since the update.',
    action: 'Make SSH work again.',
    access: 'account',
    username: 'root',
    duties: introserv.duties.map(({ id }) => ({ id, text: `I take care of ${id}.` })),
    agreed: { language: 'en', text: 'I authorize.' },
    ...changes,
  }
}

/** A request as the form makes it at a time, by both clocks, in epoch milliseconds. */
export async function composedFiling(draft: Draft, against: Facts, now: number): Promise<Filing> {
  const server = chosenServer(draft, against.context, against.policy)
  if (!server.ok) throw new Error(server.error)
  const composed = await composeRequest({
    draft,
    facts: against,
    server: server.value,
    shown: { language: 'en', text: 'I authorize.' },
    moment: { key: 'request-key', clientTime: now, serverTime: now },
    language: 'en',
    secret: { value: 'kanarek', passphrase: '' },
    text: () => 'text',
  })
  if (!composed.ok) throw new Error(composed.error)
  return composed.value.attempt.filing
}
