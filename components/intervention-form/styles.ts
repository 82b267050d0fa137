import { baseStyles } from '../shared/base.styles.js'
import { controlStyles } from '../shared/control.styles.js'
import { foldStyles } from '../shared/fold.styles.js'
import { tokens } from '../shared/tokens.styles.js'
import { formStyles } from './intervention-form.styles.js'

/** Everything that the first step looks by: what all elements share comes first. */
export const styles = [tokens, baseStyles, controlStyles, foldStyles, formStyles]
