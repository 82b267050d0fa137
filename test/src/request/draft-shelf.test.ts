import { expect } from 'chai'
import * as fc from 'fast-check'
import { emptyDraft, introserv, type Draft } from '../../../src/index.js'
import { deviceShelf, DraftShelf, keepable, type DraftSaved } from '../../../src/request/kept.js'
import { blocked, freshKey, full, replaced } from '../../support/broken-storage.js'
import { completeDraft, context } from '../../support/examples.js'
import { keptInAFrame } from '../../support/in-a-frame.js'

const day = 24 * 60 * 60 * 1_000
const noon = Date.UTC(2026, 10, 26, 12)
const beginning = emptyDraft(context(), introserv)
const [id, otherId] = ['request-one', 'request-two']

/** The draft of a customer who says this. */
const saying = (problem: string): Draft => ({ ...beginning, problem })

/** The draft shelf of an account that nobody has used, in as many tabs as are opened. */
function ofANewcomer() {
  const clock = { now: noon }
  const shelf = deviceShelf()
  const scope = { provider: 'INTROSERV', account: freshKey() }
  const where = `draft/1/INTROSERV/${scope.account}`
  const open = (changes: Partial<typeof scope> = {}) => {
    const drafts = new DraftShelf(deviceShelf(), { ...scope, ...changes }, () => clock.now)
    const save = (draft: Draft, after?: string, as = id, files: readonly string[] = []) =>
      drafts.save({ id: as, draft, files }, after, beginning)
    return { drafts, save }
  }
  const held = async () => JSON.stringify(await shelf.read(where))
  return { clock, shelf, scope, where, open, held, ...open() }
}

/** The new `rev`, of a save that was carried out. */
async function revOf(saving: Promise<DraftSaved>): Promise<string> {
  const saved = await saving
  if (saved.is !== 'saved' || saved.rev === undefined) throw new Error(saved.is)
  return saved.rev
}

