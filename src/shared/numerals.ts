const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/**
 * The value of a Chinese numeral below one hundred, as used to number rows and chapters.
 * @example chineseNumber('二十三') // 23
 * @returns undefined when the text is not such a numeral.
 */
export function chineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([零〇一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return undefined;
  const [, tens, ten, ones] = match;
  if (!ten)
    return tens !== undefined && ones === undefined
      ? DIGITS[tens]
      : tens === undefined && ones !== undefined
        ? DIGITS[ones]
        : undefined;
  return (tens === undefined ? 1 : DIGITS[tens]!) * 10 + (ones === undefined ? 0 : DIGITS[ones]!);
}

/**
 * Chinese numeral of 1 … 99.
 * @example chineseOrdinal(21) // '二十一'
 */
export function chineseOrdinal(value: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits[tens]! : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones]! : ''}`;
}
