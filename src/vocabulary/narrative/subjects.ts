import type { PartialKey } from '../../model/key';
import { memoized } from '../../shared/memo';
import { comparable } from '../../shared/text';
import { economicClassByName, economicItemsByName, functionClassByName } from '../items';
import { flowOf, meaningOf } from '../lexicon';
import { FILLERS } from './words';

/*
 * What the words before a figure name: 科目 by name or code, 资金, 支出性质, 三公 items …
 */

export interface Subject {
  readonly said: PartialKey;
  /** Items it may stand for, the likeliest first; none when the words name nothing known. */
  readonly items: readonly string[];
  readonly clear: boolean;
}

/** Names of 款 and 项 as the tables of the document print them. */
export interface CodeNames {
  codesOf(name: string): readonly string[];
}

const LEVELS =
  /^"?(?:(.{1,30}?)\((?:(\d{3}))?类\))?"?(?:(.{1,30}?)\((?:(\d{2}))?款\))?"?(?:(.{1,40}?)\((?:(\d{2}))?项\))?/;
const CODES = /\((\d{3})类\)[^()]*(?:\((\d{2})款\)[^()]*(?:\((\d{2})项\))?)?/;

const KNOWN =
  /一般公共|政府性基金|国有资本经营|国有资产经营|财政专户管理|专户管理|单位|事业|经营|附属单位上缴|对附属单位补助|上缴上级|上级补助|其他收入|基本|项目|人员|公用|日常|上年结转|上年度结转|结转|结余|年初|年末|三公|因公出国|境|公务接待|公务用车|购置|运行|维护|机关|政府采购|货物|工程|服务/g;

const TOTAL = /(?:总计|合计|总预算|总额|总决算|收入|支出|收支|拨款|预算|决算|资金|经费|结转|结余)/;

function nothing(): Subject {
  return { said: {}, items: [], clear: false };
}

/** What does not depend on the names of the document is remembered. */
const meantBy = memoized(byMeaning);

/** Opens a list, and names nothing: 其中工程 is 工程. */
const AHEAD = /^(?:其中|主要包括|包括)[,，:：、]?/;

/** Reads the words before a figure. `names` is asked for 款 and 项. */
export function readSubject(words: string, names: CodeNames, entity: string): Subject {
  let text = comparable(words).replace(AHEAD, '');
  if (entity !== '') text = text.replace(entity, '');
  const coded = byCode(text) ?? byLevels(text, names) ?? byPlainCode(text);
  if (coded) return coded;
  const subject = meantBy(text);
  if (subject.items.length > 0 && subject.items[0] !== 'total') return subject;
  const codes = names.codesOf(bare(text));
  return codes.length > 0 ? { said: {}, items: codes, clear: codes.length === 1 } : subject;
}