describe('a draft on this device', () => {
  it('is found after a reload, with the names of its files and the id of its request', async () => {
    const { save, open } = ofANewcomer()
    const draft = completeDraft({
      buyer: { country: 'PL', kind: 'business' },
      quantities: { 'data-recovery': '2,5' },
      temporaryAccount: { family: 'debian', username: 'support1234' },
      methods: ['vnc'],
    })
    const rev = await revOf(save(draft, undefined, id, ['app.log']))
    const kept = await open().drafts.read()
    expect(kept).to.deep.equal({ id, rev, at: noon, files: ['app.log'], draft: keepable(draft) })
  })

  it('holds nothing of the login details, whatever was typed into which field', async () => {
    const { save, open } = ofANewcomer()
    const typed = { username: 'kanarek73', port: 'kanarek73', noAccessReason: 'kept' }
    const account = { family: 'debian', username: 'kanarek73' } as const
    await save(completeDraft({ ...typed, temporaryAccount: account }))
    const kept = await open().drafts.read()
    expect(kept?.draft.noAccessReason).to.equal('kept')
    expect(JSON.stringify(kept)).not.to.include('kanarek73')
  })

  it('holds texts that no request may hold: too long, or with half a character', async () => {
    const { save, drafts } = ofANewcomer()
    const draft = saying(`\ud800${'ż'.repeat(50_000)}`)
    await save(draft)
    expect((await drafts.read())!.draft).to.deep.equal(draft)
  })

  it('is nothing where nobody has saved one', async () => {
    expect(await ofANewcomer().drafts.read()).to.equal(undefined)
  })

  it('holds no consent, no login details, and everything else', async () => {
    const { save, drafts, held } = ofANewcomer()
    const given = completeDraft({ consoleConsent: true, ownerDeclared: true, reboot: true })
    const { agreed, duties, consoleConsent, ownerDeclared, ...rest } = given
    expect([agreed, duties.length > 0, consoleConsent, ownerDeclared].every(Boolean)).to.equal(true)
    await save(given)
    const consents = { agreed: null, duties: [], consoleConsent: false, ownerDeclared: false }
    const none = { ...consents, username: '', port: '', temporaryAccount: null }
    expect((await drafts.read())!.draft).to.deep.equal({ ...rest, ...none })
    expect(await held())
      .to.not.include('I authorize')
      .and.not.include('I take care')
  })

  it('gives back no consent that somebody has planted', async () => {
    const { save, drafts, shelf, where } = ofANewcomer()
    await save(saying('words'))
    const planted = completeDraft({ consoleConsent: true, ownerDeclared: true })
    await shelf.change(where, held => {
      const place = Object(held)
      return { ...place, kept: { ...place.kept, draft: planted } }
    })
    expect((await drafts.read())!.draft).to.deep.equal(keepable(planted))
  })

  it('holds no field too many, and gives none back', async () => {
    const { save, drafts, shelf, where, held } = ofANewcomer()
    const password = { password: 'kanarek' }
    await save({ ...saying('words'), ...password })
    expect(await held())
      .to.include('words')
      .and.not.include('kanarek')
    await shelf.change(where, before => {
      const place = Object(before)
      return { ...place, kept: { ...place.kept, ...password, draft: { ...place.kept.draft, ...password } } }
    })
    expect(JSON.stringify(await drafts.read()))
      .to.include('words')
      .and.not.include('kanarek')
  })

  it('takes no place while it says no more than it began with', async () => {
    const { save, held } = ofANewcomer()
    const reordered = Object.fromEntries(Object.entries(beginning).toReversed())
    for (const draft of [beginning, { ...beginning, ...reordered }, { ...beginning, consoleConsent: true }])
      expect(await save(draft)).to.deep.equal({ is: 'saved', rev: undefined })
    expect(await held()).to.equal(undefined)
  })

  it('goes when all is taken back, and comes with the next word', async () => {
    const { save, drafts, held } = ofANewcomer()
    const rev = await revOf(save(saying('words')))
    expect(await save(beginning, rev)).to.deep.equal({ is: 'saved', rev: undefined })
    expect(await held()).to.equal(undefined)
    await revOf(save(saying('other words')))
    expect((await drafts.read())!.draft.problem).to.equal('other words')
  })

  it('is kept for a file alone', async () => {
    const { save, drafts } = ofANewcomer()
    await save(beginning, undefined, id, ['app.log'])
    expect((await drafts.read())!.files).to.deep.equal(['app.log'])
  })

  it('is not kept where it is too much for any form', async () => {
    const { save, drafts } = ofANewcomer()
    expect(await save(saying('ż'.repeat(200_001)))).to.deep.equal({ is: 'unkept' })
    expect(await drafts.read()).to.equal(undefined)
  })

  for (const [ms, isThere] of [
    [7 * day, true],
    [7 * day + 1, false],
    [-7 * day, true],
    [-7 * day - 1, false],
  ] as const)
    it(`${ms / day} days later: ${isThere ? 'still there' : 'gone, from the device too'}`, async () => {
      const { clock, save, drafts, held } = ofANewcomer()
      await save(saying('words'))
      clock.now += ms
      expect((await drafts.read()) !== undefined).to.equal(isThere)
      expect((await held()) !== undefined).to.equal(isThere)
    })

  it('R9: lives seven days from its last change', async () => {
    const { clock, save, drafts } = ofANewcomer()
    const rev = await revOf(save(saying('words')))
    clock.now += 6 * day
    await save(saying('more words'), rev)
    clock.now += 6 * day
    expect((await drafts.read())!.at).to.equal(noon + 6 * day)
  })

  it('is not in the way once it is too old', async () => {
    const { clock, save } = ofANewcomer()
    await save(saying('words'))
    clock.now += 8 * day
    expect((await save(saying('other words'))).is).to.equal('saved')
  })

  for (const changes of [{ account: 'another' }, { provider: 'another' }])
    it(`is not another ${Object.keys(changes).join()}’s`, async () => {
      const { save, open } = ofANewcomer()
      await save(saying('words'))
      expect(await open(changes).drafts.read()).to.equal(undefined)
    })

  it('is not one of another version of the form', async () => {
    const { save, drafts, shelf, scope, where } = ofANewcomer()
    await save(saying('words'))
    await shelf.write(`draft/2/INTROSERV/${scope.account}`, await shelf.read(where))
    await shelf.remove(where)
    expect(await drafts.read()).to.equal(undefined)
  })
})

