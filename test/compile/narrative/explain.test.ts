import assert from 'node:assert/strict';
import { checkText } from '../../../src';
import { explain, toPlainText } from '../../../src/compile/narrative';
import { AMOUNTS } from '../../../src/compile/narrative/amounts';
import { BUDGET } from '../../../src/compile/narrative/budget';
import { FINAL } from '../../../src/compile/narrative/final';
import { LISTS } from '../../../src/compile/narrative/list-specs';
import type { Outline, SectionSpec, Wording } from '../../../src/compile/narrative/outline';
import { sampleFamily } from '../../ledger/families';
import { alarms, fillIn, tablesOf, together } from './written';

/*
 * What is said of which tables. The tables are invented.
 */

const HEAD = '云岭县林业局\n\n2024年度部门预算公开\n\n';

function table(title: string, unit: string, ...rows: readonly string[]): string {
  return `${title}\n部门名称：云岭县林业局\t单位：${unit}\n${rows.join('\n')}\n\n`;
}

const TOTALS = (unit: string, [income, basic, project, whole]: readonly string[]): string =>
  HEAD +
  table(
    '2024年部门财务收支预算总表',
    unit,
    '收入\t\t支出\t',
    '项目\t预算数\t项目\t预算数',
    `一、一般公共预算拨款收入\t${income}\t一、农林水支出\t${whole}`,
    `收入总计\t${income}\t支出总计\t${whole}`,
  ) +
  table(
    '2024年部门支出预算总表',
    unit,
    '科目编码\t科目名称\t合计\t基本支出\t项目支出',
    `\t合计\t${whole}\t${basic}\t${project}`,
    `213\t农林水支出\t${whole}\t${basic}\t${project}`,
  );

const OFFICIAL = (title: string, now: string): string =>
  table(
    title,
    '万元',
    '2023年预算数\t\t\t\t2024年预算数\t\t\t',
    '合计\t因公出国（境）费\t公务用车运行费\t公务接待费\t合计\t因公出国（境）费\t公务用车运行费\t公务接待费',
    `3.00\t0.00\t2.00\t1.00\t${now}`,
  );

/** Lines of the explanation of a text. */
function said(text: string): string[] {
  return toPlainText(explain(checkText('表', text).disclosure)).split('\n');
}

function has(lines: readonly string[], wanted: string): void {
  assert.ok(
    lines.some((line) => line.includes(wanted)),
    `${wanted}\n---\n${lines.join('\n')}`,
  );
}

function hasNot(lines: readonly string[], unwanted: RegExp): void {
  assert.deepEqual(
    lines.filter((line) => unwanted.test(line)),
    [],
  );
}

const yearOf = (text: string): string => /(\d{4})年度/.exec(text)![1]!;
const levelOf = (text: string): string => /年度(部门|单位)/.exec(text)![1]!;

describe('explanations: figures', () => {
  it('万元 with two decimals, shares rounded half up', () => {
    const lines = said(TOTALS('万元', ['800.00', '100.00', '700.00', '800.00']));
    has(lines, '2024年度支出预算800.00万元，其中：基本支出100.00万元，占12.50%；项目支出700.00万元，占87.50%。');
    has(
      said(TOTALS('万元', ['3.00', '1.00', '2.00', '3.00'])),
      '基本支出1.00万元，占33.33%；项目支出2.00万元，占66.67%',
    );
    // 0.125% exactly.
    has(said(TOTALS('万元', ['800.00', '1.00', '799.00', '800.00'])), '基本支出1.00万元，占0.13%');
  });

  it('tables in 元 are told in 万元, rounded once', () => {
    const lines = said(TOTALS('元', ['1000050.00', '333349.99', '666700.01', '1000050.00']));
    has(lines, '2024年度收入总计100.01万元');
    has(lines, '其中：基本支出33.33万元，占33.33%；项目支出66.67万元，占66.67%');
  });

  it('tables in whole 万元 are told in whole 万元: nothing finer is known', () => {
    has(
      said(TOTALS('万元', ['800', '100', '700', '800'])),
      '其中：基本支出100万元，占12.50%；项目支出700万元，占87.50%',
    );
  });

  it('parts that do not add up to their whole are not listed as its parts', () => {
    const lines = said(TOTALS('万元', ['800.00', '100.00', '600.00', '800.00']));
    has(lines, '2024年度支出预算800.00万元。');
    hasNot(lines, /支出预算800.00万元，其中/);
  });
});

