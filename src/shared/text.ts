import { memoized } from './memo';
/*
 * Normalising of printed words. Every mapping is one character to one character unless said otherwise, so that places
 * computed on a normalised line are places in the original.
 */

const WIDE = /[\u3000\uff01-\uff5e\u2018\u2019\u00a0\u2002-\u200a\u202f\u205f]/g;

function narrow(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2018 || code === 0x2019) return "'";
  return ' ';
}

/** Full-width letters, digits, punctuation and blanks become half-width ones; the length stays the same. */
export function halfWidth(text: string): string {
  return text.replace(WIDE, narrow);
}

/** Removes every blank and zero-width mark: conversion leaves blanks inside Chinese words. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\u200c\u200d\ufeff]+/g, '');
}

/**
 * Removes what conversion left in a cell or a line: inline HTML tags, Markdown emphasis marks, bookmarks of word
 * processors.
 */
export function stripMarks(text: string): string {
  if (!/[<*_#[]/.test(text)) return text;
  return text
    .replace(/<\/?[a-zA-Z][^<>]{0,80}>/g, '')
    .replace(/\[bookmark:[^\]]{0,80}\]/g, '')
    .replace(/\*\*|__/g, '');
}

/**
 * The form in which words are compared: half-width, no blanks, no marks, quotation marks and brackets unified.
 * @example comparable('“三公” 经费（境）') // '"三公"经费(境)'
 */
export const comparable: (text: string) => string = memoized(normalise);

function normalise(text: string): string {
  return squeeze(halfWidth(stripMarks(text)))
    .replace(/[“”„‟＂〝〞]/g, '"')
    .replace(/[〔［【﹝]/g, '[')
    .replace(/[〕］】﹞]/g, ']')
    .normalize('NFC');
}

const PAGE_NUMBER =
  /^(?:第\s{0,9})?(?:[-—–·][-—–·\s]{0,9})?\d{1,4}(?:[-—–·\s]{0,9}[-—–·])?\s{0,9}页?(?:\s{0,9}(?:[,，/]\s{0,9})?共\s{0,9}\d{1,4}\s{0,9}页)?$/;

/** True for a line that holds the number of a page and nothing else: - 7 -, 第7页 共30页. */
export function isPageNumber(line: string): boolean {
  return line.length < 40 && !line.includes('\t') && PAGE_NUMBER.test(line.trim());
}

/** What stands before the first `mark`; all of the text where there is none. */
export function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}

/** Shorter names abbreviate too much to be told by. */
const SHORTEST = 3;

/** True when a name is another with some of its signs left out, though not the first nor the last (公车运维费). */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < SHORTEST || short.length >= long.length) return false;
  return short[0] === long[0] && short[short.length - 1] === long[long.length - 1] && isSubsequence(short, long);
}

/** True when a text is another with some of its signs left out. */
export function isSubsequence(short: string, long: string): boolean {
  let from = 0;
  for (const sign of short) {
    const at = long.indexOf(sign, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** How much of two texts is alike, 0 to 1: the signs that both have in the same order. */
export function likeness(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const sign of a) {
    const next = [0];
    for (let at = 1; at <= b.length; at += 1)
      next.push(b[at - 1] === sign ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!));
    row = next;
  }
  return (2 * row[b.length]!) / Math.max(1, a.length + b.length);
}
