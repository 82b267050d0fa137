// A reporter of node's runner that says at the end, for each outermost suite, how many tests it had and how long it took.

/** The closing lines "Request Tracker is: 44 tests, 0 failed, 61.3 s". */
export default async function* figures(events) {
  const suites = []
  let passed = 0
  let failed = 0
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const isSuite = data.details?.type === 'suite'
    if (isSuite && data.nesting === 0) {
      const seconds = (data.details.duration_ms / 1_000).toFixed(1)
      suites.push(`${data.name}: ${passed + failed} tests, ${failed} failed, ${seconds} s`)
      passed = 0
      failed = 0
    } else if (!isSuite && data.nesting > 0 && data.skip === undefined) {
      if (type === 'test:pass') passed++
      else failed++
    }
  }
  yield `\n${suites.join('\n')}\n`
}
