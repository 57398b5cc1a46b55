import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** Which folder may import which, written out once more: the table that the linter uses must say the same. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: [],
  model: ['shared'],
  vocabulary: ['model', 'shared'],
  families: ['vocabulary', 'model', 'shared'],
  ingest: ['model', 'shared'],
  recognize: ['families', 'vocabulary', 'model', 'shared'],
  checks: ['model', 'vocabulary', 'shared'],
  reconcile: ['checks', 'model', 'shared'],
  workbook: ['model', 'families', 'vocabulary', 'shared'],
  compile: ['workbook', 'families', 'vocabulary', 'model', 'shared'],
  report: ['vocabulary', 'model', 'shared'],
};
const CORE = Object.keys(MAY_IMPORT);
const ENDS = ['taskpane', 'commands', 'web', 'cli'];
const ROOMS = [...CORE, ...ENDS];

interface Config {
  readonly LAYERS: Readonly<Record<string, readonly string[] | 'all'>>;
}

const eslint = new ESLint({
  // The files are made up, so no program holds them: the rules that need types are left out.
  overrideConfig: [tseslint.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => /^gouji\/|^no-restricted-|^no-console$|^office-addins\//.test(ruleId),
});

/** Rule ids, in order, that the linter reports for `code` as if it stood in `file`. */
async function lint(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

interface Case {
  readonly file: string;
  readonly code: string;
}

/** A table of snippets, each of which must be reported by exactly `rule`, or by nothing. */
function table(rule: string | undefined, cases: readonly Case[]): void {
  for (const { file, code } of cases) {
    it(`${file}: ${code}`, async () => {
      assert.deepEqual(await lint(file, code), rule === undefined ? [] : [rule]);
    });
  }
}

describe('layers', function () {
  this.timeout(60_000);

  it('every folder of src/ is a layer, and the core layers are the ones written here', async () => {
    const { LAYERS } = (await import(pathToFileURL(resolve('eslint.config.js')).href)) as Config;
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) assert.ok(name in LAYERS, `src/${name}`);
    assert.deepEqual(Object.keys(LAYERS).sort(), [...ROOMS, 'index.ts'].sort());
  });

  for (const from of ROOMS) {
    const allowed = ENDS.includes(from) ? ROOMS : [from, ...(MAY_IMPORT[from] ?? [])];
    it(`src/${from} may import ${allowed.join(', ')} and nothing else`, async () => {
      for (const to of ROOMS) {
        const expected = allowed.includes(to) ? [] : ['gouji/layers'];
        assert.deepEqual(await lint(`src/${from}/x.ts`, `import '../${to}/y';`), expected, to);
      }
    });
  }

  describe('an import is seen however it is written', () => {
    table('gouji/layers', [
      { file: 'src/checks/x.ts', code: "import { plan } from '../workbook/plan'; plan();" },
      { file: 'src/checks/x.ts', code: "import type { Plan } from '../workbook/plan'; export type P = Plan;" },
      { file: 'src/checks/x.ts', code: "export { plan } from '../workbook/plan';" },
      { file: 'src/checks/x.ts', code: "export * from '../workbook/plan';" },
      { file: 'src/checks/x.ts', code: "export const plan = () => import('../workbook/plan');" },
      { file: 'src/checks/x.ts', code: "export type P = import('../workbook/plan').Plan;" },
      { file: 'src/checks/deep/er/x.ts', code: "import '../../../workbook/plan';" },
      { file: 'src/checks/x.ts', code: "import '../index';" },
      { file: 'src/checks/x.ts', code: "import '..';" },
      { file: 'src/checks/x.ts', code: "import '../../bench/run';" },
      { file: 'src/cli/x.ts', code: "import '../../test/ledger';" },
      { file: 'src/newroom/x.ts', code: "import './y';" },
    ]);
    table(undefined, [
      { file: 'src/checks/x.ts', code: "import type { Fact } from '../model/fact'; export type F = Fact;" },
      { file: 'src/checks/deep/er/x.ts', code: "import '../../../shared/decimal';" },
      { file: 'src/recognize/model/x.ts', code: "import '../workbook/y';" }, // a folder of its own with that name
      { file: 'src/index.ts', code: "export * from './workbook/plan';" },
      { file: 'src/cli/main.ts', code: "import '../index';" },
      { file: 'src/cli/main.ts', code: "import about from '../../package.json'; about.version.trim();" },
    ]);
  });

  describe('packages are imported where they belong', () => {
    table('gouji/layers', [
      { file: 'src/checks/x.ts', code: "import 'decimal.js';" },
      { file: 'src/workbook/plan.ts', code: "import 'exceljs';" },
      { file: 'src/workbook/excel/x.ts', code: "export const load = () => import('exceljs');" },
      { file: 'src/ingest/x.ts', code: "import 'node:fs';" },
      { file: 'src/web/page.ts', code: "import 'node:fs';" },
      { file: 'src/workbook/excel/x.ts', code: "import '@univerjs/core';" },
      { file: 'src/taskpane/taskpane.ts', code: "import '@univerjs/core';" },
      { file: 'src/cli/x.ts', code: "import 'left-pad';" },
      { file: 'src/cli/x.ts', code: "import 'fs';" },
    ]);
    table(undefined, [
      { file: 'src/shared/decimal.ts', code: "import 'decimal.js';" },
      { file: 'src/workbook/xlsx/x.ts', code: "export const load = () => import('exceljs');" },
      { file: 'src/cli/main.ts', code: "import 'node:fs/promises';" },
      { file: 'src/web/server.ts', code: "import 'node:http';" },
      { file: 'src/workbook/univer/x.ts', code: "import '@univerjs/preset-sheets-core/locales/zh-CN';" },
      { file: 'src/web/page.ts', code: "import '@univerjs/core';" },
      { file: 'src/taskpane/taskpane.ts', code: "import '@fluentui/web-components/button/define.js';" },
    ]);
  });

  describe('Office, the page, Node and the network are reached from their own folders', () => {
    table('gouji/office-globals', [
      { file: 'src/workbook/plan.ts', code: 'export const f = () => Excel.run(async () => {});' },
      { file: 'src/web/page.ts', code: 'await Office.onReady();' },
    ]);
    table('gouji/dom-globals', [
      { file: 'src/report/x.ts', code: "document.querySelector('p');" },
      { file: 'src/report/x.ts', code: "globalThis.document.querySelector('p');" },
      { file: 'src/ingest/x.ts', code: 'export const parser = new DOMParser();' },
      { file: 'src/cli/x.ts', code: 'window.close();' },
    ]);
    table('gouji/node-globals', [
      { file: 'src/ingest/x.ts', code: "export const b = Buffer.from('x');" },
      { file: 'src/web/page.ts', code: 'export const env = process.env;' },
    ]);
    table('gouji/network-globals', [
      { file: 'src/ingest/x.ts', code: "await fetch('x');" },
      { file: 'src/reconcile/x.ts', code: 'export const t = performance.now();' },
    ]);
    table(undefined, [
      { file: 'src/workbook/excel/x.ts', code: 'export const f = () => Excel.run(async () => {});' },
      { file: 'src/commands/commands.ts', code: 'await Office.onReady();' },
      { file: 'src/web/page.ts', code: "document.querySelector('p');" },
      { file: 'src/web/server.ts', code: 'export const env = process.env;' },
      { file: 'src/cli/main.ts', code: 'process.exitCode = 2;' },
      { file: 'src/report/x.ts', code: 'export const f = (document: { title: string }) => document.title;' },
    ]);
  });

  describe('nothing in the core is inexact or differs from run to run', () => {
    for (const folder of CORE) {
      table('no-restricted-syntax', [{ file: `src/${folder}/x.ts`, code: "export const a = parseFloat('1');" }]);
    }
    table('no-restricted-syntax', [
      { file: 'src/checks/x.ts', code: "export const a = Number.parseFloat('1');" },
      { file: 'src/checks/x.ts', code: 'export const a = (1.005).toFixed(2);' },
      { file: 'src/shared/x.ts', code: 'export const a = (1.005).toFixed(2);' },
      { file: 'src/checks/x.ts', code: 'export const a = Date.now();' },
      { file: 'src/checks/x.ts', code: 'export const a = Date();' },
      { file: 'src/checks/x.ts', code: 'export const a = new Date();' },
      { file: 'src/checks/x.ts', code: "export const a = new Date('2023-01-01');" },
      { file: 'src/workbook/xlsx/x.ts', code: 'export const a = new Date();' },
      { file: 'src/workbook/xlsx/x.ts', code: 'export const a = Date.now();' },
      { file: 'src/checks/x.ts', code: 'export const a = Math.random();' },
      { file: 'test/x.ts', code: 'export const a = Math.random();' },
    ]);
    table('no-console', [{ file: 'src/checks/x.ts', code: "console.log('x');" }]);
    table('no-restricted-imports', [{ file: 'test/x.ts', code: "import 'node:assert';" }]);
    table(undefined, [
      { file: 'src/shared/decimal.ts', code: 'export const a = (b: { toFixed(n: number): string }) => b.toFixed(2);' },
      { file: 'src/workbook/xlsx/x.ts', code: 'export const a = new Date(0);' },
      { file: 'src/cli/main.ts', code: 'console.log(new Date());' },
      { file: 'test/x.ts', code: "import 'node:assert/strict';" },
    ]);
  });

  describe('Excel is not asked once a cell', () => {
    const loop = 'export const f = async (context: Excel.RequestContext) => { for (;;) { await context.sync(); } };';
    table('office-addins/no-context-sync-in-loop', [{ file: 'src/workbook/excel/deep/x.ts', code: loop }]);
  });
});
