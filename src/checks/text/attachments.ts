import type { Attachment, AttachmentFunds, AttachmentRow } from '../../model/attachment';
import type { Fact } from '../../model/disclosure';
import type { TextFact } from '../../model/narrative';
import type { Relation, Remark } from '../../model/relation';
import { Decimal } from '../../shared/decimal';
import { matchesOf } from '../../shared/matches';
import { memoized } from '../../shared/memo';
import { isSlip } from '../../shared/slip';
import { comparable } from '../../shared/text';
import { MONEY_OF_YEAR, PLAN_OF_YEAR } from '../../vocabulary/narrative/projects';
import type { CheckInput } from '../check';
import { agree, inYuan, slipOf } from './space';

/*
 * 绩效目标表 against themselves, the form of projects, and one another.
 */

function all({ disclosure }: CheckInput): readonly Attachment[] {
  return disclosure.attachments ?? [];
}

/** 资金总额 = Σ sources, for the term and for the year. */
export function sourcesAddUp(input: CheckInput): Relation[] {
  const one = (funds: AttachmentFunds | undefined): Relation[] =>
    funds && funds.sources.length > 0
      ? [{ rule: 'parts', stated: funds.total, terms: funds.sources.map((fact) => ({ fact, sign: 1 })) }]
      : [];
  return all(input).flatMap(({ term, annual, initial }) => [...one(term), ...one(annual), ...one(initial)]);
}

/** The name of a project without punctuation, and without the letter or number that some tables put before it. */
const bareName = memoized((name) =>
  comparable(name)
    .replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '')
    .replace(/^[A-Z0-9]{1,2}(?=[\u4e00-\u9fff])/, ''),
);

/** The first figure that is printed in each row of a project, by its name. */
function projectsByName({ disclosure: { facts }, rows }: CheckInput): Map<string, Fact[]> {
  const byName = new Map<string, Fact[]>();
  for (const { row, block, at } of rows.projects) {
    const id = block.facts[at]!.find((each) => each >= 0 && facts[each]!.amount.printed);
    if (id === undefined || row.label === '') continue;
    const name = bareName(row.label);
    const known = byName.get(name);
    if (known) known.push(facts[id]!);
    else byName.set(name, [facts[id]!]);
  }
  return byName;
}

/** The money of the year, in 元, against the row of that project, in 万元. */
export function projectsAgree(input: CheckInput): Relation[] {
  if (all(input).length === 0) return [];
  const byName = projectsByName(input);
  return all(input).flatMap(({ name, annual, term }): Relation[] => {
    const candidates = byName.get(bareName(name.amount.raw)) ?? [];
    const stated = annual?.total ?? term!.total;
    const made = (fact: Fact, guess: boolean): Relation[] => [
      { rule: 'same-figure', stated, terms: [{ fact, sign: 1 }], ...(guess ? { guess } : {}) },
    ];
    const equal = candidates.find((fact) => agree(stated, fact));
    if (equal) return made(equal, false);
    const slip = candidates.find((fact) => slipOf(stated, fact));
    return slip ? made(slip, true) : [];
  });
}

/** A shorter name may stand in any heading. */
const SHORTEST_NAME = 3;

/**
 * What the explanation of a project says that the year spends on it, against the form of that project; what it says of
 * the whole term is another thing.
 */
export function yearAgrees(input: CheckInput): Relation[] {
  const forms = all(input).filter(({ assessed }) => !assessed);
  if (forms.length === 0) return [];
  const told = new Set<Attachment>();
  const { sections } = input.disclosure.narrative!;
  return input.told.values.flatMap((figure): Relation[] => {
    if (figure.kind !== 'amount' || !MONEY_OF_YEAR.test(comparable(figure.subject))) return [];
    const form = formOf(forms, sections[figure.section]?.path ?? []);
    if (!form || told.has(form)) return [];
    const { total } = form.annual ?? form.term!;
    const isOfTerm = form.annual !== undefined && !agree(figure, total) && agree(figure, form.term!.total);
    if (!isOfTerm) told.add(form);
    return [{ rule: 'same-figure', stated: figure, terms: [{ fact: isOfTerm ? form.term!.total : total, sign: 1 }] }];
  });
}

/** The form of the project that the headings name; of several names the longest. */
function formOf(forms: readonly Attachment[], path: readonly string[]): Attachment | undefined {
  if (!path.some((heading) => PLAN_OF_YEAR.test(heading.trim()))) return undefined;
  const headings = path.map(bareName);
  const named = forms.filter(({ name }) => {
    const own = bareName(name.amount.raw);
    return own.length >= SHORTEST_NAME && headings.some((heading) => heading.includes(own));
  });
  const length = ({ name }: Attachment): number => bareName(name.amount.raw).length;
  return named.sort((a, b) => length(b) - length(a))[0];
}

