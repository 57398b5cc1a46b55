/*
 * The account of a year: what was left of the year before, and came in, is what was spent, and is left.
 */

export type AccountRole =
  'opening' | 'reserve' | 'income' | 'spent' | 'distributed' | 'closing' | 'incomings' | 'outgoings';

interface AccountWords {
  readonly role: AccountRole;
  readonly words: RegExp;
}

/** The words of a figure tell what it is in the account; the first that fits counts. */
const ACCOUNT: readonly AccountWords[] = [
  { role: 'reserve', words: /使用(?:非财政拨款|专用)?结余|(?:非财政拨款|事业)(?:结余|基金)弥补|动用/ },
  { role: 'distributed', words: /结余分配|提取专用/ },
  {
    role: 'closing',
    words: /(?:年末|期末|年终|年底)[^，。；]{0,12}(?:结转|结余)|结转(?:至|到)?(?:下年|次年)|结转结余下年/,
  },
  { role: 'opening', words: /(?:年初|上年|期初)[^，。；]{0,12}(?:结转|结余)/ },
  { role: 'incomings', words: /收入总计/ },
  { role: 'outgoings', words: /支出总计/ },
  {
    role: 'income',
    words: /^[^，。；]{0,30}?(?:本年|当年|全年)[^，。；其]{0,8}收入(?:合计|共计|决算数?|为|共|数|总额)*$/,
  },
  {
    role: 'spent',
    words: /^[^，。；]{0,30}?(?:本年|当年|全年)[^，。；其]{0,8}支出(?:合计|共计|决算数?|为|共|数|总额)*$/,
  },
];

export function accountRole(words: string): AccountRole | undefined {
  return ACCOUNT.find(({ words: each }) => each.test(words))?.role;
}

/** 年初预算 A 万元，执行中追加 B 万元，调整预算（支出决算）C 万元: which way a figure changes the budget of the year. */
const ADJUSTING: readonly { readonly sign: 1 | -1; readonly words: RegExp }[] = [
  { sign: -1, words: /(?:追减|调减|核减|收回|压减)[^，。；]{0,8}$/ },
  { sign: 1, words: /(?:追加|调增|增拨|下达)[^，。；]{0,8}$/ },
];

export function adjustment(words: string): 1 | -1 | undefined {
  return ADJUSTING.find(({ words: each }) => each.test(words))?.sign;
}
