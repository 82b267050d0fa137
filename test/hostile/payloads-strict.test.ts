import { hostileTexts } from './hostile-texts.js'

// A file of its own: it takes as long as the one without a policy, and a core of its own.
hostileTexts('under the strict policy', true, 0)
