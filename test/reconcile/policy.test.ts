import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  checkText,
  inspectionOf,
  readPolicy,
  resultOf,
  RuleFileError,
  withPolicy,
  workbookOf,
  type Checked,
} from '../../src';
import { CHECKS } from '../../src/checks';
import { groupOf } from '../../src/model/rule';

/*
 * Rule files: what they change of a report, and what they cannot.
 */

const HEAD = '2023年预算支出总表\n单位名称：白石县水务中心\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n';
const TABLE = `${HEAD}合计\t\t30.00\t10.00\t20.00\n213\t农林水支出\t30.00\t10.00\t20.00\n21303\t水利\t30.00\t10.00\t20.00\n`;
const WRONG = TABLE.replace('213\t农林水支出\t30.00', '213\t农林水支出\t30.05');
const TOLD =
  '\n第三部分 情况说明\n一、支出预算情况说明\n2023年支出预算30.00万元，，其中基本支出10.00万元，占33.00%。\n';

const tuned = (text: string, rules: object): Checked =>
  withPolicy(checkText('公开.txt', text), readPolicy('规则.json', JSON.stringify(rules)));
const severities = ({ reconciliation: { findings } }: Checked): string[] =>
  findings.map(({ rule, severity }) => `${groupOf(rule)} ${severity}`);
const said = ({ disclosure: { messages } }: Checked): string[] =>
  messages.map(({ text }) => text).filter((text) => text.startsWith('按规则文件 规则.json：'));