function remark(severity: Remark['severity'], figures: readonly TextFact[], message: string): Remark {
  return { rule: 'structure', severity, figures, message };
}

function wordsOf(form: Attachment, place: TextFact['place'], text: string): TextFact {
  return { ...form.name, kind: 'words', place, subject: text, amount: { ...form.name.amount, raw: text } };
}

const ONCE = /(?<!\d)(\d+)年结束/;
const TERM = /(?:项目期|项目日期)\|(\d+)年/;
const LONGER = /(?:^|\|)(?:两年|二年|2年|三年|3年)(?:\||$)/;

/** Year, term and money of a form against what the form itself says. */
export function formsHold(input: CheckInput): Remark[] {
  const { year } = input.disclosure.profile;
  const idle: Attachment[] = [];
  const remarks = all(input).flatMap((form): Remark[] => {
    const found: Remark[] = [];
    const title = `《${form.name.amount.raw}》绩效目标表`;
    if (year !== null && form.year !== null && form.year !== year)
      found.push(
        remark(
          'warning',
          [wordsOf(form, form.yearPlace, String(form.year))],
          `${title}表头为 ${form.year} 年度，本文件为 ${year} 年度`,
        ),
      );
    const kind = form.rows.find(({ label }) => label.startsWith('项目属性'));
    const told = comparable(kind?.text ?? '');
    const [once, lasts] = [ONCE.exec(told)?.[1], TERM.exec(told)?.[1]];
    if (once !== undefined && lasts !== undefined && once !== lasts)
      found.push(
        remark(
          'warning',
          [wordsOf(form, kind!.place, kind!.text)],
          `${title}项目属性“${once}年结束”与项目期“${lasts}年”不一致`,
        ),
      );
    if (once === '1') {
      const longer = form.rows.find(({ text }) => text.includes('年') && LONGER.test(text));
      if (longer)
        found.push(
          remark(
            'info',
            [wordsOf(form, longer.place, longer.text)],
            `${title}为一次性项目（1年结束），而指标值为“${/(?:两|二|三|[23])年/.exec(longer.text)![0]}”`,
          ),
        );
      const steady = form.rows.find(({ text }) => text.includes('经常性项目'));
      if (steady)
        found.push(
          remark(
            'info',
            [wordsOf(form, steady.place, '经常性项目')],
            `${title}项目属性为一次性项目，而文字写“经常性项目”`,
          ),
        );
      if (form.annual?.total.amount.value.isZero() && !form.term!.total.amount.value.isZero()) idle.push(form);
    }
    return [...found, ...moneyInWords(form, title)];
  });
  if (idle.length > 0)
    remarks.push(
      remark(
        'info',
        idle.map(({ annual }) => annual!.total),
        `${idle.length} 张绩效目标表为一次性项目（1年），年度资金总额却为 0，请核实`,
      ),
    );
  return remarks;
}

const MONEY = /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)\s?(亿元|万元|元)(?![/／])/g;
const SCALE: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8 };
const NEAR = new Decimal('0.01');
const NAMED = /(?:项目金额|资金|经费|费用|总投资|金额|合计)[^，。；\d]{0,6}$/;

/** Amounts in the words of a form against its money. */
function moneyInWords(form: Attachment, title: string): Remark[] {
  const { total } = form.term!;
  const whole = inYuan(total);
  const annual = form.annual ? inYuan(form.annual.total) : whole;
  const told = new Set<string>();
  const found: Remark[] = [];
  for (const { label, text, place } of form.rows.slice(5)) {
    if (!text.includes('元')) continue;
    for (const match of matchesOf(MONEY, text)) {
      const value = new Decimal(match[1]!.replace(/,/g, '')).times(SCALE[match[2]!]!);
      const key = value.toString();
      if (value.isZero() || value.equals(whole) || value.equals(annual) || told.has(key)) continue;
      told.add(key);
      const say = (severity: Remark['severity'], why: string): void => {
        found.push(
          remark(
            severity,
            [wordsOf(form, place, match[0]), total],
            `${title}“${label.slice(0, 12)}”写 ${match[0]}，而资金总额为 ${total.amount.raw}${total.unit}${why}`,
          ),
        );
      };
      const cost = label.includes('成本') || text.includes('成本');
      const named = NAMED.test(text.slice(0, match.index));
      if (whole.isZero()) {
        if (named) say('warning', '');
      } else if (value.equals(whole.times(10)) || value.times(10).equals(whole)) say('warning', '，疑小数点或位数有误');
      else if (value.minus(whole).abs().lessThan(whole.times(NEAR))) say('info', '，相近而不相等');
      else if (cost && isSlip(value, whole, 0)) say('info', '，疑有一处笔误');
      else if (cost && value.greaterThan(whole) && named) say('info', '，大于资金总额');
    }
  }
  return found;
}

