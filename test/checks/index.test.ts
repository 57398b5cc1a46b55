import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks';
import { groupOf } from '../../src/model/rule';

/*
 * One check, one name, four places: its file, its line in the index, its tests, its page.
 */

const NAMES = CHECKS.map(({ id }) => id.replace('/', '-'));

describe('the index of checks', () => {
  it('names each check once', () => {
    assert.equal(new Set(NAMES).size, CHECKS.length);
  });

  for (const { id, title, basis } of CHECKS) {
    const name = id.replace('/', '-');

    it(`${id} has a file, tests, a title and a basis`, () => {
      for (const path of [`src/checks/${name}.ts`, `test/checks/${name}.test.ts`]) assert.ok(existsSync(path), path);
      assert.ok(title.length > 3 && basis.length > 5, id);
    });

    it(`${id} has a page with its parts`, () => {
      const page = readFileSync(`docs/checks/${name}.md`, 'utf8');
      assert.ok(page.startsWith(`# ${id} `), 'the page begins with the id');
      for (const part of ['检查内容', '依据', '算式举例', '不报的情形']) assert.ok(page.includes(`## ${part}`), part);
    });
  }

  it('every rule that a group tells apart stands on the page of the group, with title and basis', () => {
    for (const { id: group, rules = [] } of CHECKS) {
      const page = readFileSync(`docs/checks/${group.replace('/', '-')}.md`, 'utf8');
      for (const { id, title, basis } of rules) {
        assert.equal(groupOf(id), group, id);
        assert.ok(page.includes(`| \`${id}\` | ${title} | ${basis} |`), id);
      }
    }
  });

  it('no page and no link without a check', () => {
    for (const file of readdirSync('docs/checks').filter((each) => each.endsWith('.md'))) {
      assert.ok(NAMES.includes(file.replace('.md', '')), file);
    }
  });
});
