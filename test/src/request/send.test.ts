import { expect } from 'chai'
import {
  AdapterFault,
  lookUp,
  send,
  type Attempt,
  type Capabilities,
  type FaultCode,
  type FaultDetail,
  type Filed,
  type InterventionAdapter,
} from '../../../src/index.js'
import { memoryAdapter, testAccount } from '../../../src/testing.js'

const attempt: Attempt = {
  key: 'k',
  filing: JSON.parse(JSON.stringify({ authorization: { record: { signer: { account: testAccount.id } } } })),
}
const filed: Filed = { intervention: JSON.parse('{"id":"1"}'), unstored: [] }

function adapter(
  parts: Partial<InterventionAdapter>,
  submit: 'safe' | 'unsafe' = 'safe',
): InterventionAdapter {
  const never = () => Promise.reject(new Error('not asked for'))
  const capabilities: Capabilities = {
    phases: [],
    retries: { submit, reply: 'unsafe' },
    locking: false,
    files: null,
    sealed: null,
    pollEveryMs: 1000,
  }
  return {
    capabilities,
    context: () => memoryAdapter().context(),
    submit: never,
    list: never,
    get: never,
    entries: never,
    reply: never,
    open: never,
    ...parts,
  }
}

const refusing = (code: FaultCode, detail?: FaultDetail) =>
  adapter({ submit: () => Promise.reject(new AdapterFault(code, detail)) })

describe('sending', () => {
  it('hands over the request under its key', async () => {
    const seen: unknown[] = []
    const taking = adapter({
      submit: (filing, write) => {
        seen.push(filing, write.key)
        return Promise.resolve(filed)
      },
    })
    expect(await send(attempt, taking)).to.deep.equal({ do: 'accept', filed })
    expect(seen).to.deep.equal([attempt.filing, 'k'])
  })

  for (const code of [
    'unauthenticated',
    'forbidden',
    'too-large',
    'rate-limited',
    'unsupported',
    'unavailable',
  ] as const) {
    it(`says "not sent" when the server refuses for certain: ${code}`, async () => {
      expect(await send(attempt, refusing(code, { retryAfterMs: 5 }))).to.deep.equal({
        do: 'fail',
        reason: { kind: 'fault', code, retryAfterMs: 5 },
      })
    })
  }

  it('says "not known" when the request may have arrived', async () => {
    expect(await send(attempt, refusing('unavailable', { uncertain: true }))).to.deep.equal({ do: 'lose' })
    expect(await send(attempt, refusing('conflict'))).to.deep.equal({ do: 'lose', differs: true })
  })

  it('keeps how long the system wants to be let alone, also where the request may have arrived', async () => {
    const doubtful = refusing('unavailable', { uncertain: true, retryAfterMs: 5 })
    expect(await send(attempt, doubtful)).to.deep.equal({ do: 'lose', retryAfterMs: 5 })
  })

  it('says "not known" when something else than a fault is thrown', async () => {
    const broken = adapter({ submit: () => Promise.reject(new TypeError('boom')) })
    expect(await send(attempt, broken)).to.deep.equal({ do: 'lose' })
  })

  it('goes back to the first field that the server refuses', async () => {
    expect(await send(attempt, refusing('invalid', { fields: ['username', 'problem'] }))).to.deep.equal({
      do: 'reject',
      step: 'problem',
      issues: [
        { field: 'username', code: 'refused' },
        { field: 'problem', code: 'refused' },
      ],
    })
  })

  it('goes back to the files where they are too large together', async () => {
    expect(await send(attempt, refusing('too-large', { fields: ['attachments'] }))).to.deep.equal({
      do: 'reject',
      step: 'problem',
      issues: [{ field: 'attachments', code: 'too-large' }],
    })
  })
})

