/*
 * 基本支出 by economic item: blocks of code, name and amount side by side, every item listed whether it has money or not.
 */
import { ECONOMIC_CODES, economicCode } from '../../final/economic-codes';
import { isGeneralBasic, type FinalLedger } from '../../final/ledger';
import { isEmpty, line, totalLine, type Cell, type Line } from '../../print/look';
import type { FinalGrid } from './forms';

export interface EconomicLayout {
  /** 类 that each block lists, one list a block; the first is 人员经费. */
  readonly blocks: readonly (readonly string[])[];
  readonly codes: 'joined' | 'split';
  /** What stands for the amounts of 基本建设, which basic expenditure never pays. */
  readonly construction: string;
  readonly amountWord: string;
}

/** Amounts by code of 类 and 款. */
export function economicAmounts(ledger: FinalLedger): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const { economic, amount } of ledger.flows.filter(isGeneralBasic)) {
    if (economic === undefined) continue;
    const code = economicCode(economic.group.name, economic.name);
    for (const one of [code.slice(0, 3), code]) amounts.set(one, (amounts.get(one) ?? 0) + amount);
  }
  return amounts;
}

export function economic(ledger: FinalLedger, layout: EconomicLayout): FinalGrid {
  const amounts = economicAmounts(ledger);
  const { codes, construction, amountWord } = layout;
  const width = codes === 'split' ? 4 : 3;
  const blocks = layout.blocks.map((groups) =>
    groups
      .flatMap((group) => ECONOMIC_CODES.get(group) ?? [])
      .map(({ code, name }): Cell[] => [
        ...(codes === 'split' ? [code.slice(0, 3), code.slice(3)] : [code]),
        name,
        /^(?:309|311)/.test(code) && construction !== '' ? construction : (amounts.get(code) ?? 0),
      ]),
  );
  const blank = Array<string>(width).fill('');
  const height = Math.max(...blocks.map((block) => block.length));
  const rows: Line[] = Array.from({ length: height }, (_, position) =>
    line(...blocks.flatMap((block) => block[position] ?? blank)),
  );
  const staff = (amounts.get('301') ?? 0) + (amounts.get('303') ?? 0);
  const running = (amounts.get('302') ?? 0) + (amounts.get('310') ?? 0);
  const between = Array<string>(width - 2).fill('');
  const rest = Array<string>(width * (blocks.length - 1) - 2).fill('');
  const foot = totalLine('人员经费合计', ...between, staff, '公用经费合计', ...rest, running);
  const words = codes === 'split' ? ['科目编码', '', '科目名称', amountWord] : ['科目代码', '科目名称', amountWord];
  const head =
    codes === 'split'
      ? [
          blocks.flatMap(() => ['经济分类', '', '', '']),
          blocks.flatMap(() => words),
          blocks.flatMap(() => ['类', '款', '', '']),
        ]
      : [
          ['人员经费', '', '', '公用经费', ...Array<string>(width * (blocks.length - 1) - 1).fill('')],
          blocks.flatMap(() => words),
        ];
  const body = [...rows, foot];
  return { head, body, empty: isEmpty(body) };
}
