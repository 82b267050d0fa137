import { configs as lit } from 'eslint-plugin-lit'
import a11y from 'eslint-plugin-lit-a11y'
import { configs as wc } from 'eslint-plugin-wc'
import ts from 'typescript-eslint'
import { house } from './test/support/eslint-house.js'

const LIBRARY = ['src/**/*.ts', 'components/**/*.ts', 'locales/**/*.ts']
const SHOWN = ['components/**/*.ts', 'demo/**/*.ts']

/** Imports that a room may not make, each with the reason. */
const forbid = (...patterns) => [
  'error',
  { patterns: patterns.map(([regex, message]) => ({ regex, message })) },
]

const NO_UNSAFE_TEMPLATES = [
  '^lit/directives/(unsafe-|style-map)|^lit/static-html|^lit-html',
  'Text is rendered as text, and styles are set by classes: these directives go round that.',
]
const NO_ZOD = ['^zod', 'Guards live in src: ask for a value that is already checked.']
const NO_I18NEXT = ['^i18next', 'Words come from locales: ask its translator.']
const NO_DEEP_SRC = [
  '/src/(?!(index|request/kept)\\.js$)',
  'Enter by the front door, src/index.js: then a room of src can move without anybody noticing.',
]
const NO_TESTS = ['/test/', 'What is shipped does not lean on its tests.']

/** What src knows nothing of. */
const SRC = [
  ['/(components|locales|demo)/', 'src decides, and knows nothing of who shows or says it.'],
  ['^(lit|@lit)($|/)', 'src decides, and knows nothing of elements.'],
  ['^i18next', 'src has codes and no words: those live in locales.'],
  ['^zod(?!/mini$)', 'Only zod/mini: the whole of zod evaluates strings, which a strict page forbids.'],
  ['^node:', 'src runs in browsers, workers and servers alike.'],
  NO_TESTS,
]

const SINKS = [
  [
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'setHTMLUnsafe',
    'createContextualFragment',
    'parseFromString',
  ],
  'Markup is never made from text: use a template.',
]
const property = (names, message) =>
  names.map(name => ({
    selector: `MemberExpression[property.name='${name}'], TemplateElement[value.raw=/\\.${name}=$/]`,
    message,
  }))

const SYNTAX = [
  ...property(...SINKS),
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write/]",
    message: 'Markup is never made from text: use a template.',
  },
  {
    selector: "CallExpression[callee.object.name=/^(window|globalThis)$/][callee.property.name='open']",
    message: 'Use a link: the person decides where it opens.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A style attribute breaks the host page’s style-src: use a class or a custom property.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<(style|script)\\b/i]',
    message: 'Styles are adopted sheets, scripts are modules: neither is written into a template.',
  },
]

const NAMED_ONLY = [
  {
    selector: 'ExportAllDeclaration',
    message: 'Name what goes out: an export that nobody wrote down is nobody’s.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: it can be searched for.' },
]

const NO_ZOD_CONFIG = [
  {
    selector: "MemberExpression[object.name='z'][property.name='config']",
    message: 'zod’s configuration is global: the host page’s own zod would change with it.',
  },
]

const NO_FLOATS = [
  {
    selector: 'Identifier[name=/^(Number|Math|parseFloat|parseInt|toFixed|toPrecision)$/]',
    message: 'Money is counted in whole bigints: no float comes near it.',
  },
  {
    selector: 'Literal[raw=/^\\d[\\d_]*(\\.|e)\\d/i]',
    message: 'Money is counted in whole bigints: a fraction is a float.',
  },
  {
    selector:
      'BinaryExpression[operator=/^[*/%]$/] > Literal[raw=/\\d$/], AssignmentExpression[operator=/^[*/%]=$/]',
    message: 'Money is counted in whole bigints: this would be a float.',
  },
  {
    selector: "UnaryExpression[operator='+']",
    message: 'Money is counted in whole bigints: this would make a float of a text.',
  },
]

const NO_QUOTE = [
  '/quote/(?!(quote|schema|codes)\\.js$)',
  'What counts a quote is loaded when one is wanted: only its types and schemas are needed before.',
]

