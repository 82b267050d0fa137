const isFull = process.env['OS_FAULTS'] === 'full'

/** How much is tried: all of it in `npm run test:faults`, a little in `npm test`. */
export const amount = isFull
  ? { schedules: 10_000, kills: 20, isEveryStatement: true }
  : { schedules: 200, kills: 2, isEveryStatement: false }

/** The most that a mistake may pass by unseen. */
export const mostUnseen = 2_000

/** The first schedule's seed, from `OS_FAULTS_SEED`; the others follow it. 1 where unset. */
export const firstSeed = Number(process.env['OS_FAULTS_SEED'] ?? 1)
