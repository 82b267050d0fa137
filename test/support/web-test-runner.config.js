import { fileURLToPath } from 'node:url'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { accessibilityPlugin } from './accessibility-plugin.js'
import { chromium } from './browsers.js'
import { commonJsPlugin } from './common-js-plugin.js'
import { emulatePlugin } from './emulate-plugin.js'
import { ensure } from './ensure-browsers.js'
import { tallyReporter } from './tally-reporter.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
if (!ensure('chromium')) process.exit(1)

export default {
  rootDir: root,
  files: ['src', 'components', 'locales'].map(room => `test/${room}/**/*.test.ts`),
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [
    accessibilityPlugin(),
    emulatePlugin(),
    commonJsPlugin('ipaddr.js'),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` }),
  ],
  browsers: [chromium()],
  concurrency: 2,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    tallyReporter(),
  ],
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 240_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
}