describe('explanations: what is known and what is not', function () {
  this.timeout(30_000);

  it('the year before is compared where a table prints it, and left to fill in where none does', () => {
    const lines = said(HEAD + OFFICIAL('2024年“三公”经费支出预算表', '4.50\t0.00\t2.50\t2.00'));
    has(lines, '2024年度“三公”经费预算4.50万元，比上年增加1.50万元，增长50.00%，主要原因是____。');
    has(lines, '公务接待费2.00万元，比上年增加1.00万元，增长100.00%，主要原因是____。');
    has(
      said(TOTALS('万元', ['8.00', '1.00', '7.00', '8.00'])),
      '收入总计与上年相比____（增加、减少的金额和比例，或持平），主要原因是____。',
    );
  });

  it('less, the same, and from nothing', () => {
    const lines = said(HEAD + OFFICIAL('2024年“三公”经费支出预算表', '2.50\t0.50\t2.00\t0.00'));
    has(lines, '预算2.50万元，比上年减少0.50万元，下降16.67%，主要原因是____。');
    has(lines, '因公出国（境）费0.50万元，比上年增加0.50万元，主要原因是____。');
  });

  it('nothing planned is said in words, where the table is filled in', () => {
    const none = said(HEAD + OFFICIAL('2024年“三公”经费支出预算表', '0.00\t0.00\t0.00\t0.00'));
    has(none, '2024年度本部门没有安排“三公”经费预算，比上年减少3.00万元，下降100.00%，主要原因是____。');
  });

  it('a form that nobody has filled in says nothing; one that says so is none', () => {
    const NOTE = /^.*(?:无数据|空表).*$/gm;
    const isEmpty = (text: string): boolean => {
      const { statements, facts } = checkText('表', text).disclosure;
      const form = statements.findIndex(({ id }) => id === 'operating');
      return !facts.some(({ statement, amount }) => statement === form && amount.printed);
    };
    const empty = sampleFamily('shanxi-budget', 20241103, 12, { scale: 'small' }).map(tablesOf).filter(isEmpty);
    assert.ok(empty.length > 1, String(empty.length));
    for (const text of empty) has(said(text), `${yearOf(text)}年度本${levelOf(text)}没有机关运行经费预算。`);
    const unfilled = empty.map((text) => text.replace(NOTE, ''));
    for (const text of unfilled) has(said(text), '机关运行经费预算____（金额，或说明没有机关运行经费）。');
    has(said(TOTALS('万元', ['8.00', '1.00', '7.00', '8.00'])), '2024年度政府性基金预算支出____（金额，或说明没有）。');
  });

  it('terms of money that the institution does not have are not explained', () => {
    hasNot(said(TOTALS('万元', ['8.00', '1.00', '7.00', '8.00'])), /事业收入：/);
  });

  it('no year, no name: filled in by hand', () => {
    const text =
      '支出预算总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t8.00\t1.00\t7.00\n213\t农林水支出\t8.00\t1.00\t7.00\n';
    has(said(text), '____年度支出预算8.00万元');
  });

  it('one text for several institutions speaks of the first', () => {
    const other = TOTALS('万元', ['9.00', '4.00', '5.00', '9.00']).replace(/云岭县林业局/g, '云岭县林业站');
    const lines = said(TOTALS('万元', ['8.00', '1.00', '7.00', '8.00']) + other);
    hasNot(lines, /9\.00/);
  });
});

describe('explanations of final accounts', () => {
  const FINAL_HEAD = '云岭县林业局\n\n2024年度部门决算公开\n\n';
  const official = (actual: string): string =>
    FINAL_HEAD +
    table(
      '财政拨款“三公”经费支出决算表',
      '万元',
      '预算数\t\t\t\t\t\t决算数\t\t\t\t\t',
      '合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费',
      '\t\t小计\t公务用车购置费\t公务用车运行费\t\t\t\t小计\t公务用车购置费\t公务用车运行费\t',
      `6.00\t0.00\t4.00\t0.00\t4.00\t2.00\t${actual}`,
    );

  it('spending against its budget', () => {
    const lines = said(official('4.50\t0.00\t4.00\t0.00\t4.00\t0.50'));
    has(lines, '“三公”经费财政拨款支出预算为6.00万元，支出决算为4.50万元，完成预算的75.00%。');
    has(lines, '公务接待费支出0.50万元，完成预算的25.00%，全年共接待____批次、____人次。');
    hasNot(lines, /因公出国（境）费支出0/);
  });

  it('nothing spent of a budget is no “none”', () => {
    const lines = said(official('0.00\t0.00\t0.00\t0.00\t0.00\t0.00'));
    has(lines, '支出预算为6.00万元，支出决算为0.00万元，完成预算的0.00%');
    hasNot(lines, /没有“三公”经费/);
  });
});

