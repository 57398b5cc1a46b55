import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import officeAddins from 'eslint-plugin-office-addins';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const root = dirname(fileURLToPath(import.meta.url));

/** The thin ends: they wire the rooms together, touch the outside world and hold no knowledge of forms or figures. */
const ENDS = ['taskpane', 'commands', 'web', 'cli'];

/** Folder of src/ → the folders it may import. A folder may always import itself; 'all' is every folder. */
export const LAYERS = {
  shared: [],
  model: ['shared'],
  vocabulary: ['model', 'shared'],
  families: ['vocabulary', 'model', 'shared'],
  ingest: ['model', 'shared'],
  recognize: ['families', 'vocabulary', 'model', 'shared'],
  checks: ['model', 'vocabulary', 'shared'],
  reconcile: ['checks', 'model', 'shared'],
  workbook: ['model', 'families', 'vocabulary', 'shared'],
  compile: ['workbook', 'families', 'vocabulary', 'model', 'shared'], // a template is laid out as a filled workbook is
  report: ['vocabulary', 'model', 'shared'],
  ...Object.fromEntries(ENDS.map((end) => [end, 'all'])),
  'index.ts': 'all', // the facade
};

/**
 * Package → the places in src/ that may import it; a name ending in '/' or ':' stands for every package that begins so.
 * A package that is not named here is refused everywhere: adding one is a decision, and this is where it is written
 * down.
 */
export const PACKAGES = {
  'decimal.js': ['shared'], // everyone else goes through shared/decimal, which sets precision and rounding
  'node:': ['cli', 'web/*server*'],
  exceljs: ['workbook/xlsx'],
  '@e965/xlsx': ['ingest', 'workbook/xlsx'],
  fflate: ['ingest/archive.ts'],
  mammoth: ['ingest'],
  docx: ['compile/narrative'],
  'pdfjs-dist': ['ingest'],
  parse5: ['ingest'],
  '@univerjs/': ['workbook/univer', 'web'],
  react: ['workbook/univer', 'web'],
  'react-dom': ['workbook/univer', 'web'],
  rxjs: ['workbook/univer', 'web'],
  '@fluentui/': ['taskpane', 'commands', 'web'],
};

