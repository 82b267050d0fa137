import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { parseAuthorization, verifyAuthorization, wordsBeforeNarrowing } from '../../src/index.js'
import type { Authorization, AuthorizationRecord } from '../../src/index.js'
import { nordhost } from '../policy.js'
import type { DeskEntry, DeskRequest } from './desk-data.js'
import { fieldsIn } from './stored.js'
import { visible } from './visible.js'
import { inWords, moment } from './words.js'

const HOUR = 3_600_000

/** What this browser found when it checked the stored authorization. */
export interface Checked {
  /** The digest fits the record and it is about this request; it doesn't fit; it fits, but another request or server is named. */
  readonly is: 'intact' | 'changed' | 'foreign'
  readonly record: AuthorizationRecord | undefined
  readonly digest: string
  /** When the statement was agreed to, where less is allowed by now than it says; epoch milliseconds. */
  readonly wordsOf?: number
}

/** Checks the authorization in force, the last one, on the bytes that the backend stored; `undefined` where none came. */
export async function check(request: DeskRequest): Promise<Checked | undefined> {
  const stored = request.entries.findLast(({ fact }) => fact.includes('"authorization"'))
  if (stored === undefined) return undefined
  const authorization = fieldsIn(stored.fact)['record']
  const parsed = parseAuthorization(authorization)
  const fits = await verifyAuthorization(authorization)
  if (!parsed.ok) return { is: 'changed', record: undefined, digest: '' }
  const { record, digest } = parsed.value
  const foreign = record.requestKey !== request.key || record.server.value !== request.server.value
  const wordsOf = wordsBeforeNarrowing(request.entries.flatMap(authorizationIn))
  return {
    is: fits ? (foreign ? 'foreign' : 'intact') : 'changed',
    record,
    digest,
    ...(wordsOf !== null && { wordsOf }),
  }
}

function authorizationIn({ fact: stored }: DeskEntry): readonly Authorization[] {
  const fact = fieldsIn(stored)
  const parsed = fact['kind'] === 'authorization' ? parseAuthorization(fact['record']) : undefined
  return parsed?.ok ? [parsed.value] : []
}

/** What was authorized, and two things apart: whether the record is as it was, and who says that the signer is the owner. */
export function authorizationView(checked: Checked | undefined): TemplateResult {
  if (checked === undefined)
    return html`<p class="verdict loud" role="alert">
      <strong>No authorization came.</strong> Don't start the work.
    </p>`
  const { is, record } = checked
  return html`
    ${verdict(checked)} ${is === 'intact' && record ? owner(record) : ''}
    ${record ? authorized(record, checked.wordsOf) : ''}
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

/** An intact record tells what the signer said, not that it is true. */
function owner({ signer }: AuthorizationRecord): TemplateResult {
  return signer.owner === 'known'
    ? html`<p class="owner good"><strong>Owner:</strong> named by the client area.</p>`
    : html`<p class="owner warn"><strong>Owner:</strong> declared by the signer, not verified.</p>`
}

function authorized(record: AuthorizationRecord, wordsOf: number | undefined): TemplateResult {
  const { statement, signer, withoutCredentials: without } = record
  return html`
    <dl>
      ${row('Signer', html`${visible(signer.name)} (account ${visible(signer.account)}, owner ${signer.owner})`)}
      ${row('Server', visible(record.server.value))} ${row('Tasks', visible(inWords('task', record.tasks)))}
      ${row('Additional services', visible(inWords('extra', record.extras)))}
      ${row('Access methods', visible(inWords('method', record.methods)))}
      ${row('Valid until', untilWhen(record))} ${row('Restart', allowed(record.reboot))}
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
export function untilWhen({ window, serverTime }: AuthorizationRecord): string {
  switch (window) {
    case 'until-done':
      return `the work is done, and at most ${String(nordhost.authorization.hoursAfterDone)} hours after`
    case '24h':
      return `${moment(serverTime + 24 * HOUR)} (24 hours from sending)`
    case '7d':
      return `${moment(serverTime + 7 * 24 * HOUR)} (7 days from sending)`
  }
}

/** What is compared when something is in doubt. */
export function recordView(request: DeskRequest, checked: Checked | undefined): TemplateResult {
  const { record, digest } = checked ?? {}
  const time = (at: number) => new Date(at).toISOString()
  return html`
    <dl>
      ${row('Request key', html`<code>${visible(request.key)}</code>`)}
      ${
        record &&
        html`
          ${row('SHA-256 of the record', html`<code>${digest}</code>`)}
          ${row('Customer’s clock', time(record.clientTime))}
          ${row('Server’s clock', time(record.serverTime))}
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
