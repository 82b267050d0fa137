import type { FieldKey } from '../request/field.js'
import type { FilingToCheck } from '../request/filing-issues.js'

/** Copies for engineers to see, search and sort by, in custom fields. What a field refuses is told as `unstored`. */
export interface CopyFields {
  readonly authorization?: number
  readonly server?: number
  readonly serverType?: number
  readonly operatingSystem?: number
  readonly access?: number
}

/** A custom field of a ticket. */
export interface FieldOnTicket {
  readonly id: number
  readonly values: readonly (string | null)[]
}

/** What stands in a field of the ticket, and which field of the form that is. */
type Copy = readonly [field: number | undefined, key: FieldKey, value: string | undefined]

/** What a request puts into the ticket's fields, beside its key and its sealed text. */
function copiesOf(filing: Omit<FilingToCheck, 'files'>, fields: CopyFields): readonly Copy[] {
  const { server, serverType, operatingSystem, access, authorization } = filing
  return [
    [fields.server, 'server', server.value],
    [fields.serverType, 'serverType', serverType],
    [fields.operatingSystem, 'operatingSystem', operatingSystem],
    [fields.access, 'access', access.kind],
    [fields.authorization, 'authorization', JSON.stringify(authorization, null, 2)],
  ]
}

/** The copies, by the numbers of their fields: a name that its user can't see is passed over in silence. */
export function copyValues(
  filing: Omit<FilingToCheck, 'files'>,
  fields: CopyFields,
): readonly (readonly [field: number, value: string])[] {
  return copiesOf(filing, fields).flatMap(([field, , value]) =>
    field === undefined || value === undefined ? [] : [[field, value] as const],
  )
}

/** What the system has accepted and not kept: it says so of nothing. */
export function lostCopies(
  filing: Omit<FilingToCheck, 'files'>,
  ticket: readonly FieldOnTicket[],
  fields: CopyFields,
): readonly FieldKey[] {
  return copiesOf(filing, fields).flatMap(([field, key, value]) =>
    field === undefined || value === undefined || holds(ticket, field, value) ? [] : [key],
  )
}

/** Does a field hold this, whatever has become of its blanks and line ends? */
export function holds(ticket: readonly FieldOnTicket[], field: number, value: string): boolean {
  return valuesIn(ticket, field).some(kept => withoutBlanks(kept) === withoutBlanks(value))
}

/** What stands in a field. */
export function valuesIn(ticket: readonly FieldOnTicket[], field: number): readonly string[] {
  const values = ticket.find(({ id }) => id === field)?.values ?? []
  return values.filter(value => value !== null)
}

/** Without what a system may change in a text that it keeps. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '')
}
