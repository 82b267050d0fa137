// What nobody uses: files, exports, dependencies. The ways in are the published modules, the pages and the tests.
const scripts = /<script[^>]*\ssrc="([^"]+)"/g

export default {
  entry: [
    '{src,components,locales}/index.ts',
    'src/{bridge,redmine,request-tracker,testing,whmcs}.ts',
    'components/**/define.ts',
    'components/os-intervention.ts',
    'demo/server/main.ts',
    'demo/{portal,desk,stories,verify}/*.html',
    'demo/stories/*.stories.ts',
    'test/**/*.test.ts',
    'test/{support,e2e,hostile}/*.js',
    'test/support/suggest/{train,report}.ts',
    // Started by its name, to be killed.
    'test/faults/one-write.ts',
    // A thousand presses, in the long run alone.
    'test/faults/pressed.browser.ts',
  ],
  project: [
    '{src,components,locales,demo}/**/*.ts',
    'demo/{portal,desk,stories,verify}/*.html',
    'test/**/*.{ts,js}',
  ],
  // A page uses the modules that it names.
  compilers: { html: text => [...text.matchAll(scripts)].map(([, src]) => `import '${src}'`).join('\n') },
  ignoreExportsUsedInFile: true,
  // Started by the name of its program, cem; read as the data in it; loaded into a page as a file.
  ignoreDependencies: ['@custom-elements-manifest/analyzer', 'sales-tax', 'rrweb'],
  // Not of npm: the system's own, see ensure-browsers.js.
  ignoreBinaries: ['age', 'age-keygen'],
}
