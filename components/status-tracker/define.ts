import { OsStatusTracker } from './status-tracker.js'

declare global {
  interface HTMLElementTagNameMap {
    'os-status-tracker': OsStatusTracker
  }
}

if (!customElements.get('os-status-tracker')) {
  customElements.define('os-status-tracker', OsStatusTracker)
}