describe('explanations of tables with the year before', () => {
  const TEXT = (change: string): string =>
    HEAD +
    table(
      '2024年一般公共预算支出表',
      '万元',
      '科目编码\t科目名称\t2023年执行数\t2024年预算数\t\t\t增减额\t增减%',
      '\t\t\t小计\t基本支出\t项目支出\t\t',
      `\t合计\t40.00\t50.00\t20.00\t30.00\t${change}\t25.00`,
      `213\t农林水支出\t40.00\t50.00\t20.00\t30.00\t${change}\t25.00`,
    );

  it('say so, item by item, and agree with them', () => {
    const lines = said(TEXT('10.00'));
    has(lines, '一般公共预算支出50.00万元，比上年执行数增加10.00万元，增长25.00%，主要原因是____。');
    has(lines, '1.农林水支出（类）50.00万元，比上年执行数增加10.00万元，增长25.00%，用于____。');
    assert.deepEqual(alarms(checkText('全文', together(TEXT('10.00'), fillIn(lines.join('\n'))))), []);
  });
});

describe('explanations of tables with the budget', () => {
  it('say what was spent of it, item by item, and ask for a reason where it differs', () => {
    const text =
      '云岭县林业局\n\n2024年度部门决算公开\n\n' +
      table(
        '一般公共预算财政拨款支出决算表',
        '万元',
        '科目编码\t科目名称\t年初预算数\t决算数\t\t',
        '\t\t\t小计\t基本支出\t项目支出',
        '\t合计\t40.00\t50.00\t20.00\t30.00',
        '213\t农林水支出\t30.00\t40.00\t20.00\t20.00',
        '221\t住房保障支出\t10.00\t10.00\t\t10.00',
      );
    const lines = said(text);
    has(lines, '一般公共预算财政拨款支出预算为40.00万元，支出决算为50.00万元，完成预算的125.00%。');
    has(
      lines,
      '1.农林水支出（类）。预算为30.00万元，支出决算为40.00万元，完成预算的133.33%，决算数与预算数存在差异的主要原因是____。',
    );
    has(lines, '2.住房保障支出（类）。预算为10.00万元，支出决算为10.00万元，完成预算的100.00%，决算数等于预算数。');
    assert.deepEqual(alarms(checkText('全文', together(text, fillIn(lines.join('\n'))))), []);
  });
});

/** Every slot of an outline. */
function slotsOf({ sections, title }: Outline): string[] {
  const texts: string[] = [title];
  const add = (wording: Wording | undefined): void =>
    void texts.push(...(typeof wording === 'string' ? [wording] : (wording ?? [])));
  const names: string[] = [];
  const walk = (section: SectionSpec): void => {
    for (const part of section.body)
      if ('title' in part) walk(part);
      else if ('each' in part) {
        add(part.text);
        names.push(`#${part.each}`, ...(part.unless === undefined ? [] : [part.unless]));
      } else
        for (const sentence of part) {
          if (typeof sentence === 'string') add(sentence);
          else {
            names.push(sentence.of);
            for (const wording of [sentence.some, sentence.none, sentence.unknown]) add(wording);
          }
        }
  };
  sections.forEach(walk);
  return [...names, ...texts.flatMap((text) => [...text.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!))];
}

describe('outlines', () => {
  const WORDS = new Set(['年', '上年', '单位', '部门', '名', '额', '预算', '完成', '等于', '变动']);

  for (const [name, outline] of [
    ['预算', BUDGET],
    ['决算', FINAL],
  ] as const)
    it(`${name}: every slot names an amount or a list that there is`, () => {
      const unknown = slotsOf(outline).filter((slot) => {
        if (slot.startsWith('?') || WORDS.has(slot)) return false;
        if (slot.startsWith('#')) return LISTS[slot.slice(1)] === undefined;
        return slot
          .replace(/^[~&]/, '')
          .split('/')
          .some((each) => AMOUNTS[each.split('@')[0]!] === undefined);
      });
      assert.deepEqual(unknown, []);
    });

  it('every list is of an amount that there is', () => {
    assert.deepEqual(
      Object.values(LISTS).filter(({ whole }) => AMOUNTS[whole] === undefined),
      [],
    );
  });
});