/** Names that the environment provides → the places in src/ that may use them. */
export const GLOBALS = {
  office: {
    names: ['Office', 'Excel', 'OfficeExtension', 'OfficeRuntime'],
    places: ['workbook/excel', 'taskpane', 'commands'],
    why: 'Excel is reached through the adapter in src/workbook/excel.',
  },
  dom: {
    names: [
      ...['document', 'window', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage'],
      ...['DOMParser', 'customElements', 'alert', 'confirm', 'prompt', 'requestAnimationFrame'],
    ],
    places: ['taskpane', 'commands', 'web'],
    why: 'The core also runs in a worker and on the command line, where there is no page.',
  },
  node: {
    names: ['process', 'Buffer', '__dirname', '__filename', 'require', 'setImmediate'],
    places: ['cli', 'web/*server*'],
    why: 'The core also runs in the browser.',
  },
  network: {
    names: ['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'performance'],
    places: ENDS,
    why: 'The core does no input or output and reads no clock: bytes go in, values come out.',
  },
};

/** Path of a file below src/, with '/' as separator; undefined for a file elsewhere. */
function belowSrc(file) {
  const path = relative(resolve(root, 'src'), file).split(sep).join('/');
  return /^\.\.(\/|$)/.test(path) ? undefined : path;
}

/** Is `path` (below src/) the file or folder `place`, whose * stands for any part of one name, or inside it? */
function isWithin(path, place) {
  const pattern = place.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[^/]*')}(/|$)`).test(path);
}

/** The same places as globs that ESLint's own `ignores` understands. */
const globs = (places) => places.flatMap((place) => [`src/${place}`, `src/${place}/**`]);

/** Why `specifier` may not be imported by the file at `path` below src/, or undefined where it may. */
function importFault(path, specifier, { layers, packages }) {
  const from = path.split('/')[0];
  const allowed = layers[from];
  if (allowed === undefined) return `src/${from} is not a layer: add it to LAYERS in eslint.config.js.`;

  if (specifier.startsWith('.')) {
    const target = resolve(root, 'src', dirname(path), specifier);
    const inside = belowSrc(target);
    if (inside === undefined) {
      const outside = relative(root, target).split(sep).join('/');
      const isData = outside === 'package.json' || outside.startsWith('assets/');
      return allowed === 'all' && isData ? undefined : `src/${from} may not import ${outside}, outside src/.`;
    }
    // `..` that ends in src/ itself is the facade.
    const to = inside === '' || /^index(\.ts)?$/.test(inside) ? 'index.ts' : inside.split('/')[0];
    if (to === from || allowed === 'all' || allowed.includes(to)) return undefined;
    return `src/${from} may import ${allowed.join(', ') || 'nothing'}; not ${to}.`;
  }

  const matches = (name) =>
    /[/:]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`);
  const entry = Object.entries(packages).find(([name]) => matches(name));
  if (!entry) return `'${specifier}' is not named in PACKAGES in eslint.config.js.`;
  const [name, places] = entry;
  if (places.some((place) => isWithin(path, place))) return undefined;
  const hint = name === 'decimal.js' ? ' Use src/shared/decimal.' : '';
  return `'${specifier}' may be imported in ${places.map((place) => `src/${place}`).join(', ')} only.${hint}`;
}

/**
 * Our own rule because no-restricted-imports sees neither `import()` nor `import('…').Type`, and compares the written
 * path, which differs with the depth of the file.
 */
const layerRule = {
  meta: {
    type: 'problem',
    docs: { description: 'Enforce which folder of src/ may import which.' },
    schema: [{ type: 'object' }],
    messages: { fault: '{{fault}}' },
  },
  create(context) {
    const path = belowSrc(context.filename);
    if (path === undefined) return {};
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const fault = importFault(path, source.value, context.options[0]);
      if (fault !== undefined) context.report({ node: source, messageId: 'fault', data: { fault } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
    };
  },
};

const globalRuleName = (group) => `${group}-globals`;

const gouji = {
  rules: {
    layers: layerRule,
    // One copy of the built-in rule a group: options of one rule replace each other, they do not add up.
    ...Object.fromEntries(
      Object.keys(GLOBALS).map((group) => [globalRuleName(group), builtinRules.get('no-restricted-globals')]),
    ),
  },
};

/** What would make two runs differ, or an amount inexact. */
const clock = 'The core reads no clock: the same input gives the same output, byte for byte.';
const BANNED_SYNTAX = [
  {
    selector: ':matches(CallExpression, NewExpression) > Identifier.callee[name="Date"]',
    message: clock,
  },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: clock },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The same input gives the same output: nothing in the core is random.',
  },
];
const BANNED_PATTERNS = [
  {
    selector: ':matches(NewExpression, CallExpression) > Identifier.callee[name="RegExp"]',
    message: 'Patterns that are put together are made by pattern() of src/shared/pattern, where a test sees them.',
  },
];
const BANNED_ARITHMETIC = [
  {
    selector: 'CallExpression[callee.name="parseFloat"], MemberExpression[property.name="parseFloat"]',
    message: 'Amounts are decimal: read them with src/shared.',
  },
  {
    selector: 'MemberExpression[property.name="toFixed"]',
    message: 'Amounts are decimal: show them with plain() of src/shared/decimal.',
  },
];

const SRC = ['src/**/*.ts'];
const OUTSIDE_CORE = [...globs(ENDS), 'src/index.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.bench/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      // Documents contain the ideographic space, and so do the texts that imitate them.
      'no-irregular-whitespace': ['error', { skipTemplates: true, skipRegExps: true, skipComments: true }],
      // Zero-width joiners are among the marks that are taken out of a text; an escape shows that one is meant.
      'no-misleading-character-class': ['error', { allowEscape: true }],
      // `typeof import('…')` is the type of a library that is loaded on demand.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An adapter may do at once what its port allows to take time.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'typeLike', format: ['PascalCase'] },
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
      ],
    },
  },

  {
    files: SRC,
    plugins: { gouji },
    rules: { 'gouji/layers': ['error', { layers: LAYERS, packages: PACKAGES }] },
  },
  ...Object.entries(GLOBALS).map(([group, { names, places, why }]) => ({
    files: SRC,
    ignores: globs(places),
    plugins: { gouji },
    rules: {
      [`gouji/${globalRuleName(group)}`]: [
        'error',
        { globals: names.map((name) => ({ name, message: why })), checkGlobalObject: true },
      ],
    },
  })),

  {
    // No text may make us wait: no pattern takes more than linear time. Those that are put together at run time are made
    // by src/shared/pattern.ts and looked at by a test.
    files: SRC,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: SRC,
    ignores: OUTSIDE_CORE,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...BANNED_SYNTAX, ...BANNED_ARITHMETIC, ...BANNED_PATTERNS],
    },
  },
  {
    // The module that wraps decimal arithmetic may call Decimal's own toFixed, which is exact.
    files: ['src/shared/decimal.ts'],
    rules: { 'no-restricted-syntax': ['error', ...BANNED_SYNTAX, ...BANNED_PATTERNS] },
  },
  {
    files: ['src/shared/pattern.ts'],
    rules: { 'no-restricted-syntax': ['error', ...BANNED_SYNTAX, ...BANNED_ARITHMETIC] },
  },
  {
    // ExcelJS stamps a file with the time of writing unless it is given a fixed one, so a fixed Date is wanted here.
    files: ['src/workbook/xlsx/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...BANNED_SYNTAX.slice(1),
        ...BANNED_ARITHMETIC,
        ...BANNED_PATTERNS,
        { selector: 'CallExpression > Identifier.callee[name="Date"]', message: clock },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
      ],
    },
  },

  {
    files: GLOBALS.office.places.map((place) => `src/${place}/**/*.ts`),
    plugins: { 'office-addins': officeAddins },
    rules: {
      // One by one: the plugin's own config brings a second parser and fights with typescript-eslint.
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },

  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['assert', 'node:assert'].map((name) => ({
            name,
            message: "Use 'node:assert/strict': the loose one holds '1' equal to 1.",
          })),
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'A failure must be repeatable: use fast-check, or a seeded generator.',
        },
      ],
      // assert.throws and friends read better with values that are wrong on purpose.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },

  {
    files: ['*.js', '**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
