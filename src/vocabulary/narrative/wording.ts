/*
 * Slips of wording that inspectors send documents back for. Each is a pattern over a line as printed, and what is said
 * about it.
 */

import { pattern } from '../../shared/pattern';

/** Rules of wording, each with what it is called and where it is asked for. */
export const WORDING_RULES = {
  punctuation: { title: '标点不重复', basis: '公开文本应规范' },
  reason: { title: '原因写完整', basis: '增减变化应说明原因' },
  placeholder: { title: '没有未填的占位符', basis: '公开文本应完整，不留模板的占位符' },
  instruction: { title: '没有模板的填写说明', basis: '公开文本应完整，模板的填写说明应删去' },
  choice: { title: '没有未删改的选择项', basis: '公开文本应完整，模板的选择项应删改' },
  number: { title: '不缺数字', basis: '公开文本应完整' },
  unit: { title: '金额不缺单位', basis: '金额应注明单位' },
  percent: { title: '不缺百分号', basis: '占比、增幅、完成比例应带百分号' },
  repeated: { title: '文字不重复', basis: '公开文本应规范' },
  direction: { title: '增减方向不矛盾', basis: '同一句中增减与持平不能同时成立' },
  term: { title: '用语规范', basis: '公开文本应规范' },
} as const;

export type WordingRule = keyof typeof WORDING_RULES;

export interface WordingSlip {
  readonly rule: WordingRule;
  readonly pattern: RegExp;
  readonly severity: 'warning' | 'info';
  /** {found} is what was found. */
  readonly message: string;
  /** Looked for in the explanation only; everywhere when absent. */
  readonly explanationOnly?: true;
  /** Looked for on the contents page and in titles too. */
  readonly onContents?: true;
  /** One that is found, and one that looks alike and is none: they are its tests. */
  readonly example: string;
  readonly counterexample: string;
}

const PART_OF = '占[^，。；：\\d]{1,24}的(?:比重|比例)?为?';
const DONE_OF = '完成[^，。；：\\d]{0,16}(?:预算|目标|任务)[^，。；：\\d]{0,6}的';
const SHARE_WORD = '占(?:比)?为?|所占比[重例]为?|比[重例]为|增长|下降|增幅为?|降幅为?';

