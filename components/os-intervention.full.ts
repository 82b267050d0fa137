// All elements with everything they need in one file, for a page that pins one integrity value.
import './define.js'
