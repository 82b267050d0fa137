import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { parseAuthorization, verifyAuthorization } from '../../src/index.js'
import type { AuthorizationRecord } from '../../src/index.js'
import { recordOrNone } from '../record.js'
import type { DeskRequest } from './desk-data.js'
import { visible } from './visible.js'

/** What this browser found when it checked the stored authorization. */
export interface Checked {
  /** The digest belongs to the record, and the record to this request. */
  readonly verified: boolean
  /** It names another request or another server. */
  readonly foreign: boolean
  readonly record: AuthorizationRecord | undefined
  readonly digest: string
}

/** Checks the authorization on the bytes that the backend stored; `undefined` where none came. */
export async function check(request: DeskRequest): Promise<Checked | undefined> {
  const stored = request.entries.find(({ fact }) => fact.includes('"authorization"'))
  if (stored === undefined) return undefined
  const authorization = recordOrNone(jsonOrNone(stored.fact))?.['record']
  const parsed = parseAuthorization(authorization)
  const genuine = await verifyAuthorization(authorization)
  if (!parsed.ok) return { verified: false, foreign: false, record: undefined, digest: '' }
  const { record, digest } = parsed.value
  const foreign = record.requestKey !== request.key || record.server.value !== request.server.value
  return { verified: genuine && !foreign, foreign, record, digest }
}

/** The record in full, and whether it is still what the customer authorized. */
export function authorizationView(checked: Checked | undefined): TemplateResult {
  if (checked === undefined)
    return html`<p class="loud" role="alert"><strong>NOT verified.</strong> No authorization came.</p>`
  return html`${verdict(checked)} ${checked.record ? facts(checked.record, checked.digest) : ''}`
}

function verdict({ verified, foreign }: Checked): TemplateResult {
  if (verified)
    return html`<p class="verdict">
      <strong>Verified.</strong> Digest and record belong together, and to this request.
    </p>`
  const reason = foreign
    ? 'It names another request or another server.'
    : 'What is stored is not what was authorized: do not start the work.'
  return html`<p class="verdict loud" role="alert"><strong>NOT verified.</strong> ${reason}</p>`
}

function facts(record: AuthorizationRecord, digest: string): TemplateResult {
  const { statement, signer, withoutCredentials: without } = record
  const time = (at: number) => new Date(at).toISOString()
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  const row = (label: string, value: unknown) =>
    html`<dt>${label}</dt>
      <dd>${value}</dd>`
  return html`
    <dl>
      ${row('Signer', html`${visible(signer.name)} (account ${visible(signer.account)}, owner ${signer.owner})`)}
      ${row('Server', visible(record.server.value))} ${row('Tasks', listed(record.tasks))}
      ${row('Extras', listed(record.extras))} ${row('Methods', listed(record.methods))}
      ${row('Window', record.window)} ${row('Reboot', yes(record.reboot))}
      ${row('Mounting', yes(record.mounting))}
      ${row(
        'Without login details',
        without
          ? `console ${yes(without.console)}, reboot ${yes(without.reboot)}, mounting ${yes(without.mounting)}`
          : 'no',
      )}
      ${row('Customer’s clock', time(record.clientTime))} ${row('Server’s clock', time(record.serverTime))}
      ${row('Provider', visible(record.provider))} ${row('SHA-256', html`<code>${digest}</code>`)}
    </dl>
    <h4>Statement, version ${visible(statement.version)}, in “${visible(statement.language)}”</h4>
    <blockquote lang=${statement.language}><pre>${visible(statement.text)}</pre></blockquote>
    <h4>Duties</h4>
    <ul lang=${statement.language}>
      ${record.duties.map(duty => html`<li>${visible(duty.text)} <code>${duty.id}</code></li>`)}
    </ul>
  `
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ')
}

function jsonOrNone(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
