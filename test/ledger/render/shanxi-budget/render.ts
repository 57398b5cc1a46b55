/*
 * Ledger + blemishes → the disclosure as a user pastes it: contents, four parts, 13 forms as tab-separated rows.
 */
import type { Blemishes } from './blemishes';
import { Dice } from '../../dice';
import { FormLook, halfBrackets } from '../../print/look';
import { forms, ordinal, SHEETS, type Grid, type Sheet } from './forms';
import { FISCAL_FUNDS, officialCost, OFFICIALS, type Ledger } from '../../budget/ledger';
import { duty } from '../../names';
import { narrative, sectionTitles } from './narrative';

/** Titles that are not 年 + the sheet's name: the usual one, then the other one. */
const TITLES: Readonly<Partial<Record<Sheet, readonly [string, string]>>> = {
  政府性基金预算收入表: ['政府性基金预算收入表（不含上年结转）', '政府性基金预算收入表'],
  政府性基金预算支出表: ['政府性基金预算支出表（不含上年结转）', '政府性基金预算支出表'],
  国有资本经营预算收支预算表: ['国有资本经营预算收支预算表（不含上年结转）', '国有资本经营预算收支预算表'],
  '“三公”经费支出预算表': ['一般公共预算“三公”经费支出预算表', '财政拨款安排“三公”经费支出预算表'],
  机关运行经费预算财政拨款情况统计表: ['机关运行经费预算财政拨款情况统计表', '财政拨款安排机关运行经费预算表'],
};

const NOTES = ['注：本表无数据', '注:本表无数据', '备注：本表无数据。', '说明：没有此项预算，故本表无数据。'];

/**
 * The title of a form as a document prints it, with full-width brackets. A title of one fund stands only where no other
 * fund pays.
 */
export function titleOf(sheet: Sheet, ledger: Ledger, { titles, otherTitles }: Blemishes): string {
  const [usual, other] = TITLES[sheet] ?? [sheet, sheet];
  const paidByFunds =
    sheet === SHEETS[9] &&
    FISCAL_FUNDS.slice(1).some((fund) => OFFICIALS.some((kind) => officialCost(ledger, kind, fund) > 0));
  const year = { year: `${ledger.year}年`, annual: `${ledger.year}年度`, plain: '' }[titles];
  return year + (otherTitles || paidByFunds ? other : usual);
}

/** The whole document. */
export function renderText(ledger: Ledger, blemishes: Blemishes): string {
  const lines = new Renderer(ledger, blemishes).document();
  return (blemishes.bom ? '\ufeff' : '') + lines.join(blemishes.newline) + blemishes.newline;
}

class Renderer {
  private readonly dice: Dice;
  private readonly kind: string;

  constructor(
    private readonly ledger: Ledger,
    private readonly style: Blemishes,
  ) {
    this.dice = new Dice(style.seed);
    this.kind = ledger.level === 'department' ? '部门' : '单位';
  }

  document(): string[] {
    const { ledger, kind, style } = this;
    const title = `${ledger.year}年度${kind}预算公开`;
    const grids = forms(ledger, style);
    return [
      ledger.entity,
      '',
      title,
      '',
      ...this.contents(),
      this.heading(1, this.parts()[0] ?? ''),
      '',
      ...this.overview(),
      this.heading(1, this.parts()[1] ?? ''),
      '',
      ...grids.flatMap((grid, position) => this.form(grid, position)),
      this.heading(1, this.parts()[2] ?? ''),
      '',
      ...narrative(ledger, style).flatMap(({ level, text }) => [
        level === 0 ? this.prose(text) : this.heading(level, text),
        '',
      ]),
      this.heading(1, this.parts()[3] ?? ''),
      '',
      ...this.terms(),
    ];
  }

  private parts(): readonly string[] {
    const { year } = this.ledger;
    return [
      '第一部分 概况',
      `第二部分 ${year}年${this.kind}预算报表`,
      `第三部分 ${year}年度${this.kind}预算情况说明`,
      '第四部分 名词解释',
    ];
  }

  private heading(level: 1 | 2 | 3, text: string): string {
    const { headings, bold, brackets } = this.style;
    const depth = headings === 'uneven' ? 1 + this.dice.below(4) : level + 1;
    const words = brackets === 'half' ? halfBrackets(text) : text;
    const mark = headings === 'none' || (headings === 'uneven' && this.dice.chance(20)) ? '' : `${'#'.repeat(depth)} `;
    return mark + (bold && level === 1 ? `<b>${words}</b>` : words);
  }

