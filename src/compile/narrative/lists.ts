import type { PartialKey } from '../../model/key';
import { type Decimal, ZERO } from '../../shared/decimal';
import { childrenOf } from '../../vocabulary/members';
import type { Figures, Known } from './figures';

/*
 * A whole and its parts. Parts that do not add up to their whole are no list: the tables then print some of them only.
 */

/** How a whole is taken apart. */
export type By =
  /** Sources of income: money of the year by fund, and what was brought over from the year before. */
  | 'source'
  /** Along a dimension, one step down or, where a step is not printed, as many as it takes. */
  | 'fund'
  | 'nature'
  | 'vintage'
  /** 类, or the lowest level printed, of 支出功能分类. */
  | 'class'
  | 'leaf'
  /** An item of a tree of its own (“三公”, 政府采购). */
  | 'item'
  /** The rows below it whose words fit `label`. */
  | 'row';

export interface ListSpec {
  /** Name in AMOUNTS. */
  readonly whole: string;
  readonly by: By;
  /** What a member is called in this list; those that are not named go by the name of the table. */
  readonly terms?: Readonly<Record<string, string>>;
  /** Each part with its share of the whole. */
  readonly shares?: true;
  /** Parts that the tables print as zero are named too. */
  readonly zeros?: true;
  /** Members that are taken apart further where their own parts are printed. */
  readonly open?: readonly string[];
  readonly label?: RegExp;
  /** Of counts: 辆. */
  readonly count?: string;
}

export interface Part {
  readonly name: string;
  readonly known: Known;
}

/** The parts of a list; undefined where the tables do not print them all, or the whole is nothing. */
export function partsOf(figures: Figures, spec: ListSpec): readonly Part[] | undefined {
  const whole = figures.amount(spec.whole);
  if (!whole || whole.value.isZero()) return undefined;
  const parts = candidates(figures, spec, whole).find((each) => addsUp(each, whole));
  if (!parts) return undefined;
  return parts.filter(({ known }) => spec.zeros || !known.value.isZero());
}

function candidates(figures: Figures, spec: ListSpec, whole: Known): readonly (readonly Part[])[] {
  const { by, terms = {} } = spec;
  switch (by) {
    case 'source':
      return [inTime(figures, spec, whole), along(figures, spec, 'fund', whole)];
    case 'fund':
    case 'nature':
    case 'vintage':
    case 'item':
      return [along(figures, spec, by, whole)];
    case 'class':
      return [figures.codes(whole, by).map(({ code, known }) => ({ name: figures.codeName(code), known }))];
    case 'leaf': {
      const leaves = (of: Known): Part[] =>
        figures.codes(of, by).map(({ code, known }) => ({ name: fullName(figures, code), known }));
      // Where all of it is money of the year, the form of the year's money goes deeper than the one of all.
      const current = figures.at({ ...whole.key, vintage: 'current' });
      return [...(current?.value.equals(whole.value) ? [leaves(current)] : []), leaves(whole)];
    }
    case 'row':
      return [
        figures
          .rowsBeside(spec.whole, spec.label ?? /(?:)/)
          .map(({ name, known }) => ({ name: terms[name] ?? name, known })),
      ];
  }
}

/** Income of the year by fund, and beside it what earlier years have left. */
function inTime(figures: Figures, spec: ListSpec, { key }: Known): Part[] {
  const left = ['carryover', 'reserve'].flatMap((vintage) => named(spec, vintage, figures.at({ ...key, vintage })));
  const current = figures.at({ ...key, vintage: 'current' });
  return current ? [...along(figures, spec, 'fund', current), ...left] : [];
}

function along(figures: Figures, spec: ListSpec, axis: 'fund' | 'nature' | 'vintage' | 'item', { key }: Known): Part[] {
  const below = (id: string): Part[] =>
    childrenOf(axis, id).flatMap((child) => {
      const at: PartialKey = { ...key, [axis]: child };
      const own = figures.at(at);
      const parts = own && !spec.open?.includes(child) ? [] : below(child);
      return parts.length > 0 && (!own || addsUp(parts, own)) ? parts : named(spec, child, own);
    });
  return below(key[axis]);
}

function named({ terms = {} }: ListSpec, id: string, known: Known | undefined): Part[] {
  const name = terms[id];
  return known && name !== undefined ? [{ name, known }] : [];
}

function addsUp(parts: readonly Part[], whole: Known): boolean {
  if (parts.length === 0) return false;
  const sum = parts.reduce((total, { known }) => total.plus(known.value), ZERO);
  const slack = parts.reduce((total: Decimal, { known }) => total.plus(known.slack), whole.slack);
  return sum.minus(whole.value).abs().lessThanOrEqualTo(slack);
}

const LEVELS = ['类', '款', '项'] as const;

/** 卫生健康支出（类）公共卫生（款）基本公共卫生服务（项）. */
function fullName(figures: Figures, code: string): string {
  return LEVELS.slice(0, (code.length - 1) / 2)
    .map((level, at) => `${figures.codeName(code.slice(0, 3 + 2 * at))}（${level}）`)
    .join('');
}
