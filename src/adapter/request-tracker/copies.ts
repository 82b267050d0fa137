import type { FieldKey } from '../../request/field.js'
import type { FilingToCheck } from '../../request/filing-issues.js'
import type { RtTicket } from './answers.js'
import type { RequestTrackerFields } from './options.js'

/** What stands in a field of the ticket, and which field of the form that is. */
type Copy = readonly [field: number | undefined, key: FieldKey, value: string | undefined]

/** What a request puts into the ticket's fields, beside its key and its sealed text. */
function copiesOf(filing: Omit<FilingToCheck, 'files'>, fields: RequestTrackerFields): readonly Copy[] {
  const { server, serverType, operatingSystem, access, authorization } = filing
  return [
    [fields.server, 'server', server.value],
    [fields.serverType, 'serverType', serverType],
    [fields.operatingSystem, 'operatingSystem', operatingSystem],
    [fields.access, 'access', access.kind],
    [fields.authorization, 'authorization', JSON.stringify(authorization, null, 2)],
  ]
}

/** The fields as RT wants them: by number, since a name that its user can't see is passed over in silence. */
export function fieldValues(
  filing: Omit<FilingToCheck, 'files'>,
  fields: RequestTrackerFields,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    copiesOf(filing, fields).flatMap(([field, , value]) =>
      field === undefined || value === undefined ? [] : [[String(field), value]],
    ),
  )
}

/** What RT has accepted and not kept: it says so of nothing. */
export function lostCopies(
  filing: Omit<FilingToCheck, 'files'>,
  ticket: RtTicket,
  fields: RequestTrackerFields,
): readonly FieldKey[] {
  return copiesOf(filing, fields).flatMap(([field, key, value]) =>
    field === undefined || value === undefined || holds(ticket, field, value) ? [] : [key],
  )
}

/** Does a field hold this, whatever has become of its blanks and line ends? */
export function holds(ticket: RtTicket, field: number, value: string): boolean {
  return valuesIn(ticket, field).some(kept => withoutBlanks(kept) === withoutBlanks(value))
}

/** What stands in a field. */
export function valuesIn({ CustomFields = [] }: RtTicket, field: number): readonly string[] {
  const values = CustomFields.find(({ id }) => id === field)?.values ?? []
  return values.filter(value => value !== null)
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '')
}
