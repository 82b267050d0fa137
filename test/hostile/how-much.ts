/** All there is (`npm run test:hostile`), or the short form that every check can afford. */
export const isFull = process.env['OS_HOSTILE'] === 'full'
