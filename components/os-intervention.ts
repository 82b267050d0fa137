import { warn, warnOfOther } from './shared/warn.js'

// The entry for a script tag. Lit throws while it loads if the page's policy doesn't name it: so nothing of Lit is
// here, the elements come by import(), and if they can't, the way by hand inside the tags stays what is shown.
import('./define.js').catch(() => {
  // Where another copy got here first, its Lit has the one name that the policy grants, and its elements are there.
  const first = customElements.get('os-intervention-form')
  if (first) warnOfOther(first)
  else warn('not-started')
})
