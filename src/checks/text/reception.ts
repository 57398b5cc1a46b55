import type { TextFact } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import type { CheckInput } from '../check';

/*
 * 公务接待费 of the text: for guests from home and from abroad, and 共计支出 behind the number of visits.
 */

const AT_HOME = /国内(?:公务)?接待(?:费|支出|费支出)|国内公务接待支出/;
const FROM_ABROAD = /(?:外事|国（境）外|外宾)(?:公务)?接待(?:费|支出|费支出)/;
const SUMMED_UP = /^(?:共计支出|共支出|共计|合计支出)(?:为)?$/;

/** 公务接待费 = 国内 + 外事, and 共计支出 is the figure that the paragraph began with. */
export function receptionAddsUp({ told }: CheckInput): Relation[] {
  let whole: TextFact | undefined;
  let home: TextFact | undefined;
  let latest: TextFact | undefined;
  const relations: Relation[] = [];
  for (const figure of told.values) {
    if (figure.section !== (whole ?? latest)?.section) whole = home = latest = undefined;
    const { subject } = figure;
    if (figure.items[0] === 'sg:reception' && figure.clear) [whole, home, latest] = [figure, undefined, figure];
    else if (AT_HOME.test(subject)) home = latest = figure;
    else if (FROM_ABROAD.test(subject)) {
      latest = figure;
      const parts = home ? [home, figure] : [];
      if (whole && parts.length > 0)
        relations.push({ rule: 'parts', stated: whole, terms: parts.map((fact) => ({ fact, sign: 1 })), guess: true });
    } else if (SUMMED_UP.test(subject) && latest && figure.sentence - latest.sentence <= 1)
      relations.push({ rule: 'same-figure', stated: figure, terms: [{ fact: latest, sign: 1 }], guess: true });
  }
  return relations;
}