describe('what else lies in a draft’s place', () => {
  type Place = ReturnType<typeof JSON.parse>
  const foreign: readonly [string, (place: Place) => unknown][] = [
    ['a word', () => 'words'],
    ['a list', place => [place]],
    ['nothing', () => null],
    ['another version', place => ({ ...place, v: 2 })],
    ['no time', ({ at: _, ...place }) => place],
    ['no rev', place => ({ ...place, kept: { ...place.kept, rev: '' } })],
    ...Object.entries({
      serverFrom: 'memory',
      serverType: 'cloud',
      access: 'telepathy',
      credentialKind: 'pin',
      timeWindow: 'for-ever',
      methods: 'all',
      problem: 7,
      reboot: 'yes',
      tasks: 'all',
      buyer: { kind: 'robot' },
      temporaryAccount: { family: 'dos', username: 'a' },
    }).map(([key, value]): [string, (place: Place) => unknown] => [
      `a ${key} that there is not`,
      place => ({ ...place, kept: { ...place.kept, draft: { ...place.kept.draft, [key]: value } } }),
    ]),
  ]
  for (const [what, make] of foreign)
    it(`${what}: dropped without a word, and in nobody’s way`, async () => {
      const { save, drafts, shelf, where, held } = ofANewcomer()
      await save(saying('words'))
      const planted = make(await shelf.read(where))
      await shelf.write(where, planted)
      expect(await drafts.read()).to.equal(undefined)
      expect(await held()).to.equal(undefined)
      await shelf.write(where, planted)
      expect((await save(saying('words'))).is).to.equal('saved')
    })
})

describe('one draft in two tabs', () => {
  it('is not saved over what the other tab has saved since', async () => {
    const { save, open, drafts } = ofANewcomer()
    const other = open()
    const rev = await revOf(save(saying('words')))
    const later = await revOf(other.save(saying('words of the other tab'), rev))
    expect(await save(saying('my words'), rev)).to.deep.equal({ is: 'changed' })
    expect((await drafts.read())!.draft.problem).to.equal('words of the other tab')
    // The customer was asked, and wants these.
    await revOf(save(saying('my words'), later))
    expect((await drafts.read())!.draft.problem).to.equal('my words')
  })

  it('is begun once, where both begin at the same moment', async () => {
    const { scope } = ofANewcomer()
    const { kept, leave } = await keptInAFrame()
    const tabs = [
      new DraftShelf(deviceShelf(), scope, () => noon),
      new kept.DraftShelf(kept.deviceShelf(), scope, () => noon),
    ]
    const saved = await Promise.all(
      tabs.map((tab, index) =>
        tab.save({ id: `request-${index}`, draft: saying('words'), files: [] }, undefined, beginning),
      ),
    )
    expect(saved.map(({ is }) => is).toSorted()).to.deep.equal(['changed', 'saved'])
    leave()
  })

  it('is not discarded under the hands of the other tab', async () => {
    const { save, open, drafts } = ofANewcomer()
    const rev = await revOf(save(saying('words')))
    await open().save(saying('more words'), rev)
    expect(await drafts.discard({ rev })).to.equal('changed')
    expect((await drafts.read())!.draft.problem).to.equal('more words')
  })
})

describe('a draft that was discarded', () => {
  it('is gone from the device', async () => {
    const { save, drafts, held } = ofANewcomer()
    const rev = await revOf(save(saying('words')))
    expect(await drafts.discard({ rev })).to.equal('discarded')
    expect(await drafts.read()).to.equal(undefined)
    expect(await held()).to.not.include('words')
  })

  it('is not brought back by a late save, whatever it follows', async () => {
    const { save, open, drafts } = ofANewcomer()
    const rev = await revOf(save(saying('words')))
    await drafts.discard()
    for (const after of [rev, undefined])
      expect(await open().save(saying('late words'), after)).to.deep.equal({ is: 'changed' })
    expect(await drafts.read()).to.equal(undefined)
  })

  it('is not brought back by a save that was under way', async () => {
    const { save, drafts } = ofANewcomer()
    const saving = save(saying('words'))
    const discarding = drafts.discard()
    await Promise.all([saving, discarding])
    expect(await drafts.read()).to.equal(undefined)
  })

  it('does not come at all where its first save is late', async () => {
    const { save, drafts } = ofANewcomer()
    await drafts.discard({ id })
    expect(await save(saying('words'))).to.deep.equal({ is: 'changed' })
  })

  it('does not come back after another one either', async () => {
    const { save, drafts } = ofANewcomer()
    await save(saying('words'))
    await drafts.discard()
    await save(saying('another matter'), undefined, otherId)
    await drafts.discard()
    expect(await save(saying('late words'))).to.deep.equal({ is: 'changed' })
  })

  it('makes room for another', async () => {
    const { save, drafts } = ofANewcomer()
    await save(saying('words'))
    await drafts.discard()
    await revOf(save(saying('another matter'), undefined, otherId))
    expect((await drafts.read())!.id).to.equal(otherId)
  })
})

