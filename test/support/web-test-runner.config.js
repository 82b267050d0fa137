import { fileURLToPath } from 'node:url'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { accessibilityPlugin } from './accessibility-plugin.js'
import { chromium } from './browsers.js'
import { emulatePlugin } from './emulate-plugin.js'
import { ensure } from './ensure-browsers.js'
import { packagesPlugin } from './packages-plugin.js'
import { tallyReporter } from './tally-reporter.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
if (!ensure('chromium')) process.exit(1)

const exportConditions = ['browser', 'development']

export default {
  rootDir: root,
  files: ['src', 'components', 'locales'].map(room => `test/${room}/**/*.test.ts`),
  nodeResolve: { exportConditions },
  plugins: [
    packagesPlugin(exportConditions),
    accessibilityPlugin(),
    emulatePlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` }),
  ],
  browsers: [chromium()],
  // The pages wait for frames, keys and timers more than they work: four of them keep two cores busy.
  concurrency: 4,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    tallyReporter(),
  ],
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 240_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
}
