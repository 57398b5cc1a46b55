import type { StatementBlock } from '../model/disclosure';
import type { TextFact } from '../model/narrative';
import type { Relation, Remark } from '../model/relation';
import type { Check, CheckInput } from './check';
import { addUp } from './parts';
import { agree, inYuan } from './text/space';

/** N个项目, 车辆, 批次, 人次: counts against their parts, against one another, and against the money they stand with. */
export const count: Check = {
  id: 'count',
  title: '个数、车辆数、批次与其分项和金额一致',
  basis: '算术关系：所列全部分项之和＝总数；人次不少于批次；支出为 0 时数量为 0',
  relate: (input) => [
    ...input.told.lists.flatMap((claim) => (claim.parts[0]!.kind === 'count' ? addUp(claim) : [])),
    ...repeated(input),
    ...personsOfVisits(input),
    ...stockOfCars(input),
    ...dearDevices(input),
  ],
  inspect: withoutMoney,
  covered: (input) => [
    ...besideMoney(input).flatMap(({ count: number, money }) =>
      number.amount.value.isZero() === money.amount.value.isZero() ? [number] : [],
    ),
    ...ofNothing(input),
    ...projectsListed(input),
    ...affordable(input),
  ],
};

/** A count told again in the same section. */
function repeated({ told }: CheckInput): Relation[] {
  const first = new Map<string, TextFact>();
  return told.counts.flatMap((figure): Relation[] => {
    const key = `${figure.section}|${figure.unit}|${figure.amount.raw}`;
    const before = first.get(key);
    if (!before) first.set(key, figure);
    return before && !figure.amount.value.isZero() && agree(figure, before)
      ? [{ rule: 'count', stated: figure, terms: [{ fact: before, sign: 1 }], guess: true }]
      : [];
  });
}

/** 8批次，5人次: nobody comes less than once. */
function personsOfVisits({ told: { counts: all } }: CheckInput): Relation[] {
  const told = new Set<string>();
  return all.flatMap((visits, at): Relation[] => {
    const persons = all[at + 1];
    if (!/批/.test(visits.unit) || !persons || !/人/.test(persons.unit) || persons.sentence !== visits.sentence)
      return [];
    const key = `${visits.section}|${visits.amount.raw}|${persons.amount.raw}`;
    const again = told.has(key);
    told.add(key);
    const broken = visits.amount.value.greaterThan(persons.amount.value);
    return again && broken
      ? []
      : [{ rule: 'count', kind: 'bound', stated: visits, terms: [{ fact: persons, sign: 1 }] }];
  });
}

/** 财政拨款负担的公务用车保有量 ≤ 车辆总数; 实有 ≤ 编制. Other scopes may be meant: said only where it holds. */
function stockOfCars({ told }: CheckInput): Relation[] {
  const cars = told.counts.filter(({ unit, subject }) => unit === '辆' && /共有|实有|保有量|编制/.test(subject));
  return cars.flatMap((figure): Relation[] => {
    const whole = cars.find(
      (other) => other !== figure && other.amount.value.greaterThanOrEqualTo(figure.amount.value),
    );
    return whole
      ? [{ rule: 'count', kind: 'bound', stated: figure, terms: [{ fact: whole, sign: 1 }], guess: true }]
      : [];
  });
}

/** Devices above 100 万元 are among those above 50 万元. */
function dearDevices({ told }: CheckInput): Relation[] {
  const devices = told.counts.flatMap((figure) => {
    const match = /(?<!\d)(\d+)万元[^]{0,60}?(通用|专用)?设备/.exec(figure.subject);
    return match ? [{ figure, price: Number(match[1]), kind: match[2] ?? '' }] : [];
  });
  return devices.flatMap((dear): Relation[] => {
    const all = devices.find(
      (other) => other.kind === dear.kind && other.price < dear.price && other.figure.section === dear.figure.section,
    );
    return all
      ? [{ rule: 'count', kind: 'bound', stated: dear.figure, terms: [{ fact: all.figure, sign: 1 }], guess: true }]
      : [];
  });
}

/** What is counted again as a part of nothing is nothing. */
function ofNothing({ told: { counts: all } }: CheckInput): TextFact[] {
  return all.flatMap((figure, at) => {
    const before = all[at - 1];
    const zero = figure.amount.value.isZero() && before?.amount.value.isZero();
    return zero && before!.sentence === figure.sentence && before!.unit === figure.unit ? [before!, figure] : [];
  });
}

/** As many projects as the form of projects lists. */
const OF_PROJECT = /项目|专项/;
const OF_MONEY = '经费情况说明';

function projectsListed({ disclosure: { statements, narrative }, rows, told }: CheckInput): TextFact[] {
  const counted = told.counts.filter(({ unit, subject }) => unit === '个' && subject.includes('项目'));
  if (counted.length === 0) return [];
  const sizes = new Map<StatementBlock, number>();
  for (const { block } of rows.projects) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  const listed = new Set(statements.flatMap(({ blocks }) => blocks.map((block) => sizes.get(block) ?? 0)));
  const described =
    narrative?.sections.filter(
      ({ path }) => path.length === 1 && OF_PROJECT.test(path[0]!) && path[0]!.endsWith(OF_MONEY),
    ).length ?? 0;
  return counted.filter(
    ({ amount }) =>
      listed.has(amount.value.toNumber()) || (described > 0 && amount.value.greaterThanOrEqualTo(described)),
  );
}

/** 购置单价100万元以上设备N台: at that price they must not cost more than all there is to spend. */
function affordable(input: CheckInput): TextFact[] {
  const devices = input.told.counts.filter(({ unit }) => /台|套/.test(unit));
  if (devices.length === 0) return [];
  const all = input.text.exact('grand', { flow: 'expenditure' });
  return devices.filter(({ subject, amount }) => {
    const price = /购置[^，。；]{0,40}单价(\d+)万元/.exec(subject)?.[1];
    return all && price !== undefined && amount.value.times(price).times(1e4).lessThanOrEqualTo(inYuan(all));
  });
}

/** Visits, trips and cars beside what was paid for them. */
function besideMoney({ disclosure, told }: CheckInput): { count: TextFact; money: TextFact }[] {
  if (told.counts.length === 0) return [];
  const found: { count: TextFact; money: TextFact }[] = [];
  let money: TextFact | undefined;
  for (const figure of disclosure.narrative?.figures ?? []) {
    if (
      figure.kind === 'amount' &&
      figure.role === 'value' &&
      /^sg:/.test(figure.items[0] ?? '') &&
      figure.items[0] !== 'sg:running'
    )
      money = figure;
    else if (figure.kind === 'amount' && figure.role === 'value' && figure.items.length > 0) money = undefined;
    if (
      figure.kind !== 'count' ||
      !money ||
      money.section !== figure.section ||
      /保有量|共有|实有/.test(figure.subject)
    )
      continue;
    if (figure.sentence - money.sentence <= 1) found.push({ count: figure, money });
  }
  return found;
}

function withoutMoney(input: CheckInput): Remark[] {
  return besideMoney(input).flatMap(({ count: number, money }): Remark[] => {
    if (number.amount.value.isZero() || !money.amount.value.isZero() || number.sentence !== money.sentence) return [];
    return [
      {
        rule: 'count',
        severity: 'info',
        figures: [number, money],
        message: `${money.subject} ${money.amount.raw}${money.unit}，而有 ${number.amount.raw}${number.unit}，请核实`,
      },
    ];
  });
}