describe('taking a request back while it is sent', () => {
  /** A system that has half of it when the customer presses. */
  function stopped(parts: Partial<InterventionAdapter> = {}) {
    const abortion = new AbortController()
    const told: number[] = []
    const system = adapter({
      submit: (_, { signal, onProgress }) => {
        onProgress?.(0.5)
        abortion.abort()
        return Promise.reject(signal?.reason instanceof Error ? signal.reason : new Error('not told'))
      },
      ...parts,
    })
    const handing = { signal: abortion.signal, onProgress: (fraction: number) => told.push(fraction) }
    return send(attempt, system, handing).then(action => ({ action, told }))
  }

  const cancelled = { do: 'fail', reason: { kind: 'cancelled' } }

  it('leaves nothing behind, and says so', async () => {
    expect(await stopped()).to.deep.equal({ action: cancelled, told: [0.5] })
    expect((await stopped({ find: () => Promise.resolve(null) })).action).to.deep.equal(cancelled)
  })

  it('is too late where the ticket is there after all', async () => {
    const { action } = await stopped({ find: () => Promise.resolve(filed) })
    expect(action).to.deep.equal({ do: 'accept', filed })
  })

  it('stands where the system can’t be asked any more', async () => {
    const { action } = await stopped({ find: () => Promise.reject(new AdapterFault('unavailable')) })
    expect(action).to.deep.equal(cancelled)
  })
})

describe('looking up what became of a request', () => {
  it('finds it by its key', async () => {
    expect(await lookUp(attempt, adapter({ find: () => Promise.resolve(filed) }))).to.deep.equal({
      do: 'accept',
      filed,
    })
  })

  it('sends the same bytes again where it is not there and that is safe', async () => {
    const sent: unknown[] = []
    const lost = adapter({
      find: () => Promise.resolve(null),
      submit: filing => {
        sent.push(filing)
        return Promise.resolve(filed)
      },
    })
    expect(await lookUp(attempt, lost)).to.deep.equal({ do: 'accept', filed })
    expect(sent).to.deep.equal([attempt.filing])
  })

  it('never sends again where that could make a second ticket', async () => {
    let sent = 0
    const unsafe = adapter(
      {
        find: () => Promise.resolve(null),
        submit: () => {
          sent += 1
          return Promise.resolve(filed)
        },
      },
      'unsafe',
    )
    expect(await lookUp(attempt, unsafe)).to.deep.equal({ do: 'lose', isAbsent: true })
    expect(sent).to.equal(0)
  })

  it('knows that there is no look-up behind the bridge, where nothing can be sent again', async () => {
    const without = adapter({ find: () => Promise.reject(new AdapterFault('unsupported')) }, 'unsafe')
    expect(await lookUp(attempt, without)).to.deep.equal({ do: 'lose', code: 'unsupported' })
  })

  it('sends nothing again while it can’t be told who is signed in', async () => {
    let sent = 0
    const context = () => Promise.reject(new AdapterFault('unauthenticated'))
    const submit = () => {
      sent += 1
      return Promise.resolve(filed)
    }
    const signedOut = adapter({ find: () => Promise.resolve(null), context, submit })
    expect(await lookUp(attempt, signedOut)).to.deep.equal({ do: 'lose', code: 'unauthenticated' })
    expect(sent).to.equal(0)
  })

  it('sends again, where that is safe, when the system behind the bridge has no look-up', async () => {
    const without = adapter({
      find: () => Promise.reject(new AdapterFault('unsupported')),
      submit: () => Promise.resolve(filed),
    })
    expect(await lookUp(attempt, without)).to.deep.equal({ do: 'accept', filed })
  })

  it('keeps how long the system wants to be let alone, by whichever of the two questions it says so', async () => {
    const busy = () => Promise.reject(new AdapterFault('rate-limited', { retryAfterMs: 5 }))
    const told = { do: 'lose', code: 'rate-limited', retryAfterMs: 5 }
    expect(await lookUp(attempt, adapter({ find: busy }))).to.deep.equal(told)
    expect(await lookUp(attempt, adapter({ find: () => Promise.resolve(null), submit: busy }))).to.deep.equal(
      told,
    )
  })

  it('knows no more when the look-up fails too', async () => {
    const away = adapter({ find: () => Promise.reject(new AdapterFault('unavailable')) })
    expect(await lookUp(attempt, away)).to.deep.equal({ do: 'lose', code: 'unavailable' })
  })
})
