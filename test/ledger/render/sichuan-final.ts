/*
 * 四川 单位决算公开: explanation only, pictures named in the text, their data at the end, the self-assessment of a project
 * printed one cell a line, forms listed by name.
 */
import { ordinal } from './shanxi-budget/forms';
import { codeTree } from '../budget/ledger';
import { Dice } from '../dice';
import {
  every,
  inPurse,
  isFiscalFlow,
  isGeneralSpent,
  isIncome,
  isSpent,
  ofNature,
  total,
  type FinalLedger,
} from '../final/ledger';
import { money } from '../money';
import { duty, projectName } from '../names';
import { heading, paragraph, raw, type Piece } from '../print/document';
import type { Style } from '../print/style';
import {
  basicText,
  finalVoice,
  fiscalText,
  fundText,
  generalText,
  incomeText,
  overallText,
  spendingText,
  type Section,
} from './final/text';
import { assetText, officeText, officialText, performanceText, purchaseText } from './final/text-other';

/** What a picture of the text shows. */
interface Chart {
  readonly title: string;
  readonly shape: '柱状图' | '饼状图';
  readonly data: readonly (readonly [label: string, yuan: number])[];
}

const LISTED_FORMS = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '财政拨款支出决算明细表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款支出决算明细表',
  '一般公共预算财政拨款基本支出决算表',
  '一般公共预算财政拨款项目支出决算表',
  '一般公共预算财政拨款“三公”经费支出决算表',
  '政府性基金预算财政拨款收入支出决算表',
  '政府性基金预算财政拨款“三公”经费支出决算表',
  '国有资本经营预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款支出决算表',
];

function charts(ledger: FinalLedger): readonly (Chart | undefined)[] {
  const { year, last } = ledger;
  const years = (before: number, now: number): Chart['data'] => [
    [`${year - 1}年`, before],
    [`${year}年`, now],
  ];
  const classes = codeTree(ledger.flows.filter(isGeneralSpent), [() => true]).rows.filter(
    ({ code }) => code.length === 3,
  );
  const general = total(ledger, isGeneralSpent);
  return [
    {
      title: '收、支决算总计变动情况',
      shape: '柱状图',
      data: years(
        last.total,
        total(ledger, () => true),
      ),
    },
    undefined,
    {
      title: '支出决算结构',
      shape: '饼状图',
      data: [
        ['基本支出', total(ledger, every(isSpent, ofNature('basic')))],
        ['项目支出', total(ledger, every(isSpent, ofNature('project')))],
      ],
    },
    { title: '财政拨款收、支决算总计变动情况', shape: '柱状图', data: years(last.fiscal, total(ledger, isFiscalFlow)) },
    general === 0
      ? undefined
      : {
          title: '一般公共预算财政拨款支出决算结构',
          shape: '饼状图',
          data: classes.map(({ name, values }) => [name, values[0] ?? 0]),
        },
  ];
}

