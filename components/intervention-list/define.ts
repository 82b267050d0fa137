import { OsInterventionList } from './intervention-list.js'

declare global {
  interface HTMLElementTagNameMap {
    'os-intervention-list': OsInterventionList
  }
}

if (!customElements.get('os-intervention-list')) {
  customElements.define('os-intervention-list', OsInterventionList)
}
