import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks';
import { INSPECTION_PARTS, WORDS } from '../../src/report/inspection/items';
import { release } from '../../src/report/inspection/release';
import { TOPICS } from '../../src/vocabulary/narrative/topics';

/*
 * docs/检查义务.md: what a disclosure has to comply with. Each duty names the rules that hold it, the item of 检查表 that
 * shows it, or that a person has to see to it; and nothing that the code looks at is left out of the page.
 */

interface Duty {
  readonly number: number;
  readonly name: string;
  readonly checks: string;
}

const PAGE = readFileSync('docs/检查义务.md', 'utf8');
const BY_HAND = '人工核实';
const SHOWN = /检查表：([^；|]+)/g;
const RULE = /`([a-z-]+(?:\/[a-z-]+)*)`/g;

const DUTIES: readonly Duty[] = [...PAGE.matchAll(/^\| (\d+) \| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm)].map(
  ([, number, name, checks]) => ({ number: Number(number), name: name!, checks: checks! }),
);
const RULES = new Set<string>(CHECKS.flatMap(({ id, rules = [] }) => [id, ...rules.map((rule) => rule.id)]));
const ITEMS = new Set<string>([
  WORDS.complete,
  '细化程度',
  ...INSPECTION_PARTS.map(({ title }) => title),
  ...TOPICS.map(({ name }) => name),
  ...release().items.map(({ name }) => name),
]);

function named(pattern: RegExp): string[] {
  return DUTIES.flatMap(({ checks }) => [...checks.matchAll(pattern)].map(([, name]) => name!));
}

describe('the page of duties', () => {
  it('numbers at least 55 duties, one after the other, each once', () => {
    assert.ok(DUTIES.length >= 55, String(DUTIES.length));
    assert.deepEqual(
      DUTIES.map(({ number }) => number),
      DUTIES.map((_, at) => at + 1),
    );
    assert.equal(new Set(DUTIES.map(({ name }) => name)).size, DUTIES.length);
  });

  it('says of every duty who sees to it', () => {
    for (const { name, checks } of DUTIES)
      assert.ok(checks.includes(BY_HAND) || new RegExp(RULE).test(checks) || new RegExp(SHOWN).test(checks), name);
  });

  it('names rules that there are, and leaves none out', () => {
    const onPage = new Set(named(RULE));
    assert.deepEqual(
      [...onPage].filter((id) => !RULES.has(id)),
      [],
    );
    assert.deepEqual(
      [...RULES].filter((id) => !onPage.has(id)),
      [],
    );
  });

  it('names items of 检查表 that there are, and leaves no topic out', () => {
    const onPage = new Set(named(SHOWN));
    assert.deepEqual(
      [...onPage].filter((item) => !ITEMS.has(item)),
      [],
    );
    assert.deepEqual(
      TOPICS.filter(({ name }) => !onPage.has(name)).map(({ name }) => name),
      [],
    );
  });

  it('is reached from the index of the documents', () => {
    assert.ok(readFileSync('docs/README.md', 'utf8').includes('(检查义务.md)'));
  });
});
