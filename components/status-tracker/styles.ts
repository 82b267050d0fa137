import { quoteStyles } from '../extras-quote/extras-quote.styles.js'
import { attachmentsStyles } from '../shared/attachments.styles.js'
import { baseStyles } from '../shared/base.styles.js'
import { commandStyles } from '../shared/command.styles.js'
import { controlStyles } from '../shared/control.styles.js'
import { foldStyles } from '../shared/fold.styles.js'
import { tokens } from '../shared/tokens.styles.js'
import { pathStyles } from './path.styles.js'
import { trackerStyles } from './status-tracker.styles.js'

/** Everything that the tracker looks by: what all elements share comes first. */
export const styles = [
  tokens,
  baseStyles,
  controlStyles,
  commandStyles,
  foldStyles,
  attachmentsStyles,
  quoteStyles,
  trackerStyles,
  pathStyles,
]
