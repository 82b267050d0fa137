// Prints the counts alone on a line, and refuses what a runner lets pass: a file that holds no test.
const tally = (suite, counts) => {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++
  for (const inner of suite.suites) tally(inner, counts)
  return counts
}

const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

const NONE = Object.freeze({ passed: 0, failed: 0, skipped: 0 })

/** Counts one test file; a file that could not be loaded, or holds no test, is one failure. */
const countSession = session => {
  const counts = session.testResults ? tally(session.testResults, { ...NONE }) : { ...NONE }
  const ran = counts.passed + counts.failed + counts.skipped
  if (ran === 0) {
    console.error(`no test ran in ${session.testFile}`)
    return { ...NONE, failed: 1 }
  }
  return !session.passed && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** The closing line "N passed, N failed, N skipped" over all files. */
export const tallyReporter = () => ({
  onTestRunFinished({ sessions }) {
    const all = [...sessions].map(countSession).reduce(add, NONE)
    process.stdout.write(`\n${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped\n`)
    // The runner itself would end with success when a file is merely empty; it calls process.exit(code) later,
    // so the last word is said when the process leaves.
    if (all.failed > 0) process.once('exit', () => (process.exitCode = 1))
  },
})
