import { OsCredentialField } from './credential-field.js'

declare global {
  interface HTMLElementTagNameMap {
    'os-credential-field': OsCredentialField
  }
}

if (!customElements.get('os-credential-field')) {
  customElements.define('os-credential-field', OsCredentialField)
}