function bare(text: string): string {
  return text
    .replace(/^(?:其中|包括|主要包括|用于|主要用于|[,，:：、"]|\d{1,2}[.、])+/, '')
    .replace(/^(?:19|20)\d\d年度?/, '')
    .replace(/(?:年初|全年)?(?:预算|决算|安排|资金|金额){1,4}数?[为是]?$/, '')
    .replace(/"/g, '');
}

/** （204类）司法（06款）行政运行（01项）. */
function byCode(text: string): Subject | undefined {
  const match = CODES.exec(text);
  return match ? { said: {}, items: [match.slice(1).filter(Boolean).join('')], clear: true } : undefined;
}

/** The code of 款 or 项 before its name or in brackets behind it. */
const PLAIN_CODE =
  /^(?:其中)?[,，:：、]?(?:\(\d{1,2}\)|\d{1,2}[.、])?(2\d{4}(?:\d{2})?|3[019]\d{3})(?=[\u4e00-\u9fff])|\((2\d{4}(?:\d{2})?|3[019]\d{3})\)(?:支出|预算|决算|为)*$/;

/** 2080501行政单位离退休, 行政单位离退休（2080501）: of which money the words around it say. */
function byPlainCode(text: string): Subject | undefined {
  const match = PLAIN_CODE.exec(text);
  const code = match?.[1] ?? match?.[2];
  return code === undefined
    ? undefined
    : { said: {}, items: [code.startsWith('3') ? `e:${code}` : code], clear: false };
}

/** 社会保障和就业支出（类）行政事业单位养老支出（款）…（项）. */
function byLevels(text: string, names: CodeNames): Subject | undefined {
  if (!/\([类款项]\)/.test(text)) return undefined;
  const match = LEVELS.exec(bare(text));
  if (!match) return undefined;
  const [, className, , groupName, , itemName] = match;
  const code = className === undefined ? '' : (classOf(className) ?? '');
  const below = (name: string, parents: readonly string[], length: number): string[] =>
    names.codesOf(name).filter((each) => each.length === length && parents.some((parent) => each.startsWith(parent)));
  let codes = [code];
  if (groupName !== undefined) codes = below(groupName, codes, 5);
  if (itemName !== undefined) codes = below(itemName, codes, 7);
  const found = codes.filter((each) => each !== '');
  // Without a table the names themselves are the item.
  const own = `n:${[className, groupName, itemName].filter(Boolean).join('/')}`;
  return found.length > 0
    ? { said: {}, items: found, clear: found.length === 1 }
    : { said: {}, items: [own], clear: false };
}

function classOf(name: string): string | undefined {
  const plain = name.replace(/^.*?(?=一般公共服务|外交|国防|公共安全)/, '');
  return functionClassByName(name) ?? functionClassByName(`${name}支出`) ?? functionClassByName(plain);
}

function byMeaning(text: string): Subject {
  const name = bare(text);
  if (name === '') return nothing();
  const functional = classOf(name);
  if (functional !== undefined && name !== '其他支出') return { said: {}, items: [functional], clear: true };
  const economic = economicClassByName(name);
  if (economic !== undefined) return { said: {}, items: [`e:${economic}`], clear: true };
  const items = [
    ...economicItemsByName(name),
    ...economicItemsByName(`${name}费`),
    ...economicItemsByName(name.replace(/支出$/, '')),
  ];
  const { stage: _stage, ...meaning } = meaningOf(text.replace(/决算支出/, '支出'));
  if (items.length > 0 && meaning.item === undefined)
    return { said: {}, items: [...new Set(items)].map((code) => `e:${code}`), clear: true };
  const flow = flowOf(text.replace(/收、?支/, '收支'));
  const rest =
    (/涉及|合同|预留|授予/.test(text) ? '?' : '') +
    text
      .replace(/\([^()]*\)/g, '')
      .replace(KNOWN, '')
      .replace(FILLERS, '')
      .replace(KNOWN, '');
  const said: PartialKey = { ...meaning, ...(flow && meaning.item === undefined ? { flow } : {}) };
  const item = procurement(text) ?? meaning.item;
  if (item !== undefined) return { said: withoutItem(said), items: [item], clear: rest === '' };
  const naming =
    Object.keys(said).length > 0 ||
    (rest === '' && /收支|收、支|收入支出|收入和支出|收入(?:总计|合计)?[、,和]支出/.test(text));
  if (!naming || !TOTAL.test(text)) return nothing();
  return {
    said,
    items: /总计|总预算|总额|总决算/.test(text) ? ['grand', 'total'] : ['total', 'grand'],
    clear: rest === '',
  };
}

function withoutItem({ item: _item, ...rest }: PartialKey): PartialKey {
  return rest;
}

/** 政府采购 by kind; the kinds also stand without the word in a list of them. */
function procurement(text: string): string | undefined {
  const kind = /(货物|工程|服务)(?:类)?(?:采购|支出|预算|金额|总额)*(?:为)?$/.exec(text)?.[1];
  if (kind === undefined) return undefined;
  if (!/采购|^(?:货物|工程|服务)/.test(text)) return undefined;
  return { 货物: 'pr:goods', 工程: 'pr:works', 服务: 'pr:services' }[kind];
}
