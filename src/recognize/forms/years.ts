import type { Disclosure, Fact, Profile, Statement } from '../../model/disclosure';
import { UNITS } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import { type SaidYear, yearMember, yearSaid } from '../../vocabulary/years';
import type { ColumnBlock } from '../tables/columns';
import { bareTitle, withKey } from '.';

/*
 * Figures of another year: 上年预算数 beside 本年预算数, a table of last year's final account in this year's budget. They are
 * that year's and are held against nothing of this year. A title copied from last year names another year too; its
 * figures tell that they are this year's.
 */

type Draft = Pick<Disclosure, 'statements' | 'facts'>;

/** The year that the heads of a column name, the innermost first. */
function yearOfPath(path: readonly string[]): SaidYear | undefined {
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const said = yearSaid(path[at]!);
    if (said) return said;
  }
  return undefined;
}

/**
 * Adds the year to the keys of columns whose heads name one; rates and differences stand between two years.
 * @param title what stands above the table: where that names another year, a head of this year says so
 */
export function withYears(blocks: readonly ColumnBlock[], title: string, own: Profile['year']): ColumnBlock[] {
  const other = yearOfTitle(title, own).year !== undefined;
  return blocks.map((block) => ({
    ...block,
    columns: block.columns.map((column) => {
      const { role, path, key } = column;
      const said = role === 'amount' && key.stage !== 'change' && key.stage !== 'rate' ? yearOfPath(path) : undefined;
      const year = said && yearMember(said, own);
      return year || (other && year !== undefined) ? withKey(column, { ...key, year }) : column;
    }),
  }));
}

/** What a title says about the year of all figures below it; nothing for this year's. */
export function yearOfTitle(title: string, own: Profile['year']): PartialKey {
  const said = yearSaid(title);
  const year = said ? yearMember(said, own) : '';
  return year === '' ? {} : { year };
}

/**
 * Takes the year away from forms that bear another year by mistake: the only ones of their kind, with figures of this
 * year.
 */
export function settleYears(draft: Draft): Draft {
  const other = ofOtherYears(draft);
  if (other.length === 0 || other.length === draft.statements.length) return draft;
  const current = new CurrentFigures(
    draft.facts.filter(({ statement, key }) => key.year === '' && !other.includes(statement)),
  );
  const stale = new Set(
    other.filter((at) => isAlone(draft.statements, at, other) && current.agreeWith(figuresOf(draft, at))),
  );
  if (stale.size === 0) return draft;
  const thisYear = <Key extends PartialKey>(key: Key): Key => (key.year === undefined ? key : { ...key, year: '' });
  return {
    statements: draft.statements.map((statement, at) =>
      stale.has(at)
        ? {
            ...statement,
            key: thisYear(statement.key),
            blocks: statement.blocks.map((block) => ({
              ...block,
              columns: block.columns.map((column) => ({ ...column, key: thisYear(column.key) })),
            })),
          }
        : statement,
    ),
    facts: draft.facts.map((fact) => (stale.has(fact.statement) ? { ...fact, key: { ...fact.key, year: '' } } : fact)),
  };
}

/** No figures of a year: they stand between two years, or are no money. */
const NOT_OF_A_YEAR = /^(?:change|rate|count)$/;

function isOfAYear({ key }: Fact): boolean {
  return key.stage === '' || !NOT_OF_A_YEAR.test(key.stage);
}

function figuresOf({ facts }: Draft, statement: number): Fact[] {
  return facts.filter((fact) => fact.statement === statement && isOfAYear(fact));
}

/**
 * Tables every figure of which is of one and the same other year: beside this year's figures there is no doubt about
 * the rest.
 */
function ofOtherYears({ statements, facts }: Draft): number[] {
  const years: (string | undefined)[] = statements.map(() => undefined);
  for (const fact of facts) {
    if (!isOfAYear(fact)) continue;
    const { statement, key } = fact;
    // Several years are as good as this one.
    years[statement] = (years[statement] ?? key.year) === key.year ? key.year : '';
  }
  return years.flatMap((year, at) => (year ? [at] : []));
}

/** True when no other table is of the same form. */
function isAlone(statements: readonly Statement[], at: number, other: readonly number[]): boolean {
  const own = bareTitle(statements[at]!.title);
  return !statements.some((statement, index) => !other.includes(index) && bareTitle(statement.title) === own);
}

/** This year's figures by item, whatever fund and nature: enough to tell a copy from another year's. */
class CurrentFigures {
  private readonly values = new Map<string, Set<string>>();

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      const item = itemOf(fact);
      const known = this.values.get(item);
      if (known) known.add(valueOf(fact));
      else this.values.set(item, new Set([valueOf(fact)]));
    }
  }

  /** More of the figures that can be compared agree than not. */
  agreeWith(facts: readonly Fact[]): boolean {
    let balance = 0;
    for (const fact of facts) {
      const known = fact.amount.value.isZero() ? undefined : this.values.get(itemOf(fact));
      if (known) balance += known.has(valueOf(fact)) ? 1 : -1;
    }
    return balance > 0;
  }
}

function itemOf({ key }: Fact): string {
  return key.item === 'grand' ? 'total' : key.item;
}

function valueOf({ amount, unit }: Fact): string {
  return amount.value.times(UNITS[unit]).toString();
}
