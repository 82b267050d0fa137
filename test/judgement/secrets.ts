import { findSecrets, type SecretKind, type SecretSpan } from '../../src/index.js'

/** An item of the labelled set, as test/data/README.md describes it. */
export interface LabelledText {
  readonly id: string
  readonly language: 'pl' | 'en'
  readonly text: string
  readonly secrets: readonly { readonly value: string; readonly kind: SecretKind }[]
  readonly sure: boolean
  readonly open?: readonly string[]
}

/** How one text was judged. */
export interface Judgement {
  /** Labelled values that no span covers. */
  readonly missed: readonly string[]
  /** Spans that cover no labelled value and no open part. */
  readonly raised: readonly SecretSpan[]
}

/** A span may be wider than its value by the user of a URL or an id of a web hook, a key's block by its frame. */
const widest = { key: 2_000, password: 4, token: 24, 'url-credentials': 40 } as const

/** One text, judged. */
export function judge({ text, secrets, open = [] }: LabelledText): Judgement {
  const spans = findSecrets(text)
  const covering = (value: string, kind: SecretKind): SecretSpan | undefined => {
    const start = text.indexOf(value)
    const end = start + value.length
    return spans.find(
      span => span.start <= start && end <= span.end && span.end - span.start - value.length <= widest[kind],
    )
  }
  const right = new Set(secrets.map(({ value, kind }) => covering(value, kind)))
  return {
    missed: secrets.filter(({ value, kind }) => covering(value, kind) === undefined).map(one => one.value),
    raised: spans.filter(span => {
      const found = text.slice(span.start, span.end)
      return !right.has(span) && !open.some(part => part.includes(found) || found.includes(part))
    }),
  }
}

interface Share {
  readonly right: number
  readonly all: number
}

/** What is measured of a set: counts, never items. */
export interface SecretFigures {
  readonly recall: Share
  readonly pl: Share
  readonly en: Share
  /** Values of the items that must be found every time. */
  readonly sure: Share
  /** Texts without secrets that raise any, of all without. */
  readonly falseAlarms: Share
  /** Spans beside the labelled ones in texts that hold secrets. */
  readonly beside: number
  /** Right spans that are the value exactly. */
  readonly exact: number
}

/** A set, judged. */
export function figures(items: readonly LabelledText[]): SecretFigures {
  const judged = items.map(item => ({ item, ...judge(item) }))
  const share = (of: (item: LabelledText) => boolean): Share => {
    const chosen = judged.filter(({ item }) => of(item))
    const all = chosen.reduce((sum, { item }) => sum + item.secrets.length, 0)
    return { right: all - chosen.reduce((sum, { missed }) => sum + missed.length, 0), all }
  }
  const without = judged.filter(({ item }) => item.secrets.length === 0)
  return {
    recall: share(() => true),
    pl: share(({ language }) => language === 'pl'),
    en: share(({ language }) => language === 'en'),
    sure: share(({ sure }) => sure),
    falseAlarms: { right: without.filter(({ raised }) => raised.length > 0).length, all: without.length },
    beside: judged.filter(({ item }) => item.secrets.length > 0).flatMap(({ raised }) => raised).length,
    exact: judged.reduce((sum, { item }) => sum + exactIn(item), 0),
  }
}

function exactIn({ text, secrets }: LabelledText): number {
  const found = findSecrets(text).map(({ start, end }) => text.slice(start, end))
  return secrets.filter(({ value }) => found.includes(value)).length
}

/** A share as a number; of nothing, all is right. */
export const ratio = ({ right, all }: Share): number => (all === 0 ? 1 : right / all)

/** One line of counts. */
export function line(
  name: string,
  { recall, pl, en, sure, falseAlarms, beside, exact }: SecretFigures,
): string {
  const say = (share: Share): string => `${share.right}/${share.all} (${ratio(share).toFixed(3)})`
  return `secrets, ${name}: recall ${say(recall)}, pl ${say(pl)}, en ${say(en)}, sure ${say(sure)}, false alarms ${say(falseAlarms)}, exact ${exact}, beside ${beside}`
}
