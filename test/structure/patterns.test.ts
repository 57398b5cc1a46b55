import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { builtPatterns, type FoundPattern, literalPatterns, maker, PATIENT, verdictOf } from './patterns';

const FOLDERS = ['shared', 'vocabulary', 'families', 'recognize', 'checks', 'reconcile', 'report', 'ingest'].map(
  (folder) => `src/${folder}`,
);

const unique = (patterns: readonly FoundPattern[]): FoundPattern[] => [
  ...new Map(patterns.map((each) => [`${each.source}/${each.flags}`, each])).values(),
];

const eslint = new ESLint({
  overrideConfig: [tseslint.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => ruleId.startsWith('regexp/') || ruleId === 'no-restricted-syntax',
});

async function lint(code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve('src/checks/x.ts') });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('no pattern takes more than linear time', function () {
  this.timeout(600_000);

  it('the literals: none is vulnerable, and what the analyser leaves open the linter has looked at', () => {
    const found = unique(literalPatterns('src'));
    assert.ok(found.length > 300);
    const vulnerable = found.filter(({ source, flags }) => verdictOf(source, flags) === 'vulnerable');
    assert.deepEqual(vulnerable, []);
  });

  it('those that are put together: each is safe', async () => {
    const found = unique(await builtPatterns(FOLDERS));
    assert.ok(found.length > 10);
    assert.deepEqual(
      found.filter(({ source, flags }) => verdictOf(source, flags, PATIENT) !== 'safe'),
      [],
    );
  });

  it('a planted literal is found by one of the two', async () => {
    assert.deepEqual(await lint(String.raw`export const a = /\d+元/;`), ['regexp/no-super-linear-move']);
    assert.ok((await lint(String.raw`export const a = /^\s*\s*元$/;`)).length > 0);
    assert.equal(verdictOf('^(?:数|额|数额)*$', '', PATIENT), 'vulnerable');
    assert.equal(verdictOf('^(?:<!--[^]*?-->\\s*)*<html', '', PATIENT), 'vulnerable');
  });

  it('a planted one that is put together is found, and cannot be made elsewhere', async () => {
    const words = ['数', '额', '数额'].join('|');
    const planted = (await maker()).pattern(`^(?:${words})*$`);
    const found = await builtPatterns([]);
    assert.ok(found.some(({ source }) => source === planted.source));
    assert.equal(verdictOf(planted.source, planted.flags, PATIENT), 'vulnerable');
    assert.deepEqual(await lint('export const a = new RegExp("a" + String(1));'), ['no-restricted-syntax']);
    assert.deepEqual(await lint('export const a = RegExp("a");'), ['no-restricted-syntax']);
  });
});
