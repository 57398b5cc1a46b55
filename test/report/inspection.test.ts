import assert from 'node:assert/strict';
import { checkText, inspectionOf } from '../../src';
import { CHECKS } from '../../src/checks';
import type { InspectionForm, InspectionItem } from '../../src/model/inspection';
import type { Finding, Severity } from '../../src/model/relation';
import { wordsFigure } from '../../src/model/narrative';
import { inspectionForm } from '../../src/report';
import { sichuanText } from '../families/sichuan-text';
import { FAMILIES, sampleFamily } from '../ledger/families';

/*
 * What 检查表 says of a document: every item, and never more than was checked.
 */

const HEAD = '2023年预算支出总表\n单位名称：白石县水务中心\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n';
const SOUND = `${HEAD}合计\t\t3.00\t1.00\t2.00\n213\t农林水支出\t3.00\t1.00\t2.00\n21303\t水利\t3.00\t1.00\t2.00\n2130306\t水利工程运行与维护\t3.00\t1.00\t2.00\n`;
const WRONG = SOUND.replace('213\t农林水支出\t3.00', '213\t农林水支出\t8.00');

const formOf = (text: string): InspectionForm => inspectionOf(checkText('报送/公开.txt', text));
const itemsOf = ({ groups }: InspectionForm): InspectionItem[] => groups.flatMap(({ items }) => items);
function itemOf(form: InspectionForm, name: string): InspectionItem {
  const found = itemsOf(form).find((item) => item.name === name);
  assert.ok(
    found,
    `${name}: ${itemsOf(form)
      .map((item) => item.name)
      .join('、')}`,
  );
  return found;
}

const WORD: Readonly<Record<Severity, RegExp>> = {
  error: /不符合 (\d+) 处/,
  warning: /提醒 (\d+) 处/,
  info: /提示 (\d+) 处/,
};
/** How many findings the results of the items speak of. */
function counted(form: InspectionForm): Record<Severity, number> {
  const of = (severity: Severity): number =>
    itemsOf(form).reduce((sum, { result }) => sum + Number(WORD[severity].exec(result)?.[1] ?? 0), 0);
  return { error: of('error'), warning: of('warning'), info: of('info') };
}
const found = (findings: readonly { readonly severity: Severity }[]): Record<Severity, number> => {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
};

