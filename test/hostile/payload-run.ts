import type { Page } from 'playwright-core'
import { answersWith } from './answers.js'
import type { Answers } from './answers.js'
import { inPage } from './hall.js'
import type { Hall } from './hall.js'
import { messagesWith } from './messages.js'
import { payloads } from './payloads.js'

/** What stands in an element. */
interface Standing {
  readonly text: string
  readonly names: readonly string[]
  readonly links: readonly string[]
  readonly isDrawn: boolean
}

type Told = Readonly<Record<string, Standing>>

/** What is shown on the five elements at once. */
interface Shown {
  readonly answers?: Answers
  readonly messages?: object
  readonly attributes?: Readonly<Record<string, string>>
  readonly names?: readonly string[]
}

/** What was found; all lists are to be empty. */
export interface Findings {
  /** How many texts in how many fields were looked for, each on the element that shows it. */
  readonly looked: number
  readonly fields: number
  readonly executions: number
  readonly elements: readonly string[]
  readonly requests: readonly string[]
  readonly differences: readonly string[]
  readonly links: readonly string[]
  readonly complaints: readonly string[]
}

function show(page: Page, shown: Shown): Promise<Told> {
  return inPage<Told>(page, 'showAll', shown)
}

/** Line ends and blanks are the page's, where a text is laid out in paragraphs. */
const squashed = (text: string) => text.replace(/[ \n]/g, '')

/** A text is folded in the middle: its beginning and its end are looked for. */
const LONG = 600

function isShown(text: string, wanted: string, place: string): boolean {
  const whole = squashed(text)
  const sought = squashed(wanted)
  if (sought.length > LONG)
    return whole.includes(sought.slice(0, LONG / 2)) && whole.includes(sought.slice(-LONG / 2))
  // A number that is typed is cleaned of every kind of blank.
  return place === 'account.vatId'
    ? whole.replace(/\s/g, '').includes(sought.replace(/\s/g, ''))
    : whole.includes(sought)
}

/** The provider's labels have places of their own, which are filled in: what stands in such a place isn't shown. */
const hasPlaces = (text: string) => text.includes('{{')

/** Of HTML the words are shown: `plainText` has tests of its own. */
const isHtml = (place: string) => place === 'page.text'

const harmless = () => 'plain words'

/** Where the text of the first, the second … field comes from, in a round: each field has another one in each round. */
const inRound = (round: number) => (index: number) => payloads[(round + index) % payloads.length]?.text ?? ''

/** Shows the elements with hostile texts in all their fields, so many rounds of them, and tells what came of it. */
export async function payloadRun(
  { page, asked, complaints }: Hall,
  rounds: readonly number[],
): Promise<Findings> {
  const differences: string[] = []
  const elements: string[] = []
  const links = new Set<string>()
  const fields = new Set<string>()
  let looked = 0

  const compare = (
    round: number,
    before: Told,
    places: ReadonlyMap<string, string[]>,
    now: Told,
    given: Given,
  ) => {
    for (const [name, standing] of Object.entries(now)) {
      const usually = before[name]
      if (standing.names.join() !== usually?.names.join())
        elements.push(`round ${String(round)}: ${name}: ${oddOf(standing.names, usually?.names ?? [])}`)
      for (const href of standing.links) links.add(href)
      for (const place of places.get(name) ?? []) {
        const wanted = given[place] ?? ''
        if (isHtml(place) || hasPlaces(wanted)) continue
        looked += 1
        fields.add(`${name} ${place}`)
        if (!isShown(standing.text, wanted, place))
          differences.push(
            `round ${String(round)}: ${name}: ${place}: ${JSON.stringify(wanted.slice(0, 120))}`,
          )
      }
    }
  }

  const calm = await answersWith(harmless)
  for (const scene of ['answers', 'ended'] as const) {
    const before = await show(page, { answers: calm[scene] })
    const places = placesIn(before, calm.given)
    for (const round of rounds) {
      const { given, [scene]: answers } = await answersWith(inRound(round))
      compare(round, before, places, await show(page, { answers }), given)
    }
  }

  const plain = messagesWith(() => 'our own words')
  const before = await show(page, { answers: calm.answers, messages: plain.messages })
  const places = placesIn(before, plain.given)
  // There are many more sentences than payloads: in each round each payload is several of them.
  for (const round of rounds.filter((_, index) => index % 8 === 0)) {
    const { messages, given } = messagesWith(inRound(round * 7))
    compare(round, before, places, await show(page, { answers: calm.answers, messages }), given)
  }

  const executions = await page.evaluate<number>('fired')
  return {
    ...{ looked, fields: fields.size, executions, elements, requests: asked, differences, complaints },
    links: [...links].filter(href => !href.startsWith('https://')),
  }
}

type Given = Readonly<Record<string, string>>

/** Which fields an element shows, as far as it shows harmless words. */
function placesIn(told: Told, given: Given): ReadonlyMap<string, string[]> {
  return new Map(
    Object.entries(told).map(([name, { text }]) => [
      name,
      Object.keys(given).filter(place => squashed(text).includes(squashed(given[place] ?? ''))),
    ]),
  )
}

function oddOf(now: readonly string[], before: readonly string[]): string {
  const at = now.findIndex((name, index) => name !== before[index])
  return `${String(before.length)} elements have become ${String(now.length)}, first <${now[at] ?? '…'}>`
}

/** The attributes of the elements, all of them, each with another text in each round. */
const attributes = [
  ...['endpoint', 'locale', 'intervention', 'pinned-recipients', 'title-errors', 'server', 'name', 'country'],
  ...[
    'postcode',
    'customer-kind',
    'vat-id',
    'password-manager',
    'drafts',
    'outbox',
    'required',
    'lang',
    'dir',
  ],
]

/** Shows the elements with hostile texts in all their attributes: with an adapter, and with none beside the endpoint. */
export async function attributeRun(hall: Hall, rounds: readonly number[]): Promise<Findings> {
  const { page, asked, complaints } = hall
  const { answers } = await answersWith(harmless)
  const known = new Set<string>()
  const elements: string[] = []
  for (const { names } of Object.values(await show(page, { answers })))
    for (const name of names) known.add(name)
  for (const round of rounds) {
    const values = Object.fromEntries(attributes.map((name, index) => [name, inRound(round)(index)]))
    const told = await show(page, { answers, attributes: values })
    for (const [element, { names }] of Object.entries(told))
      for (const name of names.filter(one => !known.has(one)))
        elements.push(`round ${String(round)}: ${element}: <${name}>`)
  }
  // Without an adapter the endpoint is asked: of this site only, whatever it says.
  const before = asked.length
  for (const { text } of rounds.map(round => payloads[round % payloads.length] ?? { text: '' }))
    await show(page, { attributes: { endpoint: text } })
  const { origin } = new URL(page.url())
  const elsewhere = asked.filter((url, index) => index < before || new URL(url).origin !== origin)
  const executions = await page.evaluate<number>('fired')
  return {
    ...{ looked: rounds.length * attributes.length, fields: attributes.length, executions, elements },
    ...{
      requests: elsewhere,
      differences: [],
      links: [],
      complaints: complaints.filter(one => !isFailedLoad(one)),
    },
  }
}

const isFailedLoad = (complaint: string) => complaint.startsWith('console: Failed to load resource')