describe('drafts on a device that keeps nothing', () => {
  for (const [way, begin] of [
    ['blocked', blocked],
    ['full', () => full('at once')],
    ['full, found out late', () => full('late')],
    ['without IndexedDB', () => replaced(globalThis, 'indexedDB', { value: undefined })],
  ] as const)
    it(`${way}: are said not to be kept, and nothing fails`, async () => {
      const end = begin()
      try {
        const { save, drafts } = ofANewcomer()
        expect(await save(saying('words'))).to.deep.equal({ is: 'unkept' })
        expect(await drafts.read()).to.equal(undefined)
      } finally {
        end()
      }
    })
})

describe('two writers, whatever they do', () => {
  type Step =
    | { readonly do: 'save'; readonly tab: 0 | 1; readonly blank: boolean }
    | { readonly do: 'late save'; readonly tab: 0 | 1; readonly of: number }
    | { readonly do: 'read'; readonly tab: 0 | 1 }
    | { readonly do: 'discard'; readonly tab: 0 | 1; readonly mine: boolean }
    | { readonly do: 'wait'; readonly days: number }

  const tab = fc.constantFrom(0 as const, 1 as const)
  const steps = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), tab, blank: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('late save' as const), tab, of: fc.nat(9) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), tab }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('discard' as const), tab, mine: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }),
      },
    ),
    { maxLength: 25 },
  )

  it('the last edit that was allowed is there, and none that was discarded', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script: readonly Step[]) => {
        const { clock, open } = ofANewcomer()
        const tabs = [0, 1].map(() => ({ ...open(), id: freshKey(), rev: undefined as string | undefined }))
        // The model: what is there, by the words alone.
        let there: { id: string; rev: string; words: string; at: number } | undefined
        let touched = noon
        const discarded = new Set<string>()
        const tried: { id: string; after: string | undefined }[] = []
        let words = 0

        const save = async (at: number, as: string, after: string | undefined, isBlank: boolean) => {
          words += 1
          const text = `words ${words}`
          const saved = await tabs[at]!.save(isBlank ? beginning : saying(text), after, as)
          const isAllowed = there?.rev === after && !discarded.has(as)
          expect(saved.is).to.equal(isAllowed ? 'saved' : 'changed')
          if (saved.is !== 'saved') return
          touched = clock.now
          there = saved.rev === undefined ? undefined : { id: as, rev: saved.rev, words: text, at: clock.now }
          expect(saved.rev === undefined).to.equal(isBlank)
          return saved
        }

        for (const step of script) {
          if (step.do === 'wait') {
            clock.now += step.days * day
            if (clock.now - touched > 7 * day) {
              there = undefined
              // After a week a tab can't still be about to save: what was discarded is forgotten.
              discarded.clear()
              tried.length = 0
              for (const each of tabs) Object.assign(each, { id: freshKey(), rev: undefined })
              touched = clock.now
            }
            continue
          }
          const mine = tabs[step.tab]!
          if (step.do === 'save') {
            tried.push({ id: mine.id, after: mine.rev })
            const saved = await save(step.tab, mine.id, mine.rev, step.blank)
            if (saved) mine.rev = saved.rev
          } else if (step.do === 'late save') {
            const late = tried[step.of]
            if (late) await save(step.tab, late.id, late.after, false)
          } else if (step.do === 'read') {
            const kept = await mine.drafts.read()
            expect(kept?.draft.problem).to.equal(there?.words)
            expect(kept?.rev).to.equal(there?.rev)
            if (kept) expect(discarded.has(kept.id)).to.equal(false)
            // As a form does: it goes on with what is there, or begins anew.
            mine.id = kept?.id ?? freshKey()
            mine.rev = kept?.rev
          } else {
            const isOthers = step.mine && mine.rev !== undefined && there && there.rev !== mine.rev
            const came = await mine.drafts.discard(step.mine ? { rev: mine.rev, id: mine.id } : {})
            expect(came).to.equal(isOthers ? 'changed' : 'discarded')
            if (isOthers) continue
            if (there) discarded.add(there.id)
            if (step.mine) discarded.add(mine.id)
            there = undefined
            touched = clock.now
          }
        }
        const kept = await open().drafts.read()
        expect(kept?.draft.problem).to.equal(there?.words)
      }),
      { numRuns: 60 },
    )
  })
})
