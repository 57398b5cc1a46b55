import type { Unit } from '../../model/disclosure';
import type { GridBlock, Place } from '../../model/source';
import { comparable, squeeze, stripMarks } from '../../shared/text';
import { headRole } from '../../vocabulary/labels';
import { isSectionRow } from '../tables/header';

/*
 * What stands above a table: its number, title, the name of the institution and the unit, on lines of their own, on one
 * line together, or in the first rows of the table itself.
 */

export interface Caption {
  readonly title: string;
  readonly titlePlace: Place | undefined;
  readonly number: string;
  readonly entity: string;
  /** 单位名称 or 部门名称, as printed: it tells the level of the disclosure. */
  readonly entityWord: string;
  readonly unit: Unit | undefined;
  /** 2023 of 2023年度 beside the institution; '' when it is not printed. */
  readonly year: string;
}

export interface CaptionLine {
  readonly text: string;
  readonly place: Place;
}

const NUMBER = /^(?:附[表件]|[\u4e00-\u9fff]{0,6}公开表?|表)第?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:号?表)?$/;
const ENTITY =
  /((?:编制|公开|填报|预算|决算|申报)?(?:单位|部门)(?:名称|全称)?|编制单位|填报单位)\s*[：:]\s*([^\s：:]{2,60}?)(?=\s{2,}|\t|\s*(?:金额)?单位\s*[：:]|\s+\d{4}\s*年|\s*$)/;
const UNIT = /(?:金额)?单位\s{0,8}[：:]\s{0,8}(?:人民币\s{0,8})?(亿元|万元|千元|元)/;
/** 单位 with nothing behind it. */
const BARE_UNIT = /(?:金额)?单位\s{0,8}(?:[：:]\s{0,8})?$/;
/** The code of an institution before its name: 607_青石市林业局, [607001]青石市林业局机关; 120急救中心 is a name. */
const ENTITY_CODE = /^(?:[[（(]\d{3,}[\])）]|\d{3,}[-_—－]+)\s*(?=[\u4e00-\u9fff])/;
/** Without one of these words a line names neither unit nor institution. */
const DETAIL_WORD = /单位|部门/;
/** What stands beside a name that is not filled in: the unit, the year, the line to write it on. */
const NO_ENTITY = /^(?:(?:人民币)?[亿万千]?元|金额|(?:20\d\d|[＿_]+)年?度?)$/;
/** What may be left of a line that holds details only. */
const NO_TITLE = /^(?:人民币|[亿万千]?元|表|\d{4}年度?|第?\d+页.*|[-—\d\s]*)$/;
const YEAR = /(20\d\d)\s*年度/;
const STOP = /[。；]$/;
const TITLE_END = /(?:表|明细|情况)(?:[（(][^（）()]*[)）])*(?:（?续）?)?$/;
const LONG = 80;

/** What is left of a caption line without unit, institution, number and year: the title, or nothing. */
function withoutDetails(line: string): string {
  const bare = DETAIL_WORD.test(line) ? line.replace(UNIT, ' ').replace(ENTITY, ' ').replace(BARE_UNIT, ' ') : line;
  const rest = bare.replace(/\s{2,}/g, '  ').trim();
  const squeezed = squeeze(rest);
  if (NO_TITLE.test(squeezed) || NUMBER.test(squeezed)) return '';
  return leadingNumber(rest) === ''
    ? rest
    : rest
        .split(/\s{2,}/)
        .slice(1)
        .join(' ');
}

/** A number before the title on the same line: 预算公开表1  2023年预算收支总表. */
function leadingNumber(line: string): string {
  const gap = line.search(/\s{2}/);
  if (gap < 0) return '';
  const first = squeeze(line.slice(0, gap));
  return NUMBER.test(first) ? first : '';
}

/** True when nothing but such details stands there. */
export function isCaptionDetail(text: string): boolean {
  return withoutDetails(text) === '';
}

/**
 * Reads the caption from the lines above a table, nearest last.
 * @param lines those between the previous table (or chapter) and this one, in order
 */
export function readCaption(lines: readonly CaptionLine[]): Caption {
  let title = '';
  let titlePlace: Place | undefined;
  let number = '';
  let entity = '';
  let entityWord = '';
  let unit: Unit | undefined;
  let year = '';
  let tail = '';
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const { text, place } = lines[at]!;
    const plain = stripMarks(text)
      .replace(/\u3000/g, ' ')
      .trim();
    const squeezed = squeeze(plain);
    if (squeezed.length > LONG || STOP.test(plain)) break;
    // A unit cut off from its word by a line break is read together with the line after it.
    unit ??= UNIT.exec(squeezed + tail)?.[1] as Unit | undefined;
    const named = entity === '' && DETAIL_WORD.test(plain) ? ENTITY.exec(plain) : null;
    if (named && !NO_ENTITY.test(named[2]!)) [, entityWord, entity] = named as unknown as [string, string, string];
    const cut = tail === '表' && NUMBER.test(`${squeezed}表`);
    const isNumber = cut || NUMBER.test(squeezed);
    if (number === '') number = !isNumber ? leadingNumber(plain) : cut ? `${squeezed}表` : squeezed;
    const rest = isNumber ? '' : withoutDetails(plain);
    if (rest === '' && year === '') year = YEAR.exec(plain)?.[1] ?? '';
    if (rest !== '') {
      const better = title !== '' && TITLE_END.test(squeeze(rest)) && !TITLE_END.test(squeeze(title));
      if (title !== '' && !better) break;
      title = rest;
      titlePlace = place;
    }
    tail = squeezed;
  }
  return { title, titlePlace, number, entity: entity.replace(ENTITY_CODE, ''), entityWord, unit, year };
}

/**
 * Rows at the top of a grid that are caption, not header: one text alone, or name and unit side by side. Returns them
 * as lines.
 */
export function captionRows({ rows, place }: GridBlock): CaptionLine[] {
  const lines: CaptionLine[] = [];
  for (const row of rows) {
    const cells = row
      .map((cell) => ({ text: stripMarks(cell.text).trim(), place: cell.place }))
      .filter(({ text }) => text !== '');
    const texts = cells.map(({ text }) => text);
    if (texts.length > 0 && !isCaptionRow(texts)) break;
    lines.push({ text: texts.join('  '), place: (cells[0] ?? row[0])?.place ?? place });
  }
  return lines.length < rows.length ? lines : [];
}

/** True for a text that reads like the title of a form. */
export function isTitleText(text: string): boolean {
  const words = comparable(text);
  return (
    words.length >= SHORTEST_TITLE && words.length <= LONG && headRole(text) === undefined && TITLE_END.test(words)
  );
}

const SHORTEST_TITLE = 5;

/** True when the filled cells of a row are a title, or details of one, or both side by side. */
export function isFormCaption(texts: readonly string[]): boolean {
  return texts.length <= MOST_CELLS && texts.every((text) => isCaptionDetail(text) || isTitleText(text));
}

const MOST_CELLS = 4;

/** @param texts of the filled cells of a row, one at least */
function isCaptionRow(texts: readonly string[]): boolean {
  const [first] = texts;
  if (
    texts.length === 1 &&
    !isSectionRow(texts) &&
    headRole(first!) === undefined &&
    TITLE_END.test(comparable(first!))
  )
    return true;
  if (texts.every(isCaptionDetail) || (isFormCaption(texts) && texts.some(isCaptionDetail))) return true;
  if (texts.length === 1 || !texts.some((text) => DETAIL_WORD.test(text))) return false;
  const joined = texts.join('  ');
  return ENTITY.test(joined) && UNIT.test(squeeze(joined));
}
