import type { Severity } from '../../../model/relation';
import { SEVERITIES } from '../../plan';

/*
 * A mark is a conditional format that always holds, so that the cell's own format stays what it is. Its formula tells
 * it from the user's.
 */

const FORMULA = '=N("gouji")=0';

function isOurs(formula: unknown): boolean {
  const plain = (text: string): string => text.replace(/[\s=]/g, '').toLowerCase();
  return typeof formula === 'string' && plain(formula) === plain(FORMULA);
}

/** Marks a range on top of whatever else it shows. */
export function addRule(range: Excel.Range, severity: Severity): void {
  const rule = range.conditionalFormats.add('Custom');
  rule.custom.rule.formula = FORMULA;
  rule.custom.format.fill.color = `#${SEVERITIES[severity].fill}`;
  // Also what tells our rules from most others without reading their formulas, which Excel cannot do for every rule.
  rule.stopIfTrue = true;
}

/** Looks for our own marks: ask(), a request, read(), a request, found(). */
export class RuleSearch {
  private readonly asked: { readonly sheet: string; readonly rules: Excel.ConditionalFormatCollection }[] = [];
  private candidates: Excel.ConditionalFormat[] = [];

  ask(sheet: string, range: Excel.Range): void {
    const rules = range.conditionalFormats;
    // With their ids: a rule that has none is known by its place in the list, which changes while rules are deleted.
    rules.load('items/id,items/type,items/stopIfTrue');
    this.asked.push({ sheet, rules });
  }

  /** @returns whether there is anything that found() could find; without it the second request is not needed. */
  read(): boolean {
    // The formula can be asked for only where there is one: asking a colour scale for it fails the whole request.
    const found = this.asked.flatMap(({ sheet, rules: { items } }) =>
      items.flatMap((rule): [string, Excel.ConditionalFormat][] =>
        rule.type === 'Custom' && rule.stopIfTrue ? [[`${sheet}!${rule.id}`, rule]] : [],
      ),
    );
    // A rule over several cells is met at each of them.
    this.candidates = [...new Map(found).values()];
    for (const { custom } of this.candidates) custom.rule.load('formula');
    return this.candidates.length > 0;
  }

  found(): Excel.ConditionalFormat[] {
    return this.candidates.filter(({ custom }) => isOurs(custom.rule.formula));
  }
}
