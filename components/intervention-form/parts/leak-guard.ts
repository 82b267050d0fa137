import { html, nothing, type TemplateResult } from 'lit'
import { maskSecret, type CredentialKind, type GuardedText, type SecretSpan } from '../../../src/index.js'
import { icon } from '../../shared/icons.js'
import { notice } from '../../shared/notice.js'
import type { FormView } from '../form-view.js'
import type { Decision } from '../judgement.controller.js'

/** How much of the text before a secret is shown, so that the customer knows which is meant; UTF-16 code units. */
const shownBefore = 30

/** What in an open text is a secret, or looks like one: moved to the protected field, masked, or left on their word. */
export function leakGuard(view: FormView, key: GuardedText): TemplateResult | typeof nothing {
  const { words, draft, facts, judgement, secrets } = view
  const text = draft[key]
  const decision = judgement.decisionAt(key)
  const [suspected] = judgement.undecidedIn(key, text)
  const known = facts.repeated?.some(field => field === key)
    ? secrets.spanIn(text, draft.credentialKind)
    : undefined
  if (!decision && !known && !suspected) return nothing
  return html`<div class="stack tight" id="${key}-guard" tabindex="-1">
    ${
      decision
        ? html`<p class="said">${icon('done')}<span>${words.say(`guard.${decision}`)}</span></p>`
        : nothing
    }
    ${
      known
        ? question(view, key, words.say('guard.found.known'), around(text, known), [mask(view, key, known)])
        : suspected
          ? question(view, key, words.say(`guard.found.${suspected.kind}`), around(text, suspected), [
              ...move(view, key, suspected),
              mask(view, key, suspected),
              keep(view, key, suspected),
            ])
          : nothing
    }
  </div>`
}

type Span = Pick<SecretSpan, 'start' | 'end'>

interface Way {
  readonly decision: Decision
  readonly decide: () => void
}

function question(
  view: FormView,
  key: GuardedText,
  title: string,
  where: string,
  ways: readonly Way[],
): TemplateResult {
  const { words } = view
  const field = words.say(`field.${key}.label`)
  return notice(
    'warning',
    title,
    html`<p><q>${where}</q></p>
      <p>${words.say('guard.text')}</p>`,
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

/** Offered only where the protected field is free, and the customer hasn't chosen another way in. */
function move(view: FormView, key: GuardedText, span: SecretSpan): readonly Way[] {
  const { draft, secrets, judgement, choose } = view
  const kind = kindOf(span)
  const free = ['', 'account'].includes(draft.access) && view.sealedAt === undefined
  if (!kind || !free || secrets.stateOf(kind) === 'given') return []
  return [
    {
      decision: 'moved',
      decide() {
        const text = draft[key]
        judgement.decide(key, 'moved')
        choose({ [key]: maskSecret(text, span), access: 'account', credentialKind: kind })
        secrets.take(kind, text.slice(span.start, span.end))
      },
    },
  ]
}

function mask(view: FormView, key: GuardedText, span: Span): Way {
  return {
    decision: 'masked',
    decide() {
      view.judgement.decide(key, 'masked')
      view.choose(now => ({ [key]: maskSecret(now[key], span) }))
    },
  }
}

function keep({ draft, judgement, choose }: FormView, key: GuardedText, { start, end }: Span): Way {
  return {
    decision: 'kept',
    decide() {
      judgement.decide(key, 'kept', draft[key].slice(start, end))
      choose({})
    },
  }
}

/** A token opens something else than the server: it has no field of its own. */
function kindOf({ kind }: SecretSpan): CredentialKind | undefined {
  switch (kind) {
    case 'password':
      return 'password'
    case 'key':
      return 'private-key'
    case 'token':
    case 'url-credentials':
      return undefined
  }
}

/** The words before a secret, and a mark where it stands. */
function around(text: string, { start }: Span): string {
  const line = text.slice(0, start).split('\n').at(-1) ?? ''
  const near = line.slice(-shownBefore)
  return `${near === line ? line : `…${near.replace(/^\S*/, '')}`}•••`
}
