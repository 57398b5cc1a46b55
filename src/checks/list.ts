import type { Fact } from '../model/disclosure';
import type { NamesClaim, TextFact } from '../model/narrative';
import type { Remark } from '../model/relation';
import { abbreviates, comparable } from '../shared/text';
import { economicItemsByName, natureOfClass } from '../vocabulary/items';
import { JOINED } from '../vocabulary/narrative/item-names';
import { isWithin } from '../vocabulary/members';
import type { Check, CheckInput } from './check';

/** 主要包括办公费、印刷费…: every item named has an amount in the tables, and none that has one is left out. */
export const list: Check = {
  id: 'list',
  title: '所列科目在表中有数，有数的科目无遗漏',
  basis: '文字所列科目应与基本支出经济分类表、支出表一致',
  relate: () => [],
  inspect: (input) => {
    const claims = input.told.names.filter(({ names }) => names.length > 1);
    if (claims.length === 0) return [];
    const tables = new Tables(input);
    return claims.flatMap((claim) => [...economic(claim, tables), ...functional(claim, tables)]);
  },
};

/** More than so many left out is a choice, not an oversight. */
const FEW = 2;

const ECONOMIC = /^e:(\d{5})$/;
const FUNCTIONAL = /^\d{5,7}$/;

interface Named {
  readonly name: string;
  filled: boolean;
}

/** What the tables print under each 科目. */
class Tables {
  /** 功能分类 款, 项 → name, true when an amount stands there. */
  readonly functional = new Map<string, Named>();
  /** 经济分类 款 → the same, of 基本支出 and of all money. */
  private readonly basic = new Map<string, Named>();
  private readonly all = new Map<string, Named>();

  constructor({ disclosure }: CheckInput) {
    for (const { blocks } of disclosure.statements)
      for (const { rows, facts } of blocks)
        rows.forEach((row, at) => {
          const item = row.key.item ?? '';
          const economic = ECONOMIC.exec(item)?.[1];
          if (economic === undefined && !FUNCTIONAL.test(item)) return;
          const figures = facts[at]!.flatMap((id) => (id < 0 ? [] : [disclosure.facts[id]!]));
          note(economic === undefined ? this.functional : this.all, economic ?? item, row.label, figures);
          const basic =
            economic === undefined ? [] : figures.filter(({ key }) => isWithin('nature', key.nature, 'basic'));
          if (basic.length > 0) note(this.basic, economic!, row.label, basic);
        });
  }

  /** 人员经费 and 公用经费 are parts of 基本支出: what only projects spend is none of them. */
  get economic(): ReadonlyMap<string, Named> {
    return this.basic.size > 0 ? this.basic : this.all;
  }
}

function note(rows: Map<string, Named>, code: string, name: string, figures: readonly Fact[]): void {
  const filled = figures.some(({ amount }) => !amount.value.isZero());
  const known = rows.get(code);
  if (!known) rows.set(code, { name, filled });
  else known.filled ||= filled;
}

function remark(figures: TextFact[], severity: Remark['severity'], message: string): Remark {
  return { rule: 'list', severity, figures, message };
}

function natureOf({ said, subject }: TextFact): string | undefined {
  return said.nature === 'personnel' || /人员经费/.test(subject)
    ? 'personnel'
    : said.nature === 'public' || /公用经费/.test(subject)
      ? 'public'
      : undefined;
}

/** 人员经费, 公用经费 by 经济分类. */
function economic({ owner, names, open }: NamesClaim, { economic: table }: Tables): Remark[] {
  const nature = natureOf(owner);
  if (nature === undefined || table.size === 0) return [];
  const known = names.map((name) => ({ name, codes: codesOf(name.amount.raw) }));
  const items = known.filter(({ codes }) => codes.length > 0);
  if (items.length < 2) return [];
  const short = known.filter(({ codes }) => codes.length === 0).flatMap(({ name }) => meantByShort(name, table));
  const told = new Set([...items.flatMap(({ codes }) => codes), ...short]);
  const remarks: Remark[] = [];
  const blank = items
    .filter(({ codes }) => codes.some((code) => table.has(code)) && !codes.some((code) => table.get(code)?.filled))
    .map(({ name }) => name);
  if (blank.length > 0)
    remarks.push(
      remark(
        [...blank, owner],
        'warning',
        `${owner.subject}所列“${blank.map(({ amount }) => amount.raw).join('、')}”在经济分类表中没有金额`,
      ),
    );
  const left = [...table].filter(([code, { filled }]) => filled && natureOfClass(code) === nature && !told.has(code));
  if (left.length > 0 && !open)
    remarks.push(
      remark(
        [names[0]!, owner],
        left.length > FEW ? 'info' : 'warning',
        `${owner.subject}所列科目遗漏表中有金额的“${left.map(([, { name }]) => name).join('、')}”`,
      ),
    );
  return remarks;
}

/** 公车运维费 is short for 公务用车运行维护费: the one row of the table that the name may abbreviate. */
function meantByShort({ amount: { raw } }: TextFact, table: ReadonlyMap<string, Named>): readonly string[] {
  const short = comparable(raw);
  const codes = [...table].flatMap(([code, { name, filled }]) =>
    filled && abbreviates(short, comparable(name)) ? [code] : [],
  );
  return codes.length === 1 ? codes : [];
}

/** The 科目 that a name in a list stands for; of several joined by 和 or 及, each. */
function codesOf(name: string): readonly string[] {
  const whole = codesOfOne(name);
  if (whole.length > 0) return whole;
  const parts = name.split(JOINED);
  return parts.length > 1 ? parts.flatMap(codesOfOne) : [];
}

function codesOfOne(name: string): readonly string[] {
  const bare = comparable(name).replace(/等$/, '');
  for (const form of [bare, bare.replace(/支出$/, ''), `${bare}费`, `${bare}用`, bare.replace(/费用$/, '费')]) {
    const codes = economicItemsByName(form);
    if (codes.length > 0) return codes;
  }
  return [];
}

/** 用于民政管理事务、…: 款 of the class. */
function functional({ owner, names, open }: NamesClaim, { functional: table }: Tables): Remark[] {
  const [code = ''] = owner.items;
  if (!/^\d{3}$/.test(code)) return [];
  const below = [...table].filter(([each]) => each.startsWith(code) && each.length === 5);
  const byName = new Map(below.map(([, row]) => [comparable(row.name), row]));
  const found = names.filter(({ amount }) => byName.get(comparable(amount.raw))?.filled);
  // Two names that are 款 make it a list of 款; anything less is a purpose in words.
  if (found.length < 2) return [];
  const remarks: Remark[] = [];
  const unknown = names.filter(
    ({ amount }) =>
      !byName.get(comparable(amount.raw))?.filled && /(?:支出|事务|服务|管理|抚恤|补助)$/.test(amount.raw),
  );
  if (unknown.length > 0)
    remarks.push(
      remark(
        [...unknown, owner],
        'warning',
        `${owner.subject}所列“${unknown.map(({ amount }) => amount.raw).join('、')}”在支出表中没有金额`,
      ),
    );
  const told = new Set(names.map(({ amount }) => comparable(amount.raw)));
  const left = below.filter(([, row]) => row.filled && !told.has(comparable(row.name)));
  if (left.length > 0 && !open)
    remarks.push(
      remark(
        [names[0]!, owner],
        'info',
        `${owner.subject}所列科目遗漏支出表中有金额的“${left.map(([, { name }]) => name).join('、')}”`,
      ),
    );
  return remarks;
}