/** The pieces of a 四川 unit's final account. */
export function sichuanFinal(ledger: FinalLedger, style: Style): readonly Piece[] {
  const { entity, year } = ledger;
  const voice = finalVoice(ledger, style);
  const dice = new Dice(style.seed, 502);
  const pictures = charts(ledger);
  const mark = (text: string): string =>
    dice.chance(40) ? `[bookmark: _Toc${15377000 + dice.below(900)}]${text}` : text;
  const sections: readonly (readonly [title: string, section: Section])[] = [
    ['收入支出决算总体情况说明', overallText],
    ['收入决算情况说明', incomeText('three')],
    ['支出决算情况说明', spendingText],
    ['财政拨款收入支出决算总体情况说明', fiscalText],
    ['一般公共预算财政拨款支出决算情况说明', generalText('items')],
    ['一般公共预算财政拨款基本支出决算情况说明', basicText('amounts')],
    ['“三公”经费财政拨款支出决算情况说明', officialText],
    ['政府性基金预算支出决算情况说明', fundText('govfund')],
    ['国有资本经营预算支出决算情况说明', fundText('capital')],
  ];
  const others: readonly (readonly [title: string, section: Section])[] = [
    ['机关运行经费支出情况', officeText],
    ['政府采购支出情况', purchaseText],
    ['国有资产占有使用情况', assetText],
    ['预算绩效管理情况', performanceText],
  ];
  const picture = (position: number): Piece[] => {
    const chart = pictures[position];
    return chart === undefined
      ? []
      : [raw(`（图${position + 1}：${chart.title}）（${chart.shape}）`, ...Array<string>(1 + dice.below(4)).fill(''))];
  };
  return [
    raw(entity, `${year}年度单位决算`, ''),
    heading(mark('第一部分 单位概况'), 1),
    heading(mark('一、职能简介')),
    paragraph(duty(dice.below(7))),
    heading('二、机构设置'),
    paragraph(`${entity}下设独立编制机构0个。`),
    heading(mark(`第二部分 ${year}年度单位决算情况说明`), 1),
    ...sections.flatMap(([title, section], position) => [
      heading(mark(`${ordinal(position + 1)}、${title}`)),
      ...section(voice),
      ...picture(position),
    ]),
    heading(mark('十、其他重要事项的情况说明')),
    ...others.flatMap(([title, section], position) => [
      heading(`（${ordinal(position + 1)}）${title}`, 3),
      ...section(voice),
    ]),
    heading('第三部分 名词解释', 1),
    paragraph('1.基本支出：维持日常运转的人员和公用两类支出。'),
    heading('第四部分 附件', 1),
    ...assessment(ledger, dice),
    heading('第五部分 附表', 1),
    raw(...LISTED_FORMS.map((title, position) => mark(`${ordinal(position + 1)}、${title}`)), ''),
    ...pictures.flatMap((chart) => (chart === undefined ? [] : [raw(...chartData(chart, dice))])),
  ];
}

/** The data of a chart as it is left when its picture is lost. */
function chartData({ title, shape, data }: Chart, dice: Dice): string[] {
  const labels = data.map(([label]) => label);
  const values = data.map(([, yuan]) => money(yuan, { thousands: false, trim: true }));
  const gap = Array<string>(3 + dice.below(2)).fill('');
  const row = (...cells: readonly string[]): string => `${cells.join('\t')}\t`;
  if (shape === '饼状图') return [`${title}${dice.pick(['', '图'])}\t`, row(...labels, ...values), ...gap];
  const series = title.replace(/决算|变动情况/g, '');
  return [title, row(...labels, '1', series), row(...labels, ...values, ...labels, '1'), ...gap];
}

/** 自评表 of one project, cells run down the page. */
function assessment(ledger: FinalLedger, dice: Dice): Piece[] {
  const spent = total(ledger, every(isSpent, inPurse('general'), ofNature('project')));
  if (spent === 0 || total(ledger, every(isIncome, isFiscalFlow)) === 0) return [];
  const plan = spent + dice.pick([0, 0, dice.below(3000) * 100]);
  const cell = (yuan: number): string => money(yuan, { thousands: false, trim: false });
  return [
    raw(
      '附件',
      `\t${ledger.year}年特定目标类部门预算项目绩效目标自评`,
      projectName(dice.below(30), dice.below(8), 0, ledger.year),
      '\t',
      '',
      '\t主管部门及代码',
      `\t${ledger.entity}`,
      '\t实施单位',
      `\t${ledger.entity}`,
      '',
      '\t项目预算执行情况（万元）',
      '\t 预算数：',
      `\t${cell(plan)}`,
      '\t 执行数：',
      `\t${cell(spent)}`,
      '',
      '\t',
      '\t其中：',
      '财政拨款',
      `\t${cell(plan)}`,
      '\t其中：',
      '财政拨款',
      `\t${cell(spent)}`,
      '',
      '\t',
      '\t其他资金',
      '\t',
      '\t其他资金',
      '\t',
      '',
      '\t年度总体目标',
      '完成情况',
      '\t预期目标',
      '\t目标实际完成情况',
      '',
      '\t',
      `\t${duty(dice.below(7))}`,
      `\t${duty(dice.below(7))}`,
      '',
    ),
  ];
}
