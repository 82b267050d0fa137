import { html, nothing, type TemplateResult } from 'lit'
import { asLogin, maskSecret, type Draft, type GuardedText, type SecretSpan } from '../../../src/index.js'
import { icon } from '../../shared/icons.js'
import { notice } from '../../shared/notice.js'
import type { FormView } from '../form-view.js'
import type { Decision } from '../secret-guard.js'

/** How much of the text before a secret is shown, so that the customer knows which is meant; UTF-16 code units. */
const shownBefore = 30

/** What in an open text is a secret, or looks like one: moved to the protected field, masked, or left on their word. */
export function leakGuard(view: FormView, key: GuardedText): TemplateResult | typeof nothing {
  const { words, draft, facts, judgement, secrets } = view
  const text = draft[key]
  const decision = judgement.guard.decisionAt(key)
  const [suspected] = judgement.guard.undecidedIn(key, text)
  const known = facts.repeated?.includes(key) ? secrets.spanIn(text, draft.credentialKind) : undefined
  if (!decision && !known && !suspected) return nothing
  return html`<div class="stack tight" id="${key}-guard" tabindex="-1">
    ${
      decision
        ? html`<p class="said">${icon('done')}<span>${words.say(`guard.${decision}`)}</span></p>`
        : nothing
    }
    ${
      known
        ? question(view, key, 'known', around(text, known), [maskKnown(view, key)])
        : suspected
          ? question(view, key, suspected.kind, around(text, suspected), [
              ...move(view, key, suspected),
              mask(view, key, suspected),
              keep(view, key, suspected),
            ])
          : nothing
    }
  </div>`
}

interface Way {
  readonly decision: Decision
  readonly decide: () => void
}

function question(
  { words }: FormView,
  key: GuardedText,
  kind: SecretSpan['kind'] | 'known',
  where: string,
  ways: readonly Way[],
): TemplateResult {
  const field = words.say(`field.${key}.label`)
  return notice(
    'warning',
    words.say(`guard.found.${kind}`),
    html`<p><q>${where}</q></p>
      <p>
        ${words.say('guard.text')}
        ${ways.some(({ decision }) => decision === 'moved') ? words.say('guard.moveText') : nothing}
      </p>`,
    html`<div class="row">
      ${ways.map(({ decision, decide }) => {
        const label = words.say(`guard.action.${decision}`)
        return html`<button
          type="button"
          id="${key}-${decision}"
          aria-label="${label}: ${field}"
          @click=${({ currentTarget }: Event) => {
            decide()
            // The button goes with the question: what became of it is read out where it stood.
            if (currentTarget instanceof Element) currentTarget.closest<HTMLElement>('[tabindex]')?.focus()
          }}
        >
          ${label}
        </button>`
      })}
    </div>`,
  )
}

/** Offered only where the protected fields are free, and the customer hasn't chosen another way in. */
function move(view: FormView, key: GuardedText, { kind, start, end }: SecretSpan): readonly Way[] {
  const { draft, secrets, judgement, choose, sealedAt } = view
  const secret = draft[key].slice(start, end)
  const login = asLogin(kind, secret)
  const isFree =
    ['', 'account'].includes(draft.access) &&
    sealedAt === undefined &&
    secrets.stateOf('password') !== 'given' &&
    secrets.stateOf('private-key') !== 'given'
  if (!login || !isFree) return []
  return [
    {
      decision: 'moved',
      decide() {
        let without: Partial<Draft> = {}
        choose(now => {
          without = judgement.guard.without(secret, now)
          return isEmpty(without) ? {} : { ...without, access: 'account', credentialKind: login.kind }
        })
        if (isEmpty(without)) return
        judgement.guard.decide(key, 'moved')
        secrets.take(login.kind, login.value)
      },
    },
  ]
}

function mask(view: FormView, key: GuardedText, { start, end }: SecretSpan): Way {
  const secret = view.draft[key].slice(start, end)
  return {
    decision: 'masked',
    decide() {
      masking(view, key, now => view.judgement.guard.without(secret, now))
    },
  }
}

/** The login details themselves: wherever they stand in this text, in the midst of a word too. */
function maskKnown(view: FormView, key: GuardedText): Way {
  return {
    decision: 'masked',
    decide() {
      masking(view, key, now => {
        let text = now[key]
        const next = () => view.secrets.spanIn(text, now.credentialKind)
        for (let span = next(); span; span = next()) text = maskSecret(text, span)
        return text === now[key] ? {} : { [key]: text }
      })
    },
  }
}

/** The text may have been written on since it was drawn: what stands there now is masked, or nothing. */
function masking(
  { choose, judgement }: FormView,
  key: GuardedText,
  changes: (now: Draft) => Partial<Draft>,
): void {
  choose(now => {
    const changed = changes(now)
    if (!isEmpty(changed)) judgement.guard.decide(key, 'masked')
    return changed
  })
}

function keep({ draft, judgement, choose }: FormView, key: GuardedText, { start, end }: SecretSpan): Way {
  return {
    decision: 'kept',
    decide() {
      judgement.guard.keep(draft[key].slice(start, end))
      judgement.guard.decide(key, 'kept')
      choose({})
    },
  }
}

function isEmpty(changes: Partial<Draft>): boolean {
  return Object.keys(changes).length === 0
}

/** The words before a secret, and a mark where it stands; where it begins a line, the end of the line before too. */
function around(text: string, { start }: Pick<SecretSpan, 'start'>): string {
  const before = text.slice(0, start).replace(/\s+/g, ' ')
  const near = before.slice(-shownBefore)
  return `${near === before ? before : `…${near.replace(/^\S*/, '')}`}•••`
}