export const WORDING: readonly WordingSlip[] = [
  {
    rule: 'punctuation',
    pattern:
      /(?:[；，、：;]\s?[。；]|。\s?[；，]|(?<![。.])(?:。\s?。|\.[.。]|。\.)(?![。.…])|[，、；]\s?[，、])(?!\d)/,
    severity: 'info',
    message: '标点重复“{found}”',
    explanationOnly: true,
    example: '收入预算12.00万元。。',
    counterexample: '收入预算12.00万元。',
  },
  {
    rule: 'reason',
    pattern: /原因(?:主要)?(?:是|为|：|:){1,3}\s?(?=[。；;])|原因(?:是|为)\s?$/,
    severity: 'info',
    message: '“{found}”后没有写原因',
    explanationOnly: true,
    example: '比上年增加2万元，主要原因是。',
    counterexample: '比上年增加2万元，主要原因是人员增加。',
  },
  {
    rule: 'placeholder',
    pattern:
      /(?<![XxＸ×])[XxＸ×]{2,20}(?![A-Za-z])|＊{2,20}|\*{3,20}|待填|待补充|待定(?!点|向)|_{3,20}|（\s{0,4}）(?:万元|个|辆)/,
    severity: 'warning',
    message: '占位符“{found}”未填写',
    onContents: true,
    example: '支出预算XX万元。',
    counterexample: '购买X光机一台。',
  },
  {
    rule: 'placeholder',
    pattern: /。{3,20}|[：:）)]\s?(?:…{2,20}|\.{4,40})\s?$/,
    severity: 'warning',
    message: '“{found}”处没有写内容',
    example: '（二）。。。。。',
    counterexample: '（二）负责档案工作。',
  },
  {
    rule: 'instruction',
    pattern:
      /请?在此处?(?:填写|填报|说明|补充)|此处(?:填写|填报)|请(?:据实|如实|按实际|根据实际)[^。；]{0,8}(?:填写|填报|修改)|没有的，?保留上句|（请[^（）]{2,40}）/,
    severity: 'warning',
    message: '模板的填写说明“{found}”没有删去',
    example: '（如有收支，请在此处填写金额）',
    counterexample: '有关情况请见附件。',
  },
  {
    rule: 'instruction',
    pattern: /(?:^|[。；])（(?=[^（）]{0,80}(?:数量|金额|情况|原因|内容))[^（）\d为是]{8,80}等）(?=[。；]?\s?$)/,
    severity: 'info',
    message: '“{found}”像是模板的填写说明，请核实是否应删去',
    explanationOnly: true,
    example: '涉及资金18万元。（绩效管理工作情况，以及项目数量、预算金额等）',
    counterexample: '涉及资金18万元（项目4个，含续建等）。',
  },
  {
    rule: 'choice',
    pattern:
      /(?:增加|增长)\s?[（(/]\s?(?:减少|下降)|(?:减少|下降)\s?[（(/]\s?(?:增加|增长)|大于\s?[（(/]\s?(?:小于|等于)|(?:增加|减少|持平)\/(?:增加|减少|持平)/,
    severity: 'warning',
    message: '选择项“{found}”未删改',
    example: '比上年增加（减少）2万元。',
    counterexample: '比上年增加2万元。',
  },
  {
    rule: 'choice',
    pattern:
      /(?:增加|减少|增长|下降)持平|[减增](?:增加|减少)(?=\s?\d)|大小于|小大于|大于小于|(?:增加|增长)(?:减少|下降)(?=\s?\d)|(?:减少|下降)(?:增加|增长)(?=\s?\d)/,
    severity: 'warning',
    message: '“{found}”两个方向叠在一起，模板的选择项没有删净',
    example: '与2023年预算增加持平。',
    counterexample: '与2023年预算持平。',
  },
  {
    rule: 'number',
    pattern: /(?:增加|减少|增长|下降|支出|收入|预算|决算|共计?|[占为])(?:万元|%|％|辆|批次|人次)/,
    severity: 'warning',
    message: '“{found}”处缺少数字',
    explanationOnly: true,
    example: '比上年增加万元。',
    counterexample: '金额单位为：万元。',
  },
  {
    rule: 'unit',
    pattern:
      /(?:预算|决算|支出|收入|经费|金额|资金|拨款|总计|合计)(?:数|额|总额)?(?:为|是|共|合计|共计|总计|：)?\s?(?!20\d\d\.)\d[\d,]{0,15}\.\d{1,2}\s?(?=[，。；;）)](?!\s?\d)|$)/,
    severity: 'warning',
    message: '“{found}”后疑缺金额单位（如万元）',
    explanationOnly: true,
    example: '年初预算为28.00万元，支出决算为30.00。',
    counterexample: '收入、支出分别为30.00，28.00万元。',
  },
  {
    rule: 'percent',
    pattern: pattern(`(?:${PART_OF}|${DONE_OF}|${SHARE_WORD})\\s?\\d{1,6}(?:\\.\\d{1,6})?\\s?(?=[，。；;,、）)]|$)`),
    severity: 'warning',
    message: '“{found}”后疑缺百分号',
    explanationOnly: true,
    example: '卫生健康支出20.00万元，比重为3.13；',
    counterexample: '办公用房占地1200平方米。',
  },
  {
    rule: 'repeated',
    pattern:
      /(的的|了了|是是|万元万元|支出支出|收入收入|经费经费|主要主要|预算预算|决算决算|增加增加|减少减少|%%|％％)/,
    severity: 'info',
    message: '文字重复“{found}”',
    explanationOnly: true,
    example: '支出支出12万元。',
    counterexample: '支出12万元。',
  },
  {
    rule: 'direction',
    pattern:
      /(?:减少|下降|增加|增长)(?:为|到|至)\s?0(?:\.0{1,4})?\s?万?元?，(?:与|同|和)\s?(?:上年|去年|20\d\d\s?年)(?:度|决算|预算)?数?(?:相比)?\s?持平/,
    severity: 'warning',
    message: '“{found}”前后矛盾：既写增减，又写持平',
    explanationOnly: true,
    example: '因公出国（境）费减少为0万元，与2023年持平。',
    counterexample: '因公出国（境）费为0万元，与2023年持平。',
  },
  {
    rule: 'term',
    pattern: /(?:增加|减少|提高|下降|增长)其中[:：]/,
    severity: 'info',
    message: '“{found}”前缺少句号',
    explanationOnly: true,
    example: '比上年略有增加其中：基本支出2万元。',
    counterexample: '比上年增加2万元。其中：基本支出2万元。',
  },
  {
    rule: 'term',
    pattern: /国有资金经营预算/,
    severity: 'info',
    message: '“{found}”应为国有资本经营预算',
    explanationOnly: true,
    example: '国有资金经营预算支出0万元。',
    counterexample: '国有资本经营预算支出0万元。',
  },
  {
    rule: 'term',
    pattern: /[^“"‟„\s]三公经费/,
    severity: 'info',
    message: '“{found}”中三公应加引号',
    explanationOnly: true,
    example: '财政拨款三公经费2万元。',
    counterexample: '财政拨款“三公”经费2万元。',
  },
];

/** Marks that come in pairs, and what they are called. */
export const PAIRS: readonly (readonly [open: string, close: string, name: string])[] = [
  ['“', '”', '引号'],
  ['（', '）', '括号'],
  ['《', '》', '书名号'],
];

/** A document of one 单位 that speaks as a 部门. */
export const DEPARTMENT_WORDS = /本部门|我部门|部门各单位|所属各单位|部门[预决]算安排(?:购置|采购)/;
/** A document of a 部门 that speaks as a 单位. */
export const UNIT_WORDS = /本单位|我单位/;

/** Words of a note by which a table says that it is empty (本表无数据). */
export const EMPTY_NOTE: readonly string[] = ['无数据', '空表'];

/** 本部门（单位） leaves it open by form. */
export const EITHER_WORD = /部门（单位）|部门\(单位\)/;

/** 一、… at the beginning of a heading; the number is captured. */
export const CHAPTER_ITEM = /^([一二三四五六七八九十]{1,3})、/;

/** Words for the funds whose forms are often empty. */
export const FUND_WORDS = { govfund: /政府性基金/, capital: /国有资本/ } as const;

/** Says of something that there is none, or that it is zero. */
export const NOTHING_OF_FUND =
  /无|没有|未(?:安排|发生|使用)|不(?:涉及|存在|安排)|空表|(?<![\d.])0(?:\.0{1,6})?\s?(?:亿|万|千)?元/;
