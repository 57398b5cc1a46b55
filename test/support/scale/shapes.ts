/*
 * Documents that grow in one way each, all of them invented. Whoever grows them eight times finds eight times the work,
 * or a scan within a scan.
 */

/** A document of a size: twice the size, twice the length. */
export interface Shape {
  readonly name: string;
  /** The size that is doubled three times: large enough that what a document costs anyway does not count. */
  readonly base: number;
  readonly text: (size: number) => string;
}

const UNIT = '单位：万元';
const HEAD = '科目编码\t科目名称\t合计\t基本支出\t项目支出';
const form = (title: string, rows: readonly string[]): string => `${title}\n${UNIT}\n${HEAD}\n${rows.join('\n')}\n\n`;
const row = (code: number | string, name: string, own: number, project: number): string =>
  `${code}\t${name}\t${(own + project).toFixed(2)}\t${own.toFixed(2)}\t${project.toFixed(2)}`;
const list = <T>(size: number, each: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => each(at));

const TITLE = '2023年预算支出总表';
/** A form that holds, for the shapes that grow elsewhere. */
const SOUND = form(TITLE, [row('', '合计', 1, 2), row(201, '一般公共服务支出', 1, 2)]);
const SECTION = '三、支出预算情况说明\n';

/** Letters that stand for a number: names that differ, and hold no figure. */
function word(at: number): string {
  const letters = '甲乙丙丁戊己庚辛壬癸';
  return String(at).replace(/\d/g, (digit) => letters[Number(digit)]!);
}

function rows(size: number): string {
  const parts = list(size, (at) => row(2_010_000 + at, `${word(at)}事务`, at + 1, at + 2));
  const own = (size * (size + 1)) / 2;
  return form(TITLE, [row('', '合计', own, own + size), ...parts]);
}

function columns(size: number): string {
  const names = list(size, (at) => `${word(at)}支出`);
  const values = (factor: number): string[] => list(size, (at) => ((at + 1) * factor).toFixed(2));
  const line = (code: string, name: string, factor: number): string =>
    [code, name, ((factor * size * (size + 1)) / 2).toFixed(2), ...values(factor)].join('\t');
  return [
    TITLE,
    UNIT,
    ['科目编码', '科目名称', '合计', ...names].join('\t'),
    line('', '合计', 3),
    line('201', '一般公共服务支出', 1),
    line('202', '外交支出', 2),
    '',
  ].join('\n');
}

/** Heads of three rows; the upper ones span what stands below them. */
function heads(size: number): string {
  const upper = list(size, (at) => [`${word(at)}资金`, '', '', '']).flat();
  const middle = list(size, () => ['基本支出', '', '项目支出', '']).flat();
  const lower = list(size, () => ['人员经费', '公用经费', '运转类', '特定目标类']).flat();
  const values = list(size * 4, (at) => (at + 1).toFixed(2));
  return [
    TITLE,
    UNIT,
    ['科目编码', '科目名称', ...upper].join('\t'),
    ['', '', ...middle].join('\t'),
    ['', '', ...lower].join('\t'),
    ['', '合计', ...values].join('\t'),
    ['201', '一般公共服务支出', ...values].join('\t'),
    '',
  ].join('\n');
}

function contradictions(size: number): string {
  const parts = list(size, (at) => `${2_010_000 + at}\t${word(at)}事务\t${at + 9}.00\t${at + 1}.00\t1.00`);
  return form(TITLE, [row('', '合计', 1, 2), ...parts]);
}

const amount = (at: number): string => `${Math.floor(at / 7) + 3}.${String((at * 37) % 100).padStart(2, '0')}`;

