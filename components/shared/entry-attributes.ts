import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'

/** What login details are typed into. */
export type EntryField = 'username' | 'password' | 'passphrase' | 'privateKey'

type Attributes = Readonly<Record<string, string>>

/** Nothing that corrects, translates, or sends off what is typed. */
const exact: Attributes = {
  autocapitalize: 'none',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
  writingsuggestions: 'false',
}

/** The marks by which recorders of sessions know what they must not record. */
const unrecorded: Attributes = {
  'data-private': '',
  'data-sentry-mask': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
}

/** The marks by which password managers know a field that is none of theirs. */
const unmanaged: readonly (readonly [string, string])[] = [
  ['data-1p-ignore', ''],
  ['data-lpignore', 'true'],
  ['data-bwignore', ''],
  ['data-form-type', 'other'],
]

/** `off` doesn't keep browsers from filling in the client area's own password: `new-password` does. */
const autocomplete = {
  username: ['off', 'username'],
  password: ['new-password', 'current-password'],
  passphrase: ['new-password', 'new-password'],
  privateKey: ['off', 'off'],
} as const satisfies Record<EntryField, readonly [string, string]>

class EntryAttributes extends Directive {
  #managed: boolean | undefined

  /** The attributes by name; `undefined` takes one away. */
  render(field: EntryField, managed: boolean): Readonly<Record<string, string | undefined>> {
    const [alone, kept] = autocomplete[field]
    const isManaged = managed && alone !== kept
    const ignored = unmanaged.map(([name, value]) => [name, isManaged ? undefined : value] as const)
    return {
      ...exact,
      // A name that no browser takes for the client area's own; the secrets have none at all.
      ...(field === 'username' ? { name: managed ? 'username' : 'os-user' } : unrecorded),
      ...Object.fromEntries(ignored),
      autocomplete: managed ? kept : alone,
    }
  }

  override update({ element }: ElementPart, [field, managed]: Parameters<this['render']>): unknown {
    if (managed === this.#managed) return noChange
    this.#managed = managed
    for (const [name, value] of Object.entries(this.render(field, managed))) {
      if (value === undefined) element.removeAttribute(name)
      else element.setAttribute(name, value)
    }
    if (field !== 'username') element.classList.add('rr-block', 'ph-no-capture', 'fs-exclude')
    element.classList.toggle('keeper-ignore', element.hasAttribute('data-1p-ignore'))
    return noChange
  }
}

/**
 * The attributes of a field for login details, by what is typed into it and whether a password manager may have a part.
 *
 * Set once, and again when that changes: a template would have to repeat all of them at every field.
 */
export const entryAttributes = directive(EntryAttributes)