  private contents(): string[] {
    const { style, ledger, dice } = this;
    if (style.contents === 'none') return [];
    const [first = '', second = '', third = '', fourth = ''] = this.parts();
    const titles = SHEETS.map(
      (sheet, position) => (style.contentsNumbers ? `表${ordinal(position + 1)} ` : '') + titleOf(sheet, ledger, style),
    );
    const entries = [
      first,
      `一、本${this.kind}职责`,
      '二、机构设置情况',
      second,
      ...titles,
      third,
      ...sectionTitles(ledger),
      '（一）政府购买服务指导性目录',
      '（二）其他',
      fourth,
    ];
    const leader = { 'dots-tab': '.....\t', dots: '..........', tab: '\t', ellipsis: '………………' }[style.contents];
    let page = 1;
    const lines = entries.flatMap((entry) => {
      page += dice.below(3) === 0 ? 1 : 0;
      const words = style.brackets === 'half' ? halfBrackets(entry) : entry;
      const bold = style.bold && entry.startsWith('第');
      const line = bold ? `<b>${words}</b>${leader}<b>${page}</b>` : `${words}${leader}${page}`;
      return style.pageBreaks > 0 && dice.chance(4) ? [line, ''] : [line];
    });
    return [(style.headings === 'none' ? '' : '# ') + dice.pick(['目 录', '目录', '目  录']), '', ...lines, ''];
  }

  private overview(): string[] {
    const { ledger, kind, dice } = this;
    const first = dice.below(7);
    const duties = Array.from({ length: 2 + dice.below(4) }, (_, position) =>
      this.prose(`${position + 1}. ${duty(first + position)}`),
    );
    const names = ledger.units.map((unit) => unit.name).join('、');
    const bodies =
      ledger.level === 'unit'
        ? `内设综合、业务、财务等科室。`
        : dice.pick([
            `纳入本部门${ledger.year}年预算编制范围的单位共${ledger.units.length}个：${names}。`,
            `本部门预算由${names}的预算组成。`,
            '内设综合、业务、财务等科室，所属单位预算一并公开。',
          ]);
    return [
      this.heading(2, `一、本${kind}职责`),
      '',
      ...duties.flatMap((sentence) => [sentence, '']),
      this.heading(2, '二、机构设置情况'),
      '',
      this.prose(bodies),
      '',
    ];
  }

  private terms(): string[] {
    const mark = this.style.bold ? '**' : '';
    return [
      ['基本支出', '维持日常运转所需的人员和公用两类支出。'],
      ['项目支出', '为特定任务安排、在日常运转之外的支出。'],
      ['机关运行经费', '行政和参公单位用财政拨款安排的公用经费。'],
      ['上年结转', '上年没有用完、今年按原用途接着用的资金。'],
    ].flatMap(([term = '', meaning = ''], position) => [
      `${mark}${ordinal(position + 1)}、${term}：${mark}${this.prose(meaning)}`,
      '',
    ]);
  }

  /** A sentence with the document's punctuation and its blanks around 万元. */
  private prose(text: string): string {
    const { halfWidthPunctuation, unitGaps } = this.style;
    const words = halfWidthPunctuation
      ? halfBrackets(text).replace(/，/g, ',').replace(/：/g, ':').replace(/；/g, ';')
      : text;
    if (!unitGaps) return words;
    return words.replace(/(\d)万元/g, (whole, digit: string) =>
      this.dice.pick([whole, whole, `${digit} 万元`, `${digit}万 元`]),
    );
  }

  private form(grid: Grid, position: number): string[] {
    const { style, ledger } = this;
    const look = new FormLook(style, position);
    const title = look.brackets(titleOf(grid.sheet, ledger, style));
    const rows = [
      ...grid.head.map((cells) => look.head(cells)),
      ...grid.body.map(({ cells, total }) => look.row(cells, total)),
    ];
    const cut = look.cut(grid.head.length, rows.length);
    if (cut !== undefined) rows.splice(cut, 0, ...(look.dice.chance(30) ? ['', ''] : ['']));
    if (style.ruleLine && look.dice.chance(30)) rows.push('---------\t-------\t--------\t--------\t--');
    const number = this.formNumber(position, look);
    return [
      ...(number === undefined ? [] : [number, '']),
      ...this.caption(title),
      ...rows,
      '',
      ...(grid.empty ? [NOTES[style.emptyNote] ?? '', ''] : []),
    ];
  }

  private formNumber(position: number, look: FormLook): string | undefined {
    const { formNumbers } = this.style;
    if (formNumbers === 'none' || (formNumbers !== 'all' && look.dice.chance(60))) return undefined;
    const word = formNumbers === 'department' && look.dice.chance(50) ? '部门公开表' : '预算公开表';
    return word + String(formNumbers === 'wrong' ? 1 + look.dice.below(13) : position + 1);
  }

  private caption(title: string): string[] {
    const heading = this.heading(2, title);
    const colon = this.style.halfWidthPunctuation ? ':' : '：';
    const who = `${this.kind}名称${colon}${this.ledger.entity}`;
    const unit = `单位${colon}万元`;
    switch (this.style.caption) {
      case 'apart':
        return [heading, '', who, '', unit, ''];
      case 'next':
        return [heading, who, unit];
      case 'tab':
        return [heading, '', `${who}\t${unit}`];
      case 'blanks':
        return [heading, '', `${who}        ${unit}`, ''];
      case 'title':
        return [`${heading}    ${unit}`, ''];
      case 'bare':
        return [heading, '', unit, ''];
    }
  }
}
