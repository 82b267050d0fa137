import { warnOfOther } from '../shared/warn.js'
import { OsInterventionForm } from './intervention-form.js'

declare global {
  interface HTMLElementTagNameMap {
    'os-intervention-form': OsInterventionForm
  }
}

const first = customElements.get('os-intervention-form')
if (first) warnOfOther(first)
else customElements.define('os-intervention-form', OsInterventionForm)
