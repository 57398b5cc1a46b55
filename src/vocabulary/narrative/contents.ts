/*
 * How a contents page names what it lists, and what the same heading may leave out or add in the body.
 */

/**
 * Words that one of the two has and the other has not: the year, the institution as such, what a form shows of its
 * year, and words that say nothing.
 */
export const FILLER = /20\d{1,3}年?度?|本?(?:部门|单位)|本?年度|["'“”‘’、,，()（）:：\s]|不含上年结转|情况|的/g;

/** A heading of a form. */
export const OF_FORM = /表(?:[(（][^()（）]{0,40}[)）])?$/;

/** 表一, 附表3, 公开01表, or 7． before a year in front of a title; 一 of 一般公共预算 is none of its digits. */
export const FORM_NUMBER =
  /^\d{1,2}[.、．](?=20\d\d)|^(?:公开|附)?(?:\d{1,2}表|表(?:(?:[一二三四五六七八九十](?!般)){1,3}|\d{1,2})(?:-\d{1,2})?)[、.．:：]?/;

/** The body has a heading for each project instead. */
export const OF_PROJECTS = /^(?:重点)?(?:项目|专项)/;

/** The number of a chapter (第X部分) and of a heading of the first level. */
export const HIGH_NUMBER = /^第\s?([一二三四五六七八九十]{1,3}|\d{1,2})\s?(?:部分|章)|^([一二三四五六七八九十]{1,3})、/;

/** What was not read of a document, as its messages say it. */
export const UNREAD_PARTS = /图片|扫描|损坏/;
