import { longestText } from '../request/check.js'
import { newRequestKey } from '../request/key.js'
import { holds, isRefused, rejection, tellsTheSame } from './conformance-assert.js'
import type { Check, ConformanceSubject } from './conformance-subject.js'
import {
  beginTalk,
  countOf,
  fileTicket,
  leavesNothing,
  nobodys,
  takesReplies,
  wordsIn,
} from './conformance-talk.js'

/** What systems change on the way: composed letters, joined emoji, directions, blanks, markup, and many lines. */
const texts: readonly (readonly [what: string, text: string])[] = [
  ['composed letters', 'Zażółć gęślą jaźń'],
  ['letters and their marks apart', 'Zażółć gęślą jaźń – é'.normalize('NFD')],
  ['joined emoji', '👩🏽‍💻 👨‍👩‍👧‍👦 🇵🇱 🖥️'],
  ['two directions', 'שלום (abc) مرحبا \u2067-1\u2069 \u202eabc\u202c.'],
  ['markup and blanks', '- <b>a</b> &amp; "b" \\n ${c}\n\n\td  e\u00a0f\u200bg *h* `i`\n--\nj'],
  ['a thousand lines', Array.from({ length: 1_000 }, (_, line) => `[${line}] ok`).join('\n')],
]

async function tellsAReplyOnce({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await beginTalk(adapter)
  if (!talk) return
  const [before, { version }] = [await talk.entries(), await talk.now()]
  const text = 'Serwer znów odpowiada.'
  await talk.say({ text })
  const entries = await talk.entries()
  const fresh = entries.filter(({ id }) => before.every(known => known.id !== id))
  tellsTheSame(wordsIn(fresh), [text], 'what the customer has said since')
  tellsTheSame(entries.slice(0, before.length), before, 'what stood there before the reply')
  const after = await adapter.get(talk.id, version)
  holds(after !== null && after.version !== version, 'get after a reply: still the same version')
}

async function keepsEachCharacter({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await beginTalk(adapter)
  if (!talk) return
  for (const [what, text] of texts) {
    await talk.say({ text })
    holds((await countOf(text, talk)) === 1, `entries: ${what} didn’t come back as they were written`)
  }
}

async function keepsTheLongest({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await beginTalk(adapter)
  if (!talk) return
  const longest = 'ą\nbż'.repeat(longestText / 4)
  await talk.say({ text: longest })
  holds((await countOf(longest, talk)) === 1, `entries: ${longestText} characters didn’t come back whole`)
  await leavesNothing('a reply that is too long', talk, () =>
    isRefused(talk.say({ text: `${longest}.` }), ['invalid', 'too-large'], 'too long a reply', 'reply'),
  )
  await leavesNothing('an empty reply', talk, () =>
    isRefused(talk.say({ text: ' \n' }), ['invalid'], 'an empty reply', 'reply'),
  )
}

async function saysOncePerKey({ adapter }: ConformanceSubject): Promise<void> {
  if (adapter.capabilities.retries.reply === 'unsafe') return
  const talk = await beginTalk(adapter)
  if (!talk) return
  const { version } = await talk.now()
  const [key, another] = [newRequestKey(), newRequestKey()]
  await talk.say({ text: 'Jeden.' }, { key })
  await talk.say({ text: 'Jeden.' }, { key })
  holds((await countOf('Jeden.', talk)) === 1, 'entries: one key, sent again, made another message')
  // A second try of a write that went through: its own change is no reason to refuse it.
  await talk.say({ text: 'Jeden.' }, { key, ifVersion: version })
  await Promise.all([
    talk.say({ text: 'Dwa.' }, { key: another }),
    talk.say({ text: 'Dwa.' }, { key: another }),
  ])
  holds((await countOf('Dwa.', talk)) === 1, 'entries: one key, sent twice at once, made two messages')
  tellsTheSame(wordsIn(await talk.entries()).slice(-2), ['Jeden.', 'Dwa.'], 'the messages of two keys')
}

async function refusesAKeyForAnother({ adapter }: ConformanceSubject): Promise<void> {
  if (adapter.capabilities.retries.reply === 'unsafe') return
  const talk = await beginTalk(adapter)
  if (!talk) return
  const key = newRequestKey()
  await talk.say({ text: 'Jeden.' }, { key })
  const other = await fileTicket(adapter)
  await leavesNothing('another message under the same key', talk, () =>
    isRefused(talk.say({ text: 'Dwa.' }, { key }), ['conflict'], 'another message under the same key'),
  )
  await leavesNothing('the same message on another ticket', other, () =>
    isRefused(other.say({ text: 'Jeden.' }, { key }), ['conflict'], 'the same key on another ticket'),
  )
}

async function locks({ adapter }: ConformanceSubject): Promise<void> {
  if (!adapter.capabilities.locking) return
  const talk = await beginTalk(adapter)
  if (!talk) return
  const { version } = await talk.now()
  await talk.say({ text: 'Jeden.' }, { ifVersion: version })
  await leavesNothing('a reply to an older version', talk, () =>
    isRefused(
      talk.say({ text: 'Dwa.' }, { ifVersion: version }),
      ['conflict'],
      'a reply to an older version',
    ),
  )
}

async function hearsNoStranger({ adapter, stranger }: ConformanceSubject): Promise<void> {
  if (!stranger) return
  const talk = await beginTalk(adapter)
  if (!talk) return
  const say = (id: string) =>
    rejection(stranger.reply(id, { text: '?' }, { key: newRequestKey() }), 'a reply by a stranger')
  await leavesNothing('a stranger’s reply', talk, async () => {
    const [theirs, missing] = [await say(talk.id), await say(nobodys)]
    tellsTheSame(codeOf(theirs), codeOf(missing), 'what a stranger is told, and of a ticket that isn’t there')
  })
}

async function sendsNothingAborted({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await beginTalk(adapter)
  if (!talk) return
  const reason = new Error('no longer wanted')
  await leavesNothing('an aborted reply', talk, async () => {
    const reply = talk.say({ text: 'Jeden.' }, { signal: AbortSignal.abort(reason) })
    holds((await rejection(reply, 'reply, aborted')) === reason, 'reply: not the signal’s reason')
  })
}

async function refusesByACode({ adapter }: ConformanceSubject): Promise<void> {
  const reply = adapter.reply(nobodys, { text: '?' }, { key: newRequestKey() })
  await isRefused(reply, ['unsupported', 'not-found'], 'reply to nothing')
  if (await takesReplies(adapter)) return
  const talk = await fileTicket(adapter)
  await leavesNothing('a reply that can’t be taken', talk, () =>
    isRefused(talk.say({ text: 'Jeden.' }), ['unsupported'], 'a reply to a system that takes none'),
  )
}

function codeOf(reason: unknown): unknown {
  return reason instanceof Error && 'code' in reason ? reason.code : String(reason)
}

/** What the contract promises of words on a ticket. */
export const replying: readonly Check[] = [
  ['tells a reply once, in a new version', tellsAReplyOnce],
  ['keeps a reply as it was written, character by character', keepsEachCharacter],
  ['keeps the longest reply whole, and nothing of a longer one', keepsTheLongest],
  ['says once what is sent twice under one key', saysOncePerKey],
  ['refuses one key for another reply', refusesAKeyForAnother],
  ['takes no reply to an older version, where it locks', locks],
  ['takes no reply of a stranger, and tells them nothing by that', hearsNoStranger],
  ['keeps nothing of a reply that was aborted', sendsNothingAborted],
  ['refuses what it can’t do, by a code', refusesByACode],
]
