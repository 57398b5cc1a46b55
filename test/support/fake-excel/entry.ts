import { hostError } from './error';

/*
 * What becomes of a value that is written into a cell, as Excel decides it. Where the real program's behaviour is not
 * documented, the fake refuses: an adapter must not depend on it.
 */

export type Scalar = string | number | boolean;

export interface Content {
  readonly value: Scalar;
  /** With its equals sign. */
  readonly formula?: string;
  /** Text that was entered behind an apostrophe. */
  readonly prefixed?: true;
}

export const EMPTY: Content = { value: '' };

const MAX_TEXT = 32_767;
const DAYS_TO_1970 = 25_569;
const DAY = 86_400_000;

function looksLike(text: string): Scalar | undefined {
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return /^true$/i.test(trimmed);
  if (/^\(?[+-]?[¥$]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?(e[+-]?\d+)?\)?$/i.test(trimmed)) {
    return Number(trimmed.replace(/[()¥$,]/g, ''));
  }
  if (/^[+-]?\d+(\.\d*)?%$/.test(trimmed)) return Number(trimmed.slice(0, -1)) / 100;
  const date = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(trimmed);
  if (date) return Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / DAY + DAYS_TO_1970;
  return undefined;
}

function enterText(text: string, isTextCell: boolean): Content {
  if (text.length > MAX_TEXT + 1) throw hostError('InvalidArgument', 'text longer than a cell can hold');
  if (text.startsWith("'")) {
    // Whether the apostrophe stays visible in a cell of format @ differs from host to host.
    if (isTextCell)
      throw hostError('UndefinedBehaviour', `an apostrophe before text in a cell of format @: ${text.slice(0, 20)}`);
    return { value: text.slice(1), prefixed: true };
  }
  if (/^[=+\-@＝＋－＠]/.test(text)) {
    // Some hosts make a formula of it even here.
    if (isTextCell)
      throw hostError('UndefinedBehaviour', `text like a formula in a cell of format @: ${text.slice(0, 20)}`);
    const formula = `=${text.replace(/^[=＝]/, '')}`;
    return { value: 0, formula };
  }
  if (isTextCell) return { value: text };
  return { value: looksLike(text) ?? text };
}

/**
 * What the cell holds after `value` was written to it; undefined when it stays as it is (null).
 * @param numberFormat of the cell at that moment
 */
export function enter(value: unknown, numberFormat: string): Content | undefined {
  if (value === null || value === undefined) return undefined;
  const isTextCell = numberFormat === '@';
  switch (typeof value) {
    case 'string':
      return value === '' ? EMPTY : enterText(value, isTextCell);
    case 'number':
      if (!Number.isFinite(value)) throw hostError('InvalidArgument', `not a number: ${value}`);
      return isTextCell ? { value: String(value) } : { value };
    case 'boolean':
      return { value };
    default:
      throw hostError('InvalidArgument', `not a cell value: ${JSON.stringify(value)}`);
  }
}