/** What the device keeps, behind its door src/request/kept.ts. */
const KEPT = {
  files: [
    'src/request/{kept,kept-list,shelf,sweep,outbox,outbox-schema,sent-elsewhere,draft-shelf,draft-schema}.ts',
    'src/request/{reply-shelf,reply-schema,written-shelf}.ts',
  ],
  apart: [
    '/(kept|kept-list|shelf|sweep|outbox|outbox-schema|sent-elsewhere|draft-shelf|draft-schema|reply-shelf|reply-schema|written-shelf)\\.js$|^idb-keyval',
    'What the device keeps is loaded when a form needs it, by its door src/request/kept.js.',
  ],
}

/** What no page loads: the server's end, and what tests are made of. */
const NO_PAGE = [
  'src/adapter/{bridge,conformance,memory,ticket}*.ts',
  'src/adapter/{redmine,request-tracker,whmcs}/*.ts',
  'src/{bridge,redmine,request-tracker,testing,whmcs}.ts',
  'src/request/{filing,filed-quote,message}-issues.ts',
]

export default ts.config(
  { ignores: ['dist', 'node_modules', 'coverage', 'demo/data', '.library'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },

  // What is shipped.
  {
    files: LIBRARY,
    plugins: { house },
    // A rule that is in the way is talked about, not switched off in a line.
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-console': 'error',
      'house/documented-export': 'error',
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'event', 'name'],
      'no-restricted-syntax': ['error', ...SYNTAX, ...NAMED_ONLY, ...NO_ZOD_CONFIG],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    },
  },
  {
    files: ['src/**/*.ts', 'components/**/*.ts'],
    // The front door is a list, and grows with the house.
    ignores: ['src/index.ts'],
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: true }] },
  },
  {
    files: ['src/quote/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...SYNTAX, ...NAMED_ONLY, ...NO_ZOD_CONFIG, ...NO_FLOATS],
    },
  },
  { files: ['components/shared/warn.ts'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },

  // The direction of imports: src decides, components show, locales speak.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/index.ts', 'src/quote/**', ...KEPT.files, ...NO_PAGE],
    rules: { 'no-restricted-imports': forbid(...SRC, NO_QUOTE, KEPT.apart) },
  },
  { files: KEPT.files, rules: { 'no-restricted-imports': forbid(...SRC, NO_QUOTE) } },
  {
    files: ['src/quote/**/*.ts', ...NO_PAGE],
    rules: { 'no-restricted-imports': forbid(...SRC, KEPT.apart) },
  },
  {
    files: ['src/index.ts'],
    rules: {
      'no-restricted-imports': forbid(...SRC),
      // Its types may be named at the front door: nothing is loaded for them.
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: KEPT.apart[0], message: KEPT.apart[1], allowTypeImports: true }] },
      ],
    },
  },
  {
    files: ['components/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(
        NO_DEEP_SRC,
        NO_ZOD,
        NO_I18NEXT,
        NO_UNSAFE_TEMPLATES,
        ['/demo/', 'The demo leans on the elements, never the other way.'],
        NO_TESTS,
      ),
    },
  },
  {
    files: ['locales/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(
        NO_DEEP_SRC,
        NO_ZOD,
        ['/(components|demo)/', 'locales speak; they do not know who shows it.'],
        ['^(lit|@lit)($|/)', 'locales speak; they do not know who shows it.'],
        NO_TESTS,
      ),
    },
  },
  {
    files: ['demo/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(NO_UNSAFE_TEMPLATES),
      'no-restricted-syntax': ['error', ...SYNTAX],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    },
  },
  { files: ['demo/{portal,desk,stories,verify}/**/*.ts'], rules: { 'no-console': 'error' } },
  // What plays a story hands functions on, as drivers of tests do.
  { files: ['demo/stories/**/*.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },

  // Templates.
  { files: SHOWN, ...lit['flat/recommended'] },
  { files: SHOWN, ...wc['flat/best-practice'] },
  { files: SHOWN, ...a11y.configs.recommended },

  // Tests and scripts.
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        ...['it', 'describe', 'test', 'suite'].flatMap(object =>
          ['only', 'skip'].map(property => ({ object, property, message: 'All tests run.' })),
        ),
      ],
    },
  },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
)
