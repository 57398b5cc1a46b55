import { type Fact, type Statement, type StatementBlock, UNITS } from '../../../model/disclosure';
import type { Remark } from '../../../model/relation';
import { halfUnit } from '../../../shared/amount';
import { Decimal, plain } from '../../../shared/decimal';
import { squeeze } from '../../../shared/text';
import { isPriceHead } from '../../../vocabulary/labels';
import type { CheckInput } from '../../check';
import { type Rule, say } from '../../rule';
import { forEachBlock } from '../../tables';

/*
 * 数量 × 单价 = 金额 in every row. Which column of amounts is meant, and whether prices are in 元 beside amounts in 万元, most
 * rows tell; the rows that do not obey it are wrong.
 */

/** A reading counts when this share of the rows that print all three obeys it. */
const MOST = 0.5;
/** So many rows that obey it leave no doubt. */
const CERTAIN = 2;

interface Triple {
  readonly quantity: Fact;
  readonly price: Fact;
  readonly amount: Fact;
  readonly product: Decimal;
  readonly holds: boolean;
}

interface Reading {
  readonly triples: readonly Triple[];
  readonly right: number;
}

type FactOf = (row: number, column: number) => Fact | undefined;

/** The reading of every column of prices of a document, with what it stands in. */
function readings(input: CheckInput): { statement: Statement; block: StatementBlock; reading: Reading }[] {
  const found: { statement: Statement; block: StatementBlock; reading: Reading }[] = [];
  const { statements } = input.disclosure;
  const blocks = statements.flatMap((statement) => statement.blocks.map((block) => ({ statement, block })));
  let at = -1;
  forEachBlock(input.disclosure, (block, fact) => {
    at += 1;
    const printed: FactOf = (row, column) => {
      const figure = fact(row, column);
      return figure !== undefined && figure !== 'unread' && figure.amount.printed ? figure : undefined;
    };
    for (const reading of readingsOf(block, printed)) found.push({ statement: blocks[at]!.statement, block, reading });
  });
  return found;
}

function readingsOf(block: StatementBlock, factOf: FactOf): Reading[] {
  const { columns } = block;
  const ownHead = (at: number): string => columns[at]!.path[columns[at]!.path.length - 1] ?? '';
  const prices = columns.flatMap(({ role }, at) => (role === 'amount' && isPriceHead(ownHead(at)) ? [at] : []));
  return prices.flatMap((price) => {
    const counts = columns.flatMap(({ role, key }, at) => (role === 'amount' && key.stage === 'count' ? [at] : []));
    const quantity = counts.filter((at) => at < price).pop() ?? counts[0];
    if (quantity === undefined) return [];
    const amounts = columns.flatMap(({ role, key }, at) =>
      role === 'amount' && !/^(?:count|rate|change)$/.test(key.stage ?? '') ? [at] : [],
    );
    const candidates = amounts.flatMap((amount) =>
      SCALES.map((scale) => read(block, { quantity, price, amount, scale }, factOf)),
    );
    const best = candidates.reduce<Reading | undefined>(
      (most, reading) => (reading.right > (most?.right ?? 0) ? reading : most),
      undefined,
    );
    return best && best.right >= MOST * best.triples.length ? [best] : [];
  });
}

/** Prices in the unit of the amounts; in 元 beside amounts in 万元. */
const SCALES = [new Decimal(1), new Decimal(1).div(UNITS.万元)];

interface Columns {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly scale: Decimal;
}

function read(block: StatementBlock, { quantity, price, amount, scale }: Columns, factOf: FactOf): Reading {
  const triples = block.rows.flatMap((_, row): Triple[] => {
    const [count, each, all] = [factOf(row, quantity), factOf(row, price), factOf(row, amount)];
    return count && each && all ? [tripleOf(count, each, all, scale)] : [];
  });
  return { triples, right: triples.filter(({ holds }) => holds).length };
}

function tripleOf(quantity: Fact, price: Fact, amount: Fact, scale: Decimal): Triple {
  const product = quantity.amount.value.times(price.amount.value).times(scale);
  const slack = halfUnit(amount.amount).plus(quantity.amount.value.abs().times(halfUnit(price.amount)).times(scale));
  const holds = product.minus(amount.amount.value).abs().lessThanOrEqualTo(slack);
  return { quantity, price, amount, product, holds };
}

/** The cells of rows whose quantities, prices and amounts were held against one another. */
export function pricedCells(input: CheckInput): Fact[] {
  return readings(input).flatMap(({ reading }) =>
    reading.triples.flatMap(({ quantity, price, amount }) => [quantity, price, amount]),
  );
}

export const quantityTimesPrice: Rule = {
  id: 'sum/columns/quantity-price',
  title: '金额等于数量乘以单价',
  basis: '政府采购、资产配置等表表式：金额＝数量×单价',
  dependsOn: 'values',
  inspect: (input) =>
    readings(input).flatMap(({ statement, block, reading }) =>
      reading.triples.flatMap((triple) => (triple.holds ? [] : [remarkOf(statement, block, triple, reading.right)])),
    ),
};

function remarkOf({ title }: Statement, block: StatementBlock, triple: Triple, right: number): Remark {
  const { quantity, price, amount, product } = triple;
  const head = ({ column }: Fact): string => squeeze(block.columns[column]!.path.slice(-1)[0] ?? '');
  const { label, category } = block.rows[amount.row]!;
  const decimals = Math.max(amount.amount.decimals, price.amount.decimals);
  const expected = plain(product.toDecimalPlaces(decimals), decimals);
  return say(
    'sum/columns/quantity-price',
    '《{title}》{row}·{head} {stated} ≠ {quantity} {count} × {price} {each} = {expected}，差 {gap}，请核实哪一个有误',
    {
      severity: right >= CERTAIN ? 'error' : 'warning',
      figures: [amount, quantity, price],
      stated: amount.amount.raw,
      expected,
      with: {
        ...{ title, row: category === '' ? label : `${label}（${category}）`, expected },
        ...{ head: head(amount), stated: amount.amount.raw },
        ...{ quantity: head(quantity), count: quantity.amount.raw },
        ...{ price: head(price), each: price.amount.raw },
        gap: plain(product.minus(amount.amount.value).abs().toDecimalPlaces(decimals), decimals),
      },
    },
  );
}
