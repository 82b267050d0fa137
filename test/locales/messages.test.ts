import { expect } from 'chai'
import { en } from '../../locales/en.js'
import { pl } from '../../locales/pl.js'
import {
  commandPurposes,
  credentialWarningCodes,
  faultCodes,
  fieldKeys,
  introserv,
  issueCodes,
  noticeCodes,
  offerReasons,
  steps,
  systemFamilies,
  treatments,
  type Phase,
  type RequiredItem,
  type ScopeKind,
  type SealRefusal,
  type SecretKind,
  type TimeUnit,
} from '../../src/index.js'

const texts = { en: flat(en), pl: flat(pl) }
const languages = ['en', 'pl'] as const

function flat(from: object, room = ''): Map<string, string> {
  return new Map(
    Object.entries(from).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[room + name, value] as const]
        : [...flat(Object(value), `${room}${name}.`)],
    ),
  )
}

function stem(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, '')
}

function stems(language: 'en' | 'pl'): string[] {
  return [...new Set([...texts[language].keys()].map(stem))].sort()
}

function pluralStems(language: 'en' | 'pl'): string[] {
  return [...texts[language].keys()].filter(key => key.endsWith('_other')).map(stem)
}

function places(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].sort()
}

/** The texts that hold what they must not. */
function offenders(language: 'en' | 'pl', pattern: RegExp): string[] {
  return [...texts[language]].filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key}: ${text}`)
}

describe('the two languages', () => {
  it('say the same things', () => {
    expect(stems('pl')).to.deep.equal(stems('en'))
  })

  it('have the same places to fill, in every plural form', () => {
    for (const [key, text] of texts.pl) {
      const english = texts.en.get(key) ?? texts.en.get(`${stem(key)}_other`) ?? ''
      expect(places(text), key).to.deep.equal(places(english))
    }
  })

  for (const language of languages) {
    it(`count in all the forms of ${language}`, () => {
      // None at all may be said in words of its own, in any language.
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      for (const key of pluralStems(language)) {
        const has = [...texts[language].keys()].filter(
          one => stem(one) === key && one !== key && !one.endsWith('_zero'),
        )
        expect(has.sort(), key).to.deep.equal(forms.map(form => `${key}_${form}`).sort())
      }
    })

    it(`leave no text of ${language} empty or with blanks at its ends`, () => {
      expect(offenders(language, /^\s|\s$|^$/)).to.deep.equal([])
    })
  }

  it('count the same things', () => {
    expect(pluralStems('pl').sort()).to.deep.equal(pluralStems('en').sort())
    expect(pluralStems('en')).to.not.deep.equal([])
  })

  it('share no text by accident', () => {
    const shared = [...texts.en].filter(([key, text]) => texts.pl.get(key) === text).map(([key]) => key)
    // Systems are called the same everywhere.
    expect(shared.filter(key => !key.startsWith('temporaryAccount.family.'))).to.deep.equal([
      'field.port.label',
      'check.problem',
      'ticket.port',
      'ticket.problem',
    ])
  })
})

describe('the tone', () => {
  const unfit: [string, 'en' | 'pl', RegExp][] = [
    ['begs or scolds', 'en', /\b(?:please|sorry|invalid|illegal|oops|failed)\b|!/i],
    ['calls included work free', 'en', /\bfree\b/i],
    [
      'begs, scolds or shouts',
      'pl',
      /(?<!\p{L})(?:proszę|prosimy|przepraszamy|nieprawidłow|niepoprawn|błędn)|!/iu,
    ],
    ['calls included work free', 'pl', /bezpłat|darmow|gratis|(?<!\p{L})za darmo/iu],
    ['says Pan or Pani', 'pl', /(?<!\p{L})(?:Pan|Pana|Panu|Panem|Pani|Panią|Państw\p{L}*)(?!\p{L})/u],
    ['takes the reader for a man or a woman', 'pl', /(?<!Has)(?:łeś|łaś|łem|łam)(?!\p{L})/u],
    [
      'writes the reader small',
      'pl',
      /(?<!\p{L})(?:ty|ciebie|ci|tobie|tobą|twój|twoja|twoje|twojego|twojej|twoim|twoich|twoją)(?!\p{L})/u,
    ],
    ['inflects a name', 'pl', /\}\}['’\p{L}]/u],
    ['inflects a name', 'en', /\}\}['’\p{L}]/u],
    ['calls a tick a signature', 'pl', /podpis|formie pisemnej|forma pisemna|należyt/iu],
    ['calls a tick a signature', 'en', /\bsignature\b|\bsigned\b/i],
    ['shows a code', 'en', /\b(?!authorized_keys)[a-z]+_[a-z]+\b|\b[45]\d\d\b/],
  ]
  for (const [what, language, pattern] of unfit) {
    it(`never ${what} (${language})`, () => {
      expect(offenders(language, pattern)).to.deep.equal([])
    })
  }
})

describe('every code has its words', () => {
  const asked = fieldKeys.filter(
    key =>
      !['attachments', 'quantities', 'quoteApproval', 'reply', 'replyFiles', 'reopenReason'].includes(key),
  )
  const refusals = {
    'no-recipient': 0,
    'broken-recipient': 0,
    'expired-recipient': 0,
    'unpinned-recipient': 0,
    'no-secure-context': 0,
    'broken-text': 0,
    'too-long': 0,
    'sealer-unavailable': 0,
  } satisfies Record<SealRefusal, 0>
  const phases = { received: 0, working: 0, waiting: 0, done: 0, declined: 0 } satisfies Record<Phase, 0>
  const required = {
    server: 0,
    problem: 0,
    action: 0,
    'errors-where-any': 0,
    credentials: 0,
    authorization: 0,
  } satisfies Record<RequiredItem, 0>
  const scopes = { included: 0, extra: 0, mixed: 0, unclear: 0 } satisfies Record<ScopeKind, 0>
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const table: [string, readonly string[], string?][] = [
    ['task', ids(introserv.tasks), 'title'],
    ['task', ids(introserv.tasks), 'hint'],
    ['extra', ids(introserv.extras), 'title'],
    ['extra', ids(introserv.extras), 'hint'],
    ['method', ids(introserv.methods), 'title'],
    ['method', ids(introserv.methods), 'hint'],
    ['duty', ids(introserv.duties)],
    ['limit', ids(introserv.limits)],
    ['stage', ids(introserv.stages)],
    ['aftercare.fact', ids(introserv.aftercare.facts)],
    ['aftercare.toDo', ids(introserv.aftercare.toDo)],
    ['window', introserv.authorization.windows],
    ['statement', introserv.authorization.windows],
    ['field', fieldKeys, 'label'],
    ['field', asked, 'hint'],
    ['issue', issueCodes],
    ['fault', faultCodes],
    ['notice', noticeCodes],
    ['step', [...steps, 'sent']],
    ['refusal', Object.keys(refusals)],
    ['phase', Object.keys(phases)],
    ['required', Object.keys(required)],
    ['scope', Object.keys(scopes), 'title'],
    ['scope', Object.keys(scopes), 'text'],
    ['offer', offerReasons],
    ['guard.found', ['password', 'key', 'token', 'url-credentials'] satisfies SecretKind[]],
    ['warning', credentialWarningCodes, 'title'],
    ['warning', credentialWarningCodes, 'text'],
    ['quote.treatment', treatments],
    ['quote.unit', ['15-minutes', 'hour'] satisfies TimeUnit[]],
    ['temporaryAccount.does', commandPurposes],
    ['temporaryAccount.family', systemFamilies],
  ]
  for (const [room, codes, part] of table) {
    it(`${room}.<code>${part === undefined ? '' : `.${part}`}`, () => {
      for (const language of languages) {
        const missing = codes
          .map(code => [room, code, part].filter(Boolean).join('.'))
          .filter(key => !texts[language].has(key) && !texts[language].has(`${key}_other`))
        expect(missing, language).to.deep.equal([])
      }
    })
  }

  it('and no sentence speaks of a code that is gone', () => {
    const rooms: [string, readonly string[]][] = [
      ['issue', issueCodes],
      ['fault', faultCodes],
      ['notice', noticeCodes],
      ['refusal', Object.keys(refusals)],
      ['quote.treatment', treatments],
      ['temporaryAccount.does', commandPurposes],
    ]
    for (const [room, codes] of rooms) {
      const said = stems('en').filter(key => key.startsWith(`${room}.`))
      expect(said, room).to.deep.equal(codes.map(code => `${room}.${code}`).sort())
    }
  })
})
