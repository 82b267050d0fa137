import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { bindingFlaws, openSealed } from '../../src/index.js'
import type { BindingFlaw, OpenedCredentials, OpenRefusal } from '../../src/index.js'
import { record, records, text, textOrNone, wholeOrNone } from '../record.js'
import type { Fields } from '../record.js'
import { privateKey, recordOpening } from './desk-data.js'
import type { DeskRequest } from './desk-data.js'
import { save } from './save.js'
import { copy } from './status.js'
import { machineTime } from './times.js'
import { exact, visible } from './visible.js'

/** What has become of the sealed text at this desk. */
export type Opening =
  | { readonly at: 'closed' }
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly opened: OpenedCredentials }
  | { readonly at: 'foreign'; readonly flaws: readonly BindingFlaw[] }
  | { readonly at: 'refused'; readonly code: NotOpened }

/** Why they didn't open: the sealed text, the way to the backend, or the customer. */
type NotOpened = OpenRefusal | 'unreachable' | 'withdrawn' | 'destroyed'

const REFUSALS = {
  'not-sealed': 'This is no age file.',
  'broken-identity': "The demo's private key can't be read.",
  'wrong-key-or-damaged': 'It was sealed to another key, or was changed on its way.',
  'not-credentials': 'It opened, but no login details were inside.',
  'sealer-unavailable': "The opening part couldn't be loaded.",
  withdrawn: 'The customer has withdrawn access: they are destroyed.',
  destroyed: 'The request has ended: they are destroyed.',
  unreachable: "The backend can't be reached. Nothing was opened.",
} as const satisfies Readonly<Record<NotOpened, string>>

const FLAWS = {
  'another-request': 'The request named inside is another one.',
  'another-server': 'The server named inside is another one.',
  'another-account': 'The account named inside is another customer’s.',
  'account-unbound': 'No account is named inside.',
} as const satisfies Readonly<Record<BindingFlaw, string>>

/** Opens the login details in this browser; first it is written on the ticket that somebody does. */
export async function open(request: DeskRequest, role: string): Promise<Opening> {
  try {
    const recorded = await recordOpening(request.number, role)
    if (recorded !== 'recorded') return { at: 'refused', code: recorded }
    const outcome = await openSealed(armoredIn(request), await privateKey())
    if (!outcome.ok) return { at: 'refused', code: outcome.error }
    const { key: requestKey, server, accounts } = request
    const flaws = bindingFlaws(outcome.value.binding, { requestKey, server: server.value, accounts })
    return flaws.length > 0 ? { at: 'foreign', flaws } : { at: 'open', opened: outcome.value }
  } catch {
    return { at: 'refused', code: 'unreachable' }
  }
}

/** What an engineer can do with the way in. */
export interface AccessActs {
  readonly open: (role: string) => void
  readonly hide: () => void
}

/** The way in, as it was sent: what is sealed stays so until somebody presses. */
export function accessView(
  request: DeskRequest,
  access: Fields,
  opening: Opening,
  acts: AccessActs,
): TemplateResult {
  if (request.sealed === undefined) return withoutSealed(access, request.access ?? {})
  const armored = armoredIn(request)
  return html`
    <dl>
      <dt>Way in</dt>
      <dd>login details of an administrator account, sealed</dd>
      <dt>Second factor</dt>
      <dd>told inside, with the user name, the password or private key, and the port</dd>
      <dt>Sealed to</dt>
      <dd>${recipientsIn(request).join(', ')}</dd>
    </dl>
    <div id="way-in">${opened(opening, acts)}</div>
    <details>
      <summary>The sealed text, to open it elsewhere</summary>
      <pre class="armored" tabindex="0" role="region" aria-label="The sealed text">${armored}</pre>
      <p class="hint">
        <code>age -d -i demo/data/keys/on-call.txt ${String(request.number)}.age</code>
        opens it without this page. Then nothing is recorded.
      </p>
    </details>
    <p class="buttons">
      <button type="button" @click=${() => void copy('the sealed text', armored)}>
        Copy the sealed text
      </button>
      <button type="button" @click=${() => save(`${String(request.number)}.age`, new Blob([armored]))}>
        Download .age
      </button>
    </p>
  `
}

