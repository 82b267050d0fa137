import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { asking, frames, work } from './frames.js'
import { phrases } from './phrases.js'
import { seeded } from './random.js'
import { sayings } from './sayings.js'
import { seeds } from './seeds.js'

export interface Item {
  readonly id: string
  readonly language: string
  readonly text: string
  readonly expect: readonly string[]
  readonly open?: readonly string[]
  readonly kind: string
  readonly also?: readonly string[]
  /** How much it counts beside a text of a person: 1. */
  readonly share?: number
}

/** A made-up text counts this much. */
const PHRASE = 0.35
const SEED = 0.7
const FRAME = 0.3
/** There are fewer sentences that ask: the work mustn't be held against anybody. */
const ASKING = 1

/** The writer of a text. */
export function writerOf({ id }: Item): string {
  return /^(?:fen|fpl|en-[abcd]|pl-[abc]|neg|own)/.exec(id)?.[0] ?? 'work'
}

function hash(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

/** One in twenty of five writers' texts is never learnt from: for the measure at the end. */
export function isClosed(item: Item): boolean {
  return /^(?:en-[ab]|pl-[abc])-/.test(item.id) && hash(`closed ${item.id}`) % 20 === 0
}

/** Three in ten of the fresh texts: learnt from only once models have been compared on them. */
export function isHeld(item: Item): boolean {
  return /^(?:en-[cd]|neg)-/.test(item.id) && hash(`held ${item.text}`) % 10 < 3
}

/** Five parts of the texts, always the same. */
export function foldOf({ id }: Item): number {
  return hash(id) % 5
}

function read<T>(name: string): T[] {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'))
}

/** What people wrote, the closed and the held texts too. */
export function written(): Item[] {
  return [
    ...read<Item>('problems.work'),
    ...read<Item>('problems.further'),
    ...read<Fresh>('problems.fresh').map(itemOf),
    ...read<Fresh>('problems.own').map(itemOf),
  ]
}

/** A text of the last three writers, in their form. */
interface Fresh {
  readonly writer: string
  readonly language: string
  readonly text: string
  readonly labels: readonly string[]
}

function itemOf({ writer, language, text, labels }: Fresh): Item {
  return {
    id: `${writer}-${hash(text).toString(16)}`,
    language,
    text,
    expect: labels,
    open: [],
    kind: kindOf(writer, labels.length),
  }
}

function kindOf(writer: string, wishes: number): string {
  if (wishes === 0) return 'nothing'
  if (writer.endsWith('neg')) return 'negation'
  return wishes > 1 ? 'several' : 'plain'
}

/** What is made up: short phrases, the field's vocabulary, and sentences that name our work without asking for it. */
export function madeUp(): Item[] {
  return [...phrases().map(item => ({ ...item, share: PHRASE })), ...vocabulary(), ...framed()]
}

function made(id: string, language: string, text: string, expect: readonly string[], share: number): Item {
  return { id, language, text, expect, kind: 'made-up', share }
}

function vocabulary(): Item[] {
  return [...Object.entries(seeds), ...Object.entries(sayings)].flatMap(([label, list]) =>
    apart(list).map((text, at) =>
      made(`seed-${label}-${at}`, 'en', text, label === 'nothing' ? [] : [label], SEED),
    ),
  )
}

function framed(): Item[] {
  const random = seeded(11)
  const items: Item[] = []
  for (const language of ['en', 'pl'] as const) {
    for (const [list, asks] of [
      [frames, false],
      [asking, true],
    ] as const) {
      for (const [at, frame] of apart(list[language]).entries()) {
        for (const [label, names] of Object.entries(work)) {
          const some = apart(names[language])
          const text = frame.replace('*', some[Math.floor(random() * some.length)]!)
          items.push(
            made(
              `frame-${language}-${at}-${label}`,
              language,
              text,
              asks ? [label] : [],
              asks ? ASKING : FRAME,
            ),
          )
        }
      }
    }
  }
  return items
}

/** Entries apart by `/` with space around: paths stay whole. */
function apart(list: string): string[] {
  return list
    .split(/\s\/\s|\/ /)
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
}
