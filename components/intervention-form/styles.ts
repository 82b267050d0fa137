import { attachmentsStyles } from '../shared/attachments.styles.js'
import { baseStyles } from '../shared/base.styles.js'
import { commandStyles } from '../shared/command.styles.js'
import { controlStyles } from '../shared/control.styles.js'
import { foldStyles } from '../shared/fold.styles.js'
import { tokens } from '../shared/tokens.styles.js'
import { formStyles } from './intervention-form.styles.js'
import { judgementStyles } from './judgement.styles.js'

/** Everything that the first steps look by: what all elements share comes first. */
export const styles = [
  tokens,
  baseStyles,
  controlStyles,
  commandStyles,
  foldStyles,
  attachmentsStyles,
  formStyles,
  judgementStyles,
]