describe('a rule file', () => {
  const plain = checkText('公开.txt', WRONG + TOLD);
  const all = severities(plain);

  it('the document has something of everything', () =>
    assert.deepEqual([...all].sort(), ['share error', 'structure info', 'sum/children error']));

  it('that says nothing changes nothing', () => {
    const same = tuned(WRONG + TOLD, {});
    assert.deepEqual(resultOf(same), resultOf(plain));
    assert.deepEqual(said(same), []);
  });

  it('switches rules off, and says so: in the messages, in 核对结果 and in 检查表', () => {
    const off = tuned(WRONG + TOLD, { rules: { 'sum/children': 'off', names: 'off' } });
    assert.deepEqual([...severities(off)].sort(), ['share error', 'structure info']);
    assert.deepEqual(said(off), [
      '按规则文件 规则.json：规则 sum/children（上级科目等于下级科目之和）已停用，有 1 处没有列出',
      '按规则文件 规则.json：规则 names（科目名称一致、现行）已停用，没有因此略去的内容',
    ]);
    assert.ok(resultOf(off).messages.some(({ text }) => text.includes('sum/children')));
    const item = inspectionOf(off)
      .groups.flatMap(({ items }) => items)
      .find(({ name }) => name === '上级科目等于下级科目之和')!;
    assert.deepEqual(
      [item.result, item.remark.text, item.issues],
      ['未检查', '规则文件停用，此规则有 1 处没有列出', []],
    );
    for (const name of ['核对结果', '检查表']) {
      const sheet = workbookOf(off).sheets.find((each) => each.name === name)!;
      assert.ok(
        sheet.values.flat().some((value) => String(value).includes('sum/children')),
        name,
      );
    }
    assert.ok(!workbookOf(off).marks.some(({ text }) => text.includes('30.05')));
  });

  it('switches one rule of a group off, or keeps one of a group that is off', () => {
    const one = tuned(WRONG + TOLD, { rules: { 'structure/punctuation': 'off' } });
    assert.deepEqual([...severities(one)].sort(), ['share error', 'sum/children error']);
    assert.deepEqual(said(one), [
      '按规则文件 规则.json：规则 structure/punctuation（标点不重复）已停用，有 1 处没有列出',
    ]);
    const kept = tuned(WRONG + TOLD, { rules: { structure: 'off', 'structure/punctuation': 'warning' } });
    assert.deepEqual([...severities(kept)].sort(), ['share error', 'structure warning', 'sum/children error']);
    const [finding] = resultOf(kept).findings.filter(({ rule }) => rule === 'structure');
    assert.deepEqual(finding!.rules, ['structure/punctuation']);
  });

  it('leaves ids and coverage as they are', () => {
    const off = resultOf(tuned(WRONG + TOLD, { rules: { 'sum/children': 'off' } }));
    const before = resultOf(plain);
    assert.deepEqual(off.coverage, before.coverage);
    assert.deepEqual(
      off.findings,
      before.findings.filter(({ rule }) => rule !== 'sum/children'),
    );
  });

  it('changes severities, but never makes an error of what rounding explains', () => {
    const changed = tuned(WRONG + TOLD, { rules: { 'sum/children': 'warning', structure: 'error', share: 'info' } });
    assert.deepEqual([...severities(changed)].sort(), ['share info', 'structure error', 'sum/children warning']);
    assert.match(
      said(changed).join('\n'),
      /改了级别的规则：sum\/children（.*）记为提醒、structure（.*）记为错误、share（.*）记为提示/,
    );
    const rounded = TABLE.replace(
      '213\t农林水支出\t30.00\t10.00\t20.00\n',
      '213\t农林水支出\t30.00\t10.00\t20.00\n21301\t农业农村\t10.00\t3.33\t6.67\n',
    ).replace('21303\t水利\t30.00\t10.00\t20.00', '21303\t水利\t19.99\t6.66\t13.33');
    const before = severities(checkText('x', rounded));
    assert.deepEqual(before, ['sum/children info']);
    assert.deepEqual(severities(tuned(rounded, { rules: { 'sum/children': 'error' } })), before);
  });

  it('lets small differences of money pass, and no others', () => {
    const found = (tolerance: string): string[] => severities(tuned(WRONG + TOLD, { tolerance })).sort();
    assert.deepEqual(found('499.99元'), [...all].sort());
    for (const enough of ['500元', '0.05万元', '0.5千元'])
      assert.deepEqual(found(enough), ['share error', 'structure info', 'sum/children info'], enough);
    const passed = tuned(WRONG, { tolerance: '0.05 万元' });
    assert.match(passed.reconciliation.findings[0]!.message, /差额不超过 500 元，按规则文件作为尾差/);
    assert.deepEqual(said(passed), ['按规则文件 规则.json：差额不超过 500 元的作为尾差，共 1 处']);
    const two = checkText('x', WRONG.replace('21303\t水利\t30.00\t10.00\t20.00', '21303\t水利\t80.00\t10.00\t20.00'));
    assert.ok(two.reconciliation.findings.some(({ severity }) => severity === 'error'));
    assert.ok(
      severities(
        tuned(WRONG.replace('21303\t水利\t30.00\t10.00\t20.00', '21303\t水利\t80.00\t10.00\t20.00'), {
          tolerance: '500元',
        }),
      ).some((line) => line.endsWith('error')),
      'the widest difference counts',
    );
  });

  it('may be told of every rule there is', () => {
    const rules = Object.fromEntries(CHECKS.map(({ id }) => [id, 'off']));
    assert.deepEqual(severities(tuned(WRONG + TOLD, { schema: 'gouji.rules/1', note: '全部停用', rules })), []);
  });

  for (const [name, text, words] of [
    ['no JSON', '{rules}', ['规则.json', '不是 JSON']],
    ['a list', '[]', ['规则.json', '最外层应为 {…}']],
    ['an unknown key', '{"rule":{}}', ['"rule"', 'schema、note、rules、tolerance']],
    ['another schema', '{"schema":"gouji.rules/2"}', ['schema', 'gouji.rules/1']],
    ['a note that is no text', '{"note":1}', ['note 应为文字']],
    ['rules as a list', '{"rules":["names"]}', ['rules 应为']],
    ['an unknown rule', '{"rules":{"name":"off"}}', ['没有规则 "name"', 'sum/rows', 'structure']],
    [
      'the name of something every object has',
      '{"rules":{"constructor":"off","__proto__":"off"}}',
      ['没有规则 "constructor"', '"__proto__"'],
    ],
    ['an unknown level', '{"rules":{"names":"关"}}', ['rules 的 names', 'off、error、warning、info', '"关"']],
    ['a tolerance without a unit', '{"tolerance":"50"}', ['tolerance', '"50元"', '"50"']],
    ['a number as tolerance', '{"tolerance":50}', ['tolerance', '而写 50']],
    ['a negative tolerance', '{"tolerance":"-1元"}', ['tolerance', '"-1元"']],
    ['points that are no number', '{"scores":{"完整性":"5"}}', ['scores 的 完整性', '而写 "5"']],
    ['points as a list', '{"scores":[5]}', ['scores 应为']],
    ['several faults', '{"a":1,"rules":{"b":"off"},"tolerance":"c"}', ['"a"', '"b"', '"c"']],
  ] as const)
    it(`${name}: refused, all that is wrong on one line`, () => {
      assert.throws(
        () => readPolicy('规则.json', text),
        (error: unknown) => {
          assert.ok(error instanceof RuleFileError);
          assert.ok(!error.message.includes('\n'));
          for (const word of words) assert.ok(error.message.includes(word), error.message);
          return true;
        },
      );
    });

  it('the page about it shows a rule file, and names every rule as it is', () => {
    const page = readFileSync('docs/规则文件.md', 'utf8');
    const example = readFileSync('docs/示例/规则.json', 'utf8');
    assert.ok(page.includes(`\`\`\`json\n${example}\`\`\``));
    assert.equal(readPolicy('规则.json', example).rules.size, 3);
    const named = [...page.slice(page.indexOf('规则的名称')).matchAll(/^\| `([a-z/-]+)` \| (\S+) \|$/gm)].map(
      ([, id, title]) => `${id!} ${title!}`,
    );
    assert.deepEqual(
      named,
      CHECKS.map(({ id, title }) => `${id} ${title}`),
    );
  });

  it('a byte order mark before it is read over', () =>
    assert.equal(readPolicy('x', '\ufeff{"rules":{"names":"off"}}').rules.get('names'), 'off'));
});