export const SHAPES: readonly Shape[] = [
  { name: 'rows', base: 250, text: rows },
  { name: 'columns', base: 100, text: columns },
  { name: 'heads nested', base: 30, text: heads },
  {
    name: 'tables',
    base: 25,
    text: (size) =>
      list(size, (at) =>
        form(`2023年${word(at)}专项支出表`, [row('', '合计', at, 2), row(201, '一般公共服务支出', at, 2)]),
      ).join(''),
  },
  {
    name: 'tables of one title',
    base: 25,
    text: (size) =>
      list(size, (at) => form(TITLE, [row('', '合计', at, 2), row(201, '一般公共服务支出', at, 2)])).join(''),
  },
  {
    name: 'the same line again and again',
    base: 250,
    text: (size) => form(TITLE, [row('', '合计', size, size), ...list(size, () => row(201, '一般公共服务支出', 1, 1))]),
  },
  { name: 'contradictions', base: 60, text: contradictions },
  {
    name: 'a paragraph of clauses',
    base: 100,
    text: (size) =>
      `${SOUND}${SECTION}2023年支出预算${list(size, (at) => `${word(at)}经费${amount(at)}万元`).join('，')}。\n`,
  },
  {
    name: 'a paragraph of sentences',
    base: 100,
    text: (size) =>
      `${SOUND}${SECTION}${list(size, (at) => `${word(at)}经费${amount(at)}万元，比上年增加${amount(at + 3)}万元，增长${(at % 90) + 1}.00%。`).join('')}\n`,
  },
  {
    name: 'the same figure again and again',
    base: 60,
    text: (size) => `${SOUND}${SECTION}${list(size, () => '2023年支出预算合计3.00万元。\n').join('')}`,
  },
  {
    name: 'the same key with other values',
    base: 60,
    text: (size) => `${SOUND}${SECTION}${list(size, (at) => `2023年支出预算合计${amount(at)}万元。\n`).join('')}`,
  },
  {
    name: 'shares of one whole',
    base: 60,
    text: (size) =>
      `${SOUND}${SECTION}2023年支出预算合计3.00万元。\n${list(size, (at) => `${word(at)}经费${amount(at)}万元，占${(at % 90) + 1}.00%。\n`).join('')}`,
  },
  {
    name: 'completions and changes',
    base: 60,
    text: (size) =>
      `${SOUND}${SECTION}${list(size, (at) => `${word(at)}经费年初预算${amount(at)}万元，支出决算${amount(at + 1)}万元，完成年初预算的${(at % 90) + 10}.00%，比上年增加${amount(at + 2)}万元，主要原因是工作量增加。\n`).join('')}`,
  },
  {
    name: 'projects in a table and in the text',
    base: 240,
    text: (size) =>
      form('2023年项目支出表', [
        row('', '合计', size, size),
        ...list(size, (at) => row('', `${word(at)}项目`, 1, 1 + (at % 3))),
      ]) + `${SECTION}${list(size, (at) => `${word(at)}项目${2 + (at % 3)}.00万元，主要用于维护。\n`).join('')}`,
  },
  {
    name: 'institutions',
    base: 25,
    text: (size) =>
      list(size, (at) =>
        form(`${TITLE}\n单位名称：${word(at)}县民政局`, [row('', '合计', at, 2), row(201, '一般公共服务支出', at, 2)]),
      ).join(''),
  },
  {
    name: 'columns of the same words',
    base: 60,
    text: (size) => {
      const names = list(size, () => '财政拨款\t一般公共预算\t政府性基金预算').join('\t');
      const values = list(size * 3, (at) => `${at}.00`).join('\t');
      return `${TITLE}\n${UNIT}\n科目编码\t科目名称\t合计\t${names}\n\t合计\t1.00\t${values}\n201\t一般公共服务支出\t1.00\t${values}\n`;
    },
  },
  { name: 'a line of characters', base: 20_000, text: (size) => `${SOUND}${'长'.repeat(size)}\n` },
  { name: 'a line of digits', base: 5000, text: (size) => `${SOUND}支出${'1'.repeat(size)}万元。\n` },
  {
    name: 'sections',
    base: 60,
    text: (size) =>
      `${SOUND}${list(size, (at) => `（${at + 1}）${word(at)}经费\n本项支出${amount(at)}万元。\n`).join('')}`,
  },
];
