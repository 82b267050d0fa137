import type { ParseIssue } from '../parse-issue.js'
import type { FieldKey } from '../request/field.js'
import { isFieldKey } from './answer.js'

/** Where a wrong key of the record is asked for in the form; of the others, only the whole can be given again. */
const fieldOfRecord: Readonly<Partial<Record<string, FieldKey>>> = {
  'signer.name': 'signer',
  'signer.owner': 'ownerDeclared',
  methods: 'methods',
  duties: 'duties',
  window: 'timeWindow',
  reboot: 'reboot',
  withoutCredentials: 'consoleConsent',
}

/** The fields that broken data belongs to, each once. `fieldOf`: the field of a key that has another name than it. */
export function fieldsOf(
  issues: readonly ParseIssue[],
  fieldOf: Readonly<Partial<Record<string, FieldKey>>>,
): readonly FieldKey[] {
  return [...new Set(issues.flatMap(({ path }) => fieldAt(path, fieldOf)))]
}

/** The innermost key that names a field: `access.port` is the port's, `authorization.record.window` the time window's. */
function fieldAt(
  path: readonly (string | number)[],
  fieldOf: Readonly<Partial<Record<string, FieldKey>>>,
): readonly FieldKey[] {
  if (path[0] === 'authorization') return [fieldInRecord(path.slice(2).map(String))]
  for (const key of path.toReversed()) {
    const field = isFieldKey(key) ? key : fieldOf[key]
    if (field) return [field]
  }
  return []
}

function fieldInRecord([key = '', inner = '']: readonly string[]): FieldKey {
  return fieldOfRecord[`${key}.${inner}`] ?? fieldOfRecord[key] ?? 'authorization'
}
