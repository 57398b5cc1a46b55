import type { TextFact } from '../../model/narrative';
import type { Relation, Term } from '../../model/relation';
import { isSlip } from '../../shared/slip';
import { type AccountRole, accountRole } from '../../vocabulary/narrative/account';
import type { CheckInput } from '../check';

/*
 * 年初结转和结余 + 本年收入 + 使用非财政拨款结余 = 本年支出 + 结余分配 + 年末结转和结余, told in sentences that follow one another.
 */

type Told = Partial<Record<AccountRole, TextFact>>;

/** The two sides of an account in the order in which they are summed up. */
const INCOMINGS: readonly AccountRole[] = ['opening', 'income', 'reserve'];
const OUTGOINGS: readonly AccountRole[] = ['spent', 'distributed', 'closing'];

/** Every account that the text tells in one go. */
export function accountsClose({ told: { values } }: CheckInput): Relation[] {
  return accounts(values).flatMap((account) => [
    ...closes(account),
    ...sumsUp(account, 'incomings', INCOMINGS),
    ...sumsUp(account, 'outgoings', OUTGOINGS),
  ]);
}

/** Figures one after the other, each in a role of its own: the next account begins where a role comes again. */
function accounts(values: readonly TextFact[]): Told[] {
  const found: Told[] = [];
  let running: Told = {};
  let last: TextFact | undefined;
  for (const figure of values) {
    const role = accountRole(figure.subject);
    if (!role) continue;
    if (running[role] || !last || last.section !== figure.section || fundOf(last) !== fundOf(figure, last))
      found.push((running = {}));
    running[role] = figure;
    last = figure;
  }
  return found;
}

/** The fund that a figure is of: that of the one before where it says nothing. */
function fundOf({ said, context }: TextFact, before?: TextFact): string {
  return said.fund ?? (before ? fundOf(before) : (context.fund ?? ''));
}

function terms(account: Told, roles: readonly AccountRole[], sign: 1 | -1): Term[] {
  return roles.flatMap((role) => (account[role] ? [{ fact: account[role], sign }] : []));
}

function closes(account: Told): Relation[] {
  const { opening, income, spent, closing, reserve, distributed } = account;
  if (!opening || !income || !spent || !closing) return [];
  const others = OUTGOINGS.filter((role) => role !== 'closing');
  const relation = made(closing, [...terms(account, INCOMINGS, 1), ...terms(account, others, -1)]);
  // Where neither is told, there may have been some.
  return reserve || distributed ? [relation] : likely(relation);
}

/** 收入总计 and 支出总计 of the same account. */
function sumsUp(account: Told, total: AccountRole, roles: readonly AccountRole[]): Relation[] {
  const stated = account[total];
  const parts = terms(account, roles, 1);
  return stated && parts.length > 1 ? likely(made(stated, parts)) : [];
}

function made(stated: TextFact, of: readonly Term[]): Relation {
  return { rule: 'balance', stated, terms: of };
}

/** A relation that holds, or would but for one slip; anything else may lack a figure. */
export function likely(relation: Relation): Relation[] {
  const { stated, terms: of } = relation;
  if (of.some(({ fact }) => fact.unit !== stated.unit)) return [];
  const rest = of.reduce((left, { fact, sign }) => left.minus(fact.amount.value.times(sign)), stated.amount.value);
  const slips = [{ fact: stated, sign: -1 } as const, ...of].some(({ fact, sign }) =>
    isSlip(fact.amount.value, fact.amount.value.plus(rest.times(sign)), fact.amount.decimals),
  );
  return rest.isZero() ? [relation] : slips ? [{ ...relation, guess: true }] : [];
}