function withoutSealed(access: Fields, { event }: { readonly event?: string | undefined }): TemplateResult {
  if (access['kind'] === 'account' || event !== undefined)
    return html`<p class="verdict warn">
      <strong>The login details are destroyed.</strong> Nothing of them is kept, and this page has forgotten
      them.
    </p>`
  const port = wholeOrNone(access, 'port')
  const rows: readonly (readonly [string, string | undefined])[] =
    access['kind'] === 'ssh-key'
      ? [
          ['Way in', 'the support team’s SSH key, which the customer adds to the account'],
          ['User name', textOrNone(access, 'username')],
          ['Port', port === undefined ? undefined : String(port)],
          ['Second factor', undefined],
        ]
      : [
          ['Way in', 'none: the customer can’t log in'],
          ['Why', textOrNone(access, 'reason')],
        ]
  return html`
    <dl>
      ${rows.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value === undefined ? 'not given' : visible(value)}</dd>`,
      )}
    </dl>
    <p class="hint">No sealed login details came with this request.</p>
  `
}

function opened(opening: Opening, acts: AccessActs): TemplateResult {
  switch (opening.at) {
    case 'closed':
    case 'opening':
      return html`
        <form
          class="buttons"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault()
            acts.open(roleIn(event))
          }}
        >
          <label for="role">Your role, as the customer will see it</label>
          <input
            id="role"
            name="role"
            value="on-call engineer"
            required
            maxlength="100"
            autocomplete="off"
            aria-describedby="role-hint"
          />
          <button
            class="main"
            type="submit"
            data-next
            aria-disabled=${opening.at === 'opening' ? 'true' : 'false'}
          >
            Open the login details
          </button>
          <p id="role-hint" class="hint">
            Recorded on the ticket when you open: your role, and when. They are hidden again after two
            minutes.
          </p>
        </form>
      `
    case 'open':
      return html`
        <div class="opened" role="group" aria-label="The login details, opened" tabindex="-1" data-next>
          ${details(opening.opened)}
          <p class="buttons">
            <button class="main" type="button" @click=${acts.hide}>Hide the login details</button>
            <span class="hint">They hide by themselves after two minutes.</span>
          </p>
        </div>
      `
    case 'foreign':
      return html`
        <div class="loud" role="alert" tabindex="-1" data-next>
          <p><strong>These login details were not sealed for this request. Don't use them.</strong></p>
          <p>
            ${opening.flaws.map(flaw => FLAWS[flaw]).join(' ')} They are not shown: somebody moved the sealed
            text here.
          </p>
        </div>
      `
    case 'refused':
      return html`
        <div class="loud" role="alert" tabindex="-1" data-next>
          <p><strong>The login details didn't open.</strong> ${REFUSALS[opening.code]}</p>
          <p><button type="button" @click=${acts.hide}>Back</button></p>
        </div>
      `
  }
}

function details({ credentials, binding, keyIds }: OpenedCredentials): TemplateResult {
  const secret =
    'password' in credentials
      ? secretRow('Password', 'password', credentials.password)
      : html`
          ${secretRow('Private key', 'private-key', credentials.privateKey)}
          ${credentials.passphrase === undefined ? nothing : secretRow('Passphrase', 'passphrase', credentials.passphrase)}
        `
  return html`
    <dl>
      <dt>Second factor</dt>
      <dd>
        ${credentials.secondFactor ? html`<strong>switched on: ask the customer for the code</strong>` : 'off'}
      </dd>
      <dt>Port</dt>
      <dd>${credentials.port ?? 'not given'}</dd>
      ${secretRow('User name', 'username', credentials.username)} ${secret}
      <dt>Sealed for</dt>
      <dd>this request, ${binding.server}, ${machineTime(binding.time)}, keys ${keyIds.join(', ')}</dd>
    </dl>
    <p class="hint">
      A dot is a blank, ↵ a line end, U+… a character that can't be seen. Copying gives what was typed.
    </p>
  `
}

function secretRow(label: string, name: string, value: string): TemplateResult {
  const points = Array.from(value).length
  const form = value === value.normalize('NFC') ? '' : ', letters written as base and accent (not NFC)'
  return html`
    <dt>${label}</dt>
    <dd>
      <div class="secret">
        <pre data-secret=${name}>${exact(value)}</pre>
        <button type="button" @click=${() => void copy(label.toLowerCase(), value)}>
          Copy <span class="said">${label.toLowerCase()}</span>
        </button>
      </div>
      <small>${String(points)} characters${form}</small>
    </dd>
  `
}

function armoredIn({ sealed = '{}' }: DeskRequest): string {
  return text(record(JSON.parse(sealed)), 'armored')
}

function recipientsIn({ sealed = '{}' }: DeskRequest): readonly string[] {
  return records(record(JSON.parse(sealed))['recipients']).map(
    one => `${text(one, 'label')} (${text(one, 'fingerprint')})`,
  )
}

function roleIn(event: SubmitEvent): string {
  const form = event.currentTarget
  const role = form instanceof HTMLFormElement ? new FormData(form).get('role') : null
  return typeof role === 'string' && role.trim() !== '' ? role.trim() : 'on-call engineer'
}
