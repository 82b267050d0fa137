// A reporter of node's runner that prints the counts alone on a line, in the browser tests' words, and refuses a
// file that holds no test (node counts such a file as one that passed).

/** Is this the runner's own entry for a whole file, not a test in it? */
const isFile = ({ name, file, nesting }) => nesting === 0 && file !== undefined && file.endsWith(name)

// A suite is no test, and fails with its tests; one whose own hook fails is a failure of its own.
const isSuite = ({ details }) =>
  details?.type === 'suite' && (!details.error || details.error.failureType === 'subtestsFailed')

/** The closing line "N passed, N failed, N skipped". */
export default async function* nodeTally(events) {
  let passed = 0
  let failed = 0
  let skipped = 0
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    // Of a suite that is skipped no test is told of: it counts for them.
    if (data.skip !== undefined && data.skip !== false) skipped++
    else if (isSuite(data)) continue
    else if (type === 'test:fail') failed++
    else if (isFile(data)) {
      failed++
      process.exitCode = 1
      yield `no test ran in ${data.file}\n`
    } else passed++
  }
  yield `\n${passed} passed, ${failed} failed, ${skipped} skipped\n`
}
