import type { Profile } from '../../model/disclosure';
import { type FactKey, keyText, makeKey } from '../../model/key';
import type { Narrative, TextFact } from '../../model/narrative';
import { UNITS } from '../../model/disclosure';
import { type Amount, halfUnit } from '../../shared/amount';
import { plain, type Decimal } from '../../shared/decimal';
import { economicOfThreePublic } from '../../vocabulary/items';

/*
 * What the explanation states, by key: figures whose words leave nothing open, each with the statement that came first
 * and those that repeat or contradict it.
 */

/** One key and what the text says of it. */
export interface Stated {
  /** The statement that came first: it fills the cell. */
  readonly figure: TextFact;
  readonly key: FactKey;
  /** Later statements under the same key with another value. */
  readonly others: readonly TextFact[];
}

function yuan({ unit }: TextFact, value: Decimal): Decimal {
  return value.times((UNITS as Readonly<Record<string, number>>)[unit] ?? 1);
}

function agree(one: TextFact, other: TextFact): boolean {
  const slack = yuan(one, halfUnit(one.amount)).plus(yuan(other, halfUnit(other.amount)));
  return yuan(one, one.amount.value).minus(yuan(other, other.amount.value)).abs().lessThanOrEqualTo(slack);
}

/** The amount of a figure in the unit of a form; exact, with as many decimals as it takes. */
export function amountIn(unit: keyof typeof UNITS, { amount, unit: own }: TextFact): Amount {
  const scale = (UNITS as Readonly<Record<string, number>>)[own];
  if (scale === undefined || scale === UNITS[unit]) return amount;
  const value = amount.value.times(scale).div(UNITS[unit]);
  const decimals = Math.max(value.decimalPlaces(), Math.min(amount.decimals, 2));
  return { ...amount, value, decimals, raw: plain(value, decimals) };
}

/** One spelling a key: what two keys mean alike they say alike. */
export function plainKey(key: FactKey): FactKey {
  // 人员经费 is what 基本工资 belongs to anyhow.
  if (key.item.startsWith('e:') && (key.nature === 'personnel' || key.nature === 'public'))
    return { ...key, nature: 'basic' };
  if (key.item === 'grand' && key.flow === 'income') return { ...key, item: 'total' };
  return key;
}

const ITEMS_OF_SPENDING = /^(?:\d{3}|e:|n:|sg|grand$)/;

/** Keys that a figure states; none when its words leave open what it is. */
function keysOf(figure: TextFact, { kind }: Profile): FactKey[] {
  const { role, said, context, items, clear } = figure;
  const [first] = items;
  if (
    figure.kind !== 'amount' ||
    first === undefined ||
    !(figure.unit in UNITS) ||
    (role !== 'value' && role !== 'budget')
  )
    return [];
  // A 科目 by its names is as good as one by its code.
  if (!clear && !(items.length === 1 && first.startsWith('n:'))) return [];
  const stage =
    role === 'budget' ? (said.stage ?? 'budget') : said.stage === undefined || said.stage === kind ? '' : said.stage;
  const nature = said.nature ?? context.nature;
  const item = (first.startsWith('sg:') && nature !== undefined && economicOfThreePublic(first)) || first;
  const key = makeKey(context, said, { item, stage });
  // 收入合计 of final accounts is what came in this year; 总计 counts what was left over too.
  if (kind === 'final' && key.flow === 'income' && item === 'total' && key.vintage === 'all')
    return [{ ...key, vintage: 'current' }];
  if (key.flow !== '') return [plainKey(key)];
  // 收、支总计 speaks of both sides.
  if (item === 'grand') return ['income', 'expenditure'].map((flow) => plainKey({ ...key, flow }));
  return ITEMS_OF_SPENDING.test(item) || key.nature !== 'all' ? [plainKey({ ...key, flow: 'expenditure' })] : [];
}

/** The statements of an explanation by key. */
export class TextValues {
  private readonly byKey = new Map<string, { figure: TextFact; key: FactKey; others: TextFact[] }>();

  constructor(narrative: Narrative | undefined, profile: Profile) {
    for (const figure of narrative?.figures ?? [])
      for (const key of keysOf(figure, profile)) {
        const before = this.byKey.get(keyText(key));
        if (!before) this.byKey.set(keyText(key), { figure, key, others: [] });
        else if (!agree(before.figure, figure)) before.others.push(figure);
      }
  }

  /** What is stated under a key. */
  get(key: FactKey): Stated | undefined {
    return this.byKey.get(keyText(plainKey(key)));
  }

  /** Everything that is stated, in the order of the text. */
  all(): readonly Stated[] {
    return [...this.byKey.values()];
  }
}
