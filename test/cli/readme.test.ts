import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gouji } from './run';

/*
 * What the documentation shows is what the program does, and its links lead somewhere.
 */

const PAGES = ['README.md', 'CHANGELOG.md', ...markdown('docs')];

function markdown(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

describe('documentation', () => {
  it('the example of the README is what gouji says', function () {
    this.timeout(20_000);
    const { status, stdout } = gouji(resolve('docs/示例'), 'check', '支出总表.txt');
    assert.equal(status, 1);
    assert.ok(readFileSync('README.md', 'utf8').includes(`\`\`\`text\n${stdout}\`\`\``), stdout);
  });

  for (const page of PAGES) {
    it(`${page}: links lead somewhere`, () => {
      const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
      for (const link of links.filter((each) => !/^https?:/.test(each)))
        assert.ok(existsSync(resolve(dirname(page), link)), link);
    });
  }

  it('every page of docs is in its index', () => {
    const index = readFileSync('docs/README.md', 'utf8');
    for (const page of markdown('docs').filter((each) => !/README|checks/.test(each)))
      assert.ok(index.includes(`(${page.replace('docs/', '')})`), page);
  });

  it('the glossary names every member of the vocabulary', async () => {
    const { childrenOf } = await import('../../src/vocabulary/members');
    const glossary = readFileSync('docs/术语表.md', 'utf8');
    const below = (dimension: 'fund' | 'nature' | 'vintage', id: string): string[] =>
      childrenOf(dimension, id).flatMap((child) => [child, ...below(dimension, child)]);
    for (const dimension of ['fund', 'nature', 'vintage'] as const)
      for (const member of below(dimension, 'all')) assert.ok(glossary.includes(`\`${member}\``), member);
  });
});
