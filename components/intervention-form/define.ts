import { OsInterventionForm } from './intervention-form.js'

declare global {
  interface HTMLElementTagNameMap {
    'os-intervention-form': OsInterventionForm
  }
}

if (!customElements.get('os-intervention-form')) {
  customElements.define('os-intervention-form', OsInterventionForm)
}
