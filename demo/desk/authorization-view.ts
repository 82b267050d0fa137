import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { parseAuthorization, verifyAuthorization } from '../../src/index.js'
import type { AuthorizationRecord, AuthorizedUntil } from '../../src/index.js'
import type { DeskRequest } from './desk-data.js'
import { fieldsIn } from './stored.js'
import { machineTime, moment } from './times.js'
import { visible } from './visible.js'
import { inWords } from './words.js'

/** What this browser found when it checked the stored authorization. */
export interface Checked {
  /** The digest fits the record and it is about this request; it doesn't fit; it fits, but another request or server is named. */
  readonly is: 'intact' | 'changed' | 'foreign'
  readonly record: AuthorizationRecord | undefined
  readonly digest: string
  readonly until: AuthorizedUntil | null
  /** When the statement was agreed to, where less is allowed by now than it says; epoch milliseconds. */
  readonly wordsOf?: number
}

/** Checks the authorization in force on the bytes that the backend stored; `undefined` where none came. */
export async function check({
  authorization: stored,
  key,
  server,
  standing,
}: DeskRequest): Promise<Checked | undefined> {
  if (stored === undefined) return undefined
  const { record: authorization } = fieldsIn(stored)
  const parsed = parseAuthorization(authorization)
  const fits = await verifyAuthorization(authorization)
  if (!parsed.ok) return { is: 'changed', record: undefined, digest: '', until: null }
  const { record, digest } = parsed.value
  const foreign = record.requestKey !== key || record.server.value !== server.value
  const { until, wordsOf } = standing
  return {
    is: fits ? (foreign ? 'foreign' : 'intact') : 'changed',
    ...{ record, digest, until },
    ...(wordsOf !== null && { wordsOf }),
  }
}

/** What was authorized, and two things apart: whether the record is as it was, and who says that the signer is the owner. */
export function authorizationView(
  checked: Checked | undefined,
  { isAmongServices }: Pick<DeskRequest, 'isAmongServices'>,
): TemplateResult {
  if (checked === undefined)
    return html`<p class="verdict loud" role="alert">
      <strong>No authorization came.</strong> Don't start the work.
    </p>`
  const { is, record } = checked
  return html`
    ${verdict(checked)} ${is === 'intact' && record ? owner(record) : ''}
    ${isAmongServices ? '' : notAmongServices()} ${record ? authorized(record, checked) : ''}
  `
}

function verdict({ is }: Checked): TemplateResult {
  switch (is) {
    case 'intact':
      return html`<p class="verdict good"><strong>Record intact:</strong> the digest fits.</p>`
    case 'changed':
      return html`<p class="verdict loud" role="alert">
        <strong>Record changed:</strong> what is stored is not what was authorized. Don't start the work.
      </p>`
    case 'foreign':
      return html`<p class="verdict loud" role="alert">
        <strong>Record of another request:</strong> it names another request or another server. Don't start
        the work.
      </p>`
  }
}

/** Whoever signed may not be who can authorize anything there. */
function notAmongServices(): TemplateResult {
  return html`<p class="verdict loud" role="alert">
    <strong>Not among this account’s services:</strong> the server is not one that the client area has for
    this account. Find out whose it is before you start.
  </p>`
}

/** An intact record tells what the signer said, not that it is true. */
function owner({ signer }: AuthorizationRecord): TemplateResult {
  return signer.owner === 'known'
    ? html`<p class="owner good"><strong>Owner:</strong> named by the client area.</p>`
    : html`<p class="owner warn"><strong>Owner:</strong> declared by the signer, not verified.</p>`
}

function authorized(record: AuthorizationRecord, checked: Checked): TemplateResult {
  const { statement, signer, withoutCredentials: without } = record
  const { wordsOf } = checked
  return html`
    <dl>
      ${row('Signer', html`${visible(signer.name)} (account ${visible(signer.account)}, owner ${signer.owner})`)}
      ${row('Server', visible(record.server.value))} ${row('Tasks', visible(inWords('task', record.tasks)))}
      ${row('Additional services', visible(inWords('extra', record.extras)))}
      ${row('Access methods', visible(inWords('method', record.methods)))}
      ${row('Valid until', untilWhen(checked))} ${row('Restart', allowed(record.reboot))}
      ${row('Mounting file systems', allowed(record.mounting))}
      ${
        without
          ? row(
              'Without login details',
              `rescue mode or console ${allowed(without.console)}, restart ${allowed(without.reboot)}, mounting ${allowed(without.mounting)}`,
            )
          : ''
      }
      ${row('Provider', visible(record.provider))}
    </dl>
    <h4>Statement, version ${visible(statement.version)}, in “${visible(statement.language)}”</h4>
    ${
      wordsOf === undefined
        ? ''
        : html`<p class="verdict warn">
            <strong>Narrowed since:</strong> this is the text as it was given on ${moment(wordsOf)}. Only what
            stands above is allowed now.
          </p>`
    }
    <blockquote lang=${statement.language}><pre>${visible(statement.text)}</pre></blockquote>
    <h4>Duties</h4>
    <ul lang=${statement.language}>
      ${record.duties.map(duty => html`<li>${visible(duty.text)} <code>${duty.id}</code></li>`)}
    </ul>
  `
}

/** How long the authorization holds, in words that follow "until". */
export function untilWhen({ until }: Checked): string {
  switch (until?.kind) {
    case undefined:
      return 'a time that isn’t told'
    case 'until-done':
      return `the work is done, and at most ${String(until.hoursAfter)} hours after`
    case 'at':
      return moment(until.at)
  }
}

/** What is compared when something is in doubt. */
export function recordView(request: DeskRequest, checked: Checked | undefined): TemplateResult {
  const { record, digest } = checked ?? {}
  return html`
    <dl>
      ${row('Request key', html`<code>${visible(request.key)}</code>`)}
      ${
        record &&
        html`
          ${row('SHA-256 of the record', html`<code>${digest}</code>`)}
          ${row('Customer’s clock', machineTime(record.clientTime))}
          ${row('Server’s clock', machineTime(record.serverTime))}
        `
      }
    </dl>
  `
}

function row(label: string, value: unknown): TemplateResult {
  return html`<dt>${label}</dt>
    <dd>${value}</dd>`
}

function allowed(is: boolean): string {
  return is ? 'allowed' : 'not allowed'
}