const PUNCTUATION = /[^\u4e00-\u9fffA-Za-z0-9.]+/g;
/**
 * Tags, full-width letters and digits, characters of which there are several: what normalising changes beside
 * punctuation.
 */
const UNUSUAL = /[<[\u0300-\u036f\u212a\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uf900-\ufaff\ud800-\udfff]/;

/** Words and numbers of a row without punctuation, which comes in two widths. */
function bareText({ label, text }: AttachmentRow): string {
  const words = label + text;
  return (UNUSUAL.test(words) ? comparable(words) : words).replace(PUNCTUATION, '');
}

/** One form printed twice must be the same both times. */
export function printedTwice(input: CheckInput): Remark[] {
  const first = new Map<string, Attachment>();
  return all(input).flatMap((form): Remark[] => {
    const key = `${bareName(form.name.amount.raw)}|${form.unit}|${form.term!.total.amount.value.toString()}`;
    const before = first.get(key);
    if (!before) {
      first.set(key, form);
      return [];
    }
    return differences(before, form);
  });
}

const OF_PERSONS = /联系电话|负责人/;

function isSameRow({ label, text }: AttachmentRow, other: AttachmentRow | undefined): boolean {
  return other?.text === text && other.label === label;
}

/** Texts that only one of two forms has, on either side; punctuation and persons aside. */
function rowsUnlike(one: Attachment, other: Attachment): [string, TextFact['place']][][] {
  const [ours, theirs] = [
    one.rows.filter((row, at) => !isSameRow(row, other.rows[at])),
    other.rows.filter((row, at) => !isSameRow(row, one.rows[at])),
  ];
  // Forms that are the same to the letter need no closer look.
  if (ours.length === 0 && theirs.length === 0) return [[], []];
  const common = new Set(one.rows.filter((row, at) => isSameRow(row, other.rows[at])).map(bareText));
  const [its, others] = [ours.map(bareText), theirs.map(bareText)];
  const missing = (
    rows: readonly AttachmentRow[],
    texts: readonly string[],
    known: ReadonlySet<string>,
  ): [string, TextFact['place']][] => {
    const own = new Map<string, TextFact['place']>();
    rows.forEach(({ label, text, place }, at) => {
      const bare = texts[at]!;
      if (bare !== '' && !known.has(bare) && !common.has(bare) && !OF_PERSONS.test(label + text)) own.set(bare, place);
    });
    return [...own];
  };
  return [missing(ours, its, new Set(others)), missing(theirs, others, new Set(its))];
}

/** The first row of a form in which some words stand. */
function rowWith({ rows }: Attachment, words: string): AttachmentRow | undefined {
  return rows.find(({ label, text }) => text.includes(words) || label.includes(words));
}

/** The day on which a form was filled in, '' where it does not say. */
function dateOf(form: Attachment): string {
  const row = rowWith(form, '填报日期');
  return /填报日期[:：]?\|?(\d+)/.exec(`${row?.label}|${row?.text}`)?.[1] ?? '';
}

/** The telephone number on a form, and where it stands. */
function phoneOf(form: Attachment): [string, TextFact['place']] | undefined {
  const row = rowWith(form, '联系电话');
  const digits = row && /联系电话[:：]?\|?([\d-]{7,})/.exec(`${row.label}|${row.text}`)?.[1];
  return digits ? [digits, row.place] : undefined;
}

function differences(one: Attachment, other: Attachment): Remark[] {
  const title = `《${other.name.amount.raw}》绩效目标表印了两次`;
  const found: Remark[] = [];
  // Filled in on another day it is another form.
  if (dateOf(one) !== dateOf(other)) return [];
  const [a, b] = [phoneOf(one), phoneOf(other)];
  if (a && b && a[0] !== b[0])
    found.push(
      remark(
        'warning',
        [wordsOf(one, a[1], a[0]), wordsOf(other, b[1], b[0])],
        `${title}，联系电话不同：${a[0]}、${b[0]}`,
      ),
    );
  const [left = [], right = []] = rowsUnlike(one, other);
  if (left.length === 0 && right.length === 0) return found;
  const figures = [
    ...left.map(([text, place]) => wordsOf(one, place, text.slice(0, 30))),
    ...right.map(([text, place]) => wordsOf(other, place, text.slice(0, 30))),
  ];
  found.push(
    remark(
      'info',
      figures,
      `${title}，有 ${Math.max(left.length, right.length)} 行文字不同，如“${(left[0] ?? right[0])![0].slice(0, 20)}”`,
    ),
  );
  return found;
}
