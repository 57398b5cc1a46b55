import assert from 'node:assert/strict';
import { FAMILIES } from '../../src/families';
import { checkText, resultOf, workbookOf } from '../../src';
import { LISTED, listOf, SENTENCES, sichuanText } from './sichuan-text';

const FAMILY = FAMILIES.find(({ id }) => id === 'sichuan-final')!;

describe('a document that encloses no table', () => {
  it('is clean when its sentences agree', () => {
    const { reconciliation } = checkText('a.txt', sichuanText());
    assert.deepEqual(
      reconciliation.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
      [],
    );
  });

  it('is known by the forms that it lists', () => {
    const { profile } = resultOf(
      checkText('a.txt', `2023年度单位决算\n一、情况\n支出合计3.00万元。\n${listOf(LISTED)}`),
    );
    assert.equal(profile.family, 'sichuan-final');
  });

  it('is known by its wording where it lists none', () => {
    assert.equal(resultOf(checkText('a.txt', sichuanText({}, ''))).profile.family, 'sichuan-final');
  });

  it('is of no family by forms that all provinces have', () => {
    const common = LISTED.filter((title) => !/明细表|项目支出/.test(title));
    const { profile } = resultOf(
      checkText('a.txt', `2023年度单位决算\n二、支出决算情况说明\n本年支出合计3.00万元。\n${listOf(common)}`),
    );
    assert.equal(profile.family, 'generic');
  });

  it('is told from families with the same columns by titles that they do not have', () => {
    const table = (title: string): string =>
      [
        title,
        '单位：万元',
        '科目编码\t科目名称\t小计\t基本支出\t项目支出',
        '合计\t\t9.00\t5.00\t4.00',
        '201\t一般公共服务支出\t9.00\t5.00\t4.00',
        '',
      ].join('\n');
    const general = table('一般公共预算财政拨款支出决算表');
    const family = (text: string): string => resultOf(checkText('a.txt', `2023年度单位决算\n${text}`)).profile.family;
    assert.notEqual(family(general), 'sichuan-final');
    assert.equal(family(`${general}\n${listOf(LISTED.slice(4, 9))}`), 'sichuan-final');
  });

  it('lacks the forms that it lists, but for those that it says hold no data', () => {
    const { missing } = resultOf(checkText('a.txt', sichuanText()));
    assert.equal(missing.length, 10);
    assert.ok(missing.includes('一般公共预算财政拨款项目支出决算表'));
    assert.ok(!missing.some((name) => /政府性基金|国有资本/.test(name)));
  });

  it('is told when the text has money of a fund whose form is said to be empty', () => {
    const { findings } = resultOf(
      checkText('a.txt', sichuanText({ govfund: '2023年度政府性基金预算财政拨款支出3.00万元。' })),
    );
    const found = findings.find(({ message }) => message.includes('无数据'));
    assert.equal(found?.severity, 'warning');
    assert.equal(found?.suspects[0]?.value, '3.00');
  });

  it('is told when one form has two numbers in its list', () => {
    const twice = [...LISTED.slice(0, 2), LISTED[1], ...LISTED.slice(2)];
    const { findings } = resultOf(checkText('a.txt', sichuanText({}, listOf(twice))));
    assert.ok(findings.some(({ message }) => message.includes('《收入决算表》列了两次')));
  });
});

describe('the set of forms of a year', () => {
  const names = (text: string): string[] =>
    workbookOf(checkText('a.txt', text)).sheets.flatMap(({ name, kind }) => (kind === 'form' ? [name] : []));

  it('has the forms that the document numbers, in its order', () => {
    const sheets = names(sichuanText());
    assert.equal(sheets.length, LISTED.length);
    assert.equal(sheets[12], '财政拨款“三公”经费支出决算表');
  });

  it('has the form of another year where the document lists it', () => {
    const older = [
      ...LISTED.slice(0, 9),
      '一般公共预算财政拨款“三公”经费支出决算表',
      ...LISTED.slice(9, 10),
      '政府性基金预算财政拨款“三公”经费支出决算表',
      ...LISTED.slice(10, 12),
    ];
    const sheets = names(sichuanText({}, listOf(older)));
    assert.equal(sheets.length, 14);
    assert.equal(sheets[11], '政府性基金预算财政拨款“三公”经费支出决算表');
  });

  it('has titles of its own, at most 31 characters a sheet', () => {
    assert.equal(new Set(FAMILY.forms.map(({ sheet }) => sheet)).size, FAMILY.forms.length);
    for (const { sheet } of FAMILY.forms) assert.ok(sheet.length <= 31, sheet);
  });
});

describe('sentences of 四川 explanations', () => {
  const broken = (own: Parameters<typeof sichuanText>[0]): string[] =>
    checkText('a.txt', sichuanText(own)).reconciliation.findings.flatMap(({ severity, suspects }) =>
      severity === 'info' ? [] : [suspects[0]?.amount.raw ?? ''],
    );

  const slips: Readonly<Record<string, readonly [Parameters<typeof sichuanText>[0], string]>> = {
    'an item whose figure stands in the next line, against its class': [
      { items: SENTENCES.items.replace('支出决算为25.00', '支出决算为25.30') },
      '25.30',
    ],
    'a class against its items': [
      { classes: SENTENCES.classes.replace('社会保障和就业支出25.00', '社会保障和就业支出28.00') },
      '28.00',
    ],
    'two statements of one “三公” item': [{ official: `${SENTENCES.official}\n1.公务接待费支出3.50万元。` }, '3.50'],
  };
  for (const [name, [own, wrong]] of Object.entries(slips))
    it(`${name}: found`, () => assert.ok(broken(own).includes(wrong), broken(own).join('、')));

  it('income and expenditure in one breath have a figure, a change and a rate each', () => {
    const total =
      '2023年度收、支总计各是310.00,320.00万元。与2022年度相比，收、支总计各增加30.00,40.00万元，各增长10.71%、14.29%。';
    const { disclosure, reconciliation } = checkText('a.txt', sichuanText({ total }, listOf(LISTED), ''));
    const figures = disclosure.narrative!.figures.filter(({ section }) =>
      disclosure.narrative!.sections[section]!.title.startsWith('一、'),
    );
    assert.deepEqual(
      figures.map(({ role, amount, said }) => [role, amount.raw, said.flow ?? '']),
      [
        ['value', '310.00', 'income'],
        ['value', '320.00', 'expenditure'],
        ['delta', '30.00', ''],
        ['delta', '40.00', ''],
        ['rate', '10.71', ''],
        ['rate', '14.29', ''],
      ],
    );
    const said = reconciliation.findings.filter(({ severity }) => severity !== 'info');
    assert.deepEqual([...new Set(said.map(({ rule }) => rule))], ['balance']);
  });
});