describe('检查表', () => {
  it('says whose document it is and leaves room to sign', () => {
    const { title, head, foot, summary } = formOf(WRONG);
    assert.equal(title, '2023年单位预算公开检查表');
    assert.deepEqual(
      head.map(({ label, value }) => [label, value]),
      [
        ['单位名称', '白石县水务中心'],
        ['年度、类别', '2023年　单位预算'],
        ['表样', '通用（不属于已知模板）'],
        ['检查的文件', '公开.txt'],
        ['检查人', ''],
        ['检查日期', ''],
        ['检查单位', ''],
        ['批复日期', ''],
        ['公开日期', ''],
      ],
    );
    assert.deepEqual(
      foot.map(({ label, value }) => [label, value]),
      [
        ['整改期限', ''],
        ['单位签收（盖章）', ''],
        ['签收日期', ''],
      ],
    );
    assert.equal(summary, '核对结果：错误 1 处，提醒 0 处，提示 0 处。公开表 1 张，其中空表 0 张。');
  });

  it('takes the dates that the document gives of itself, and asks a person for the rest', () => {
    const dated = formOf(`白石县水务中心\n2023年单位预算\n公开日期：2023年2月25日\n\n${SOUND}`);
    assert.deepEqual(dated.head.slice(-2), [
      { label: '批复日期', value: '' },
      { label: '公开日期', value: '2023年2月25日' },
    ]);
    for (const name of ['公开时限', '公开渠道', '公开范围', '保密审查'])
      assert.equal(itemOf(dated, name).result, '请人工核实', name);
  });

  it('has a row for every form: there, empty with or without a note, missing', () => {
    const forms = (form: InspectionForm): string[] =>
      form.groups[0]!.items.map(({ name, result, remark }) => `${name} ${result} ${remark.text}`);
    const [document] = sampleFamily('shanxi-budget', 31, 1, { clean: true, scale: 'medium' });
    const { disclosure, family, reconciliation } = checkText('x', document!.text);
    const whole = inspectionForm({ disclosure, family, reconciliation, rules: CHECKS });
    assert.equal(forms(whole).length, 13 + 2);
    const [first] = disclosure.statements;
    const printed = disclosure.facts.filter(({ statement, amount }) => statement === 0 && amount.printed).length;
    assert.equal(forms(whole)[0], `${family!.forms[0]!.sheet} 已公开 金额 ${printed} 个`);
    const facts = disclosure.facts.filter(({ statement }) => statement !== 0);
    const without = {
      ...disclosure,
      statements: disclosure.statements.map((each, at) => (at === 0 ? { ...each, id: 'generic-1' } : each)),
      facts,
      missing: [first!.id],
    };
    const lacking = inspectionForm({ disclosure: without, family, reconciliation, rules: CHECKS });
    assert.equal(forms(lacking)[0], `${family!.forms[0]!.sheet} 缺失 文件中未见此表，请核实是否另附`);
    assert.match(lacking.summary, /缺失 1 张/);
    const empty = `${SOUND}\n2023年政府性基金预算支出表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t0.00\t0.00\t0.00\n`;
    assert.ok(
      forms(formOf(empty)).some((line) => /^2023年政府性基金预算支出表 空表 表下未见/.test(line)),
      forms(formOf(empty)).join('\n'),
    );
    assert.ok(
      forms(formOf(`${empty}注：本表无数据\n`)).includes('2023年政府性基金预算支出表 空表 注明“注：本表无数据”'),
    );
  });

  it('a form that is only listed, as one without data, is empty and not missing', () => {
    const items = formOf(sichuanText()).groups[0]!.items.filter(({ name }) => !name.startsWith('按'));
    assert.equal(items.filter(({ result }) => result === '缺失').length, 10);
    const empty = items.filter(({ result }) => result === '空表');
    assert.deepEqual(
      empty.map(({ remark }) => remark.text),
      Array.from({ length: 3 }, () => '没有附表，表目中注明无数据'),
    );
  });

  it('names no province for a document in standard forms', () => {
    const [document] = sampleFamily('standard-final', 3, 1, { scale: 'small', clean: true });
    const form = formOf(document!.text);
    assert.equal(form.head[2]!.value, '通用（标准表样）');
    assert.equal(itemOf(form, '应公开的表').result, '请人工核实');
    assert.ok(form.groups[0]!.items.every(({ result }) => result !== '缺失'));
  });

  it('does not call a form of no known family missing', () => {
    const other =
      '2023年收支情况表\n单位名称：白石县水务中心\n单位：万元\n项目\t预算数\n收入合计\t3.00\n支出合计\t3.00\n';
    const { groups } = formOf(other);
    assert.equal(groups[0]!.items.filter(({ result }) => result === '缺失').length, 0);
    assert.equal(itemOf(formOf(other), '应公开的表').result, '请人工核实');
  });

  it('looks how deep the figures go', () => {
    assert.equal(itemOf(formOf(SOUND), '按功能分类细化').result, '符合');
    const shallow = formOf(
      SOUND.split('\n')
        .filter((line) => !/^2130/.test(line))
        .join('\n'),
    );
    const item = itemOf(shallow, '按功能分类细化');
    assert.deepEqual([item.result, item.remark.text], ['请人工核实', '213 有金额而未见项级科目']);
    assert.equal(itemOf(formOf(SOUND), '按经济分类细化').result, '无此内容');
  });

  it('lists what is wrong under its rule, the proposed value beside it', () => {
    const form = formOf(WRONG);
    const item = itemOf(form, '上级科目等于下级科目之和');
    const [issue] = item.issues;
    assert.equal(item.result, '不符合 1 处');
    assert.match(issue!.text, /^《.*》.*8\.00 ≠ .*3\.00，差 5\.00$/);
    assert.equal(issue!.proposal, '8.00 → 3.00万元，请核实');
    assert.equal(issue!.figure?.amount.raw, '8.00');
  });

  it('says that something fits only where something was checked', () => {
    const form = formOf(SOUND);
    assert.deepEqual(
      [itemOf(form, '合计栏等于各栏之和').result, itemOf(form, '合计栏等于各栏之和').remark.text],
      ['符合', '核对关系 4 条'],
    );
    assert.equal(itemOf(form, '收支平衡').result, '无此内容');
    for (const { result, remark, tone } of itemsOf(form))
      if (tone === 'good' && result === '符合') assert.match(remark.text, /核对关系 [1-9]|科目 [1-9]/);
    assert.ok(form.notes.some((note) => note.includes('公开渠道')));
  });

  it('does not call an explanation that was not read wanting', () => {
    for (const name of ['政府采购', '名词解释']) assert.equal(itemOf(formOf(SOUND), name).result, '请人工核实');
    const told = formOf(
      `${SOUND}\n第三部分 情况说明\n一、收入预算情况说明\n2023年收入预算3.00万元。\n二、政府采购情况\n政府采购预算1.00万元。\n`,
    );
    const { result, remark } = itemOf(told, '政府采购');
    assert.deepEqual(
      [result, remark.text, remark.place],
      ['已说明', '“二、政府采购情况”', { line: 13, column: 1, length: 8 }],
    );
    assert.equal(itemOf(told, '国有资产占有使用').result, '未见');
    assert.match(itemOf(told, '机关运行经费').remark.text, /参照公务员法/);
    const { disclosure, family, reconciliation } = checkText(
      'x',
      `${SOUND}\n第三部分 情况说明\n一、收入预算情况说明\n2023年收入预算3.00万元。\n`,
    );
    const resultWith = (...texts: string[]): string =>
      itemOf(
        inspectionForm({
          disclosure: { ...disclosure, messages: texts.map((text) => ({ severity: 'warning', text })) },
          family,
          reconciliation,
          rules: CHECKS,
        }),
        '政府采购',
      ).result;
    assert.deepEqual([resultWith(), resultWith('第 3 页是图片，其中的数字无法读取')], ['未见', '请人工核实']);
  });

  it('lists what nothing ties', () => {
    const form = formOf(SOUND.replace('2130306', '备注金额\t\t\t\t\n2130306'));
    assert.equal(itemOf(form, '表中数字').result, '全部核对');
    const lone = formOf('2023年收支情况表\n单位名称：白石县水务中心\n单位：万元\n项目\t预算数\n公务接待费\t3.00\n');
    const item = itemOf(lone, '表中数字');
    assert.deepEqual(
      [item.result, item.issues.map(({ text }) => text)],
      ['未核对 1 个', ['《2023年收支情况表》公务接待费·预算数 3.00']],
    );
  });

  it('every rule has a place for what it finds, in tables and in the text', () => {
    const checked = checkText('x', SOUND);
    const cell = checked.disclosure.facts[0]!;
    const words = wordsFigure('甲', { line: 1, column: 1, length: 1 }, 0);
    for (const { id } of CHECKS)
      for (const figures of [[cell, checked.disclosure.facts[1]!], [words], [cell, words], []]) {
        const finding: Finding = {
          id: '1',
          rule: id,
          severity: 'warning',
          message: '某处不一致',
          stated: '',
          expected: '',
          difference: '',
          unit: '',
          suspects: figures.slice(0, 1),
          facts: figures,
          evidence: [],
        };
        const form = inspectionForm({
          ...checked,
          reconciliation: { ...checked.reconciliation, findings: [finding] },
          rules: CHECKS,
        });
        assert.deepEqual(counted(form), { error: 0, warning: 1, info: 0 }, `${id} ${figures.length}`);
        assert.equal(
          itemsOf(form)
            .flatMap(({ issues }) => issues)
            .filter(({ severity }) => severity === 'warning').length,
          1,
          id,
        );
      }
  });

  it('puts what the text contradicts with the text, what tables contradict with the tables', () => {
    const checked = checkText('x', SOUND);
    const [one, other] = checked.disclosure.facts;
    const words = wordsFigure('甲', { line: 1, column: 1, length: 1 }, 0);
    const groupOf = (suspects: Finding['suspects'], facts: Finding['facts']): string => {
      const finding: Finding = {
        id: '1',
        rule: 'same-figure',
        severity: 'error',
        message: '某处不一致',
        stated: '',
        expected: '',
        difference: '',
        unit: '',
        suspects,
        facts,
        evidence: [],
      };
      const form = inspectionForm({
        ...checked,
        reconciliation: { ...checked.reconciliation, findings: [finding] },
        rules: CHECKS,
      });
      return form.groups.find(({ items }) =>
        items.some(({ issues }) => issues.some(({ severity }) => severity === 'error')),
      )!.title;
    };
    assert.equal(groupOf([one!], [one!, other!]), '表间勾稽');
    assert.equal(groupOf([one!], [one!, other!, words]), '表间勾稽', 'a wrong cell that another table contradicts too');
    assert.equal(groupOf([one!], [one!, words]), '表文一致');
    assert.equal(groupOf([words], [one!, other!, words]), '表文一致');
  });

  it('says of changes that nothing ties that a person has to look', () => {
    const told = (sentence: string): InspectionItem =>
      itemOf(
        formOf(`${SOUND}\n第三部分 情况说明\n一、收入预算情况说明\n${sentence}\n`),
        '文中增减额、增减比例与两年数字一致',
      );
    assert.equal(told('2023年收入预算3.00万元。').result, '无此内容');
    const { result, remark } = told('2023年会议费预算比上年增加1.20万元。');
    assert.deepEqual([result, remark.text], ['请人工核实', '文中有此内容，没有数字可以与它核对']);
  });

  it('counts what 核对结果 counts, in every family, with slips', () => {
    for (const family of FAMILIES)
      for (const { text } of sampleFamily(family, 41, 2, { scale: 'small' })) {
        let turn = 0;
        // Every so many amounts another first digit.
        const spoilt = text.replace(/(?<![\d.,])\d(?=[\d,]*\.\d)/g, (digit) =>
          (turn += 1) % 23 === 0 ? String((Number(digit) % 9) + 1) : digit,
        );
        const checked = checkText('x', spoilt);
        const counts = found(checked.reconciliation.findings);
        assert.ok(counts.error > 0, family);
        assert.deepEqual(counted(inspectionOf(checked)), counts, family);
      }
  });

  it('a long list is cut, and says so', () => {
    const checked = checkText('x', SOUND);
    const finding = (at: number): Finding => ({
      id: String(at),
      rule: 'names',
      severity: 'warning',
      message: `名称 ${at}`,
      stated: '',
      expected: '',
      difference: '',
      unit: '',
      suspects: [],
      facts: [],
      evidence: [],
    });
    const findings = Array.from({ length: 45 }, (_, at) => finding(at));
    const form = inspectionForm({ ...checked, reconciliation: { ...checked.reconciliation, findings }, rules: CHECKS });
    const item = itemOf(form, '科目名称一致、现行');
    assert.deepEqual([item.result, item.issues.length, item.remark.text], ['提醒 45 处', 30, '另有 15 处见“核对结果”']);
  });
});
