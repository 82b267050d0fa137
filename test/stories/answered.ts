import type { Finding } from './axe.js'

/** What axe leaves to a person, and what a person who looked says to it. */
interface Answer {
  readonly kind: string
  /** What it is said of; the same kind elsewhere has to be looked at anew. */
  readonly where: RegExp
  /** What was looked at, and what was seen. */
  readonly seen: string
}

export const answered: readonly Answer[] = [
  {
    kind: 'color-contrast (color-contrast, equalRatio)',
    where: /<button\b[^>]*class="primary"/,
    seen: 'Forced colours only. axe reads -webkit-text-fill-color, for which Chromium answers our own white; the button is drawn in ButtonText on ButtonFace, black on white here: color and background-color say so, and the kept pictures show it.',
  },
  {
    kind: 'color-contrast (color-contrast, elmPartiallyObscured)',
    where: /<(?:small|strong|h[23])\b/,
    seen: 'Headings, the small line above one, the headline of a price. Their lines are lower (line-height 1.25) than the box of the letters, whose edge lies on the block around them: nothing lies over them, and the same colours are measured in the text below.',
  },
]

/** The same, for what comes up in Firefox or WebKit only: they tell otherwise what lies at a point of the page. */
export const answeredElsewhere: readonly Answer[] = [
  {
    kind: 'color-contrast (color-contrast, elmPartiallyObscured)',
    where: /<(?:t[dh] (?:scope="col" )?class="amount"|label\b|legend\b)/,
    seen: 'Firefox (the heading “Net”, in English, on a phone) and WebKit. Amounts at the end of a row, a label and a legend beside others: each has its own box in the pictures, and nothing lies over it.',
  },
  ...['bgOverlap', 'elmPartiallyObscuring'].map(reason => ({
    kind: `color-contrast (color-contrast, ${reason})`,
    where: /<(?:p|label|span)\b/,
    seen: 'WebKit. A choice’s label and the summary of a fold reach, transparent, over their whole row, so that all of it can be pressed: WebKit names them before the words that they lie on. The pictures show nothing over the words, and the same colours are measured in the other browsers.',
  })),
]

/** Has a person looked at what this is, there? */
export const isAnswered = (finding: Finding, answers: readonly Answer[] = answered): boolean =>
  answers.some(({ kind, where }) => kind === finding.kind && where.test(finding.place))
