import type { Narrative, TextFact } from '../../model/narrative';
import type { Place } from '../../model/source';
import type { Found } from './same-money';

/*
 * Where a figure was taken from, in words.
 */

const LONGEST_TITLE = 30;

function spot(place: Place): string {
  if ('line' in place) return `第${place.line}行`;
  if ('page' in place) return `第${place.page}页`;
  if ('sheet' in place) return `“${place.sheet}”${place.cell}`;
  return `第${place.block}段`;
}

function titleOf({ section }: TextFact, { sections }: Narrative): string {
  const title = sections[section]?.title ?? '';
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
}

/** 第24行“一、收入支出决算总体情况说明”. */
export function sourceLine(figure: TextFact, narrative: Narrative): string {
  const shown = titleOf(figure, narrative);
  return shown === '' ? spot(figure.place) : `${spot(figure.place)}“${shown}”`;
}

/** The same for many figures, a section once: 第75、76行“（三）…具体情况”、第82行“六、…”. */
export function sourceLines(figures: readonly TextFact[], narrative: Narrative): string {
  const bySection = new Map<string, Place[]>();
  for (const figure of figures) {
    const title = titleOf(figure, narrative);
    bySection.set(title, [...(bySection.get(title) ?? []), figure.place]);
  }
  return [...bySection].map(([title, places]) => `${spots(places)}${title === '' ? '' : `“${title}”`}`).join('、');
}

function spots(places: readonly Place[]): string {
  if (places.every((place) => 'line' in place))
    return `第${[...new Set(places.map((place) => ('line' in place ? place.line : 0)))].join('、')}行`;
  return [...new Set(places.map(spot))].join('、');
}

function said({ subject, amount, unit }: TextFact): string {
  return `${subject} ${amount.raw}${unit}`;
}

/** The note of a cell: 取自正文第N行“…”, what stands there, and what else the text says of it. */
export function noteOf({ stated, because }: Found, narrative: Narrative): string {
  const { figure, others } = stated;
  const lines = [`取自正文${sourceLine(figure, narrative)}：${said(figure)}`];
  if (because) {
    const [one, other] = because.map(({ figure: proof }) => `${said(proof)}（${spot(proof.place)}）`);
    lines.push(one === other ? '' : `两者口径相同：${one!}，${other!}`);
  }
  for (const other of others) lines.push(`正文另有一处不同：${sourceLine(other, narrative)} ${said(other)}，请核实`);
  return lines.filter((line) => line !== '').join('\n');
}
