/*
 * Numbers that identify a person. Sources: GB 11643-1999 (公民身份号码, with its check digit), 电信网编号计划 (mobile numbers
 * begin with 13 to 19).
 */

export const MOBILE = /(?<![\d.,])1[3-9]\d{9}(?![\d.,])/;

/** In a table a bare number is a telephone by the words of its row; without them it may be an amount in 元. */
export const TELEPHONE_WORD = /联系|电话|手机|移动/;

export const IDENTITY_NUMBER =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;

/** An account number behind the words for it. */
export const ACCOUNT = /(?:银行账[号户]|账号|帐号|卡号)[：:\s]{0,3}\d{12,21}(?!\d)/;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';

/** True for 18 digits whose last one is the check digit of the others. */
export function isIdentityNumber(text: string): boolean {
  if (text.length !== 18) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECK_DIGITS[sum % 11] === text[17]!.toUpperCase();
}
