import { OsExtrasQuote } from './extras-quote.js'

declare global {
  interface HTMLElementTagNameMap {
    'os-extras-quote': OsExtrasQuote
  }
}

if (!customElements.get('os-extras-quote')) {
  customElements.define('os-extras-quote', OsExtrasQuote)
}
