import type { TextFact } from '../../model/narrative';
import type { Place } from '../../model/source';
import type { Amount } from '../../shared/amount';

/** What a form of a project prints in one place, as a figure of the text; without a unit it is words and no amount. */
export function attachmentFigure(amount: Amount, subject: string, form: string, unit: string, place: Place): TextFact {
  return {
    text: true,
    id: -1,
    kind: unit === '' ? 'words' : 'amount',
    role: 'value',
    said: {},
    context: {},
    items: [],
    clear: false,
    section: -1,
    sentence: -1,
    form,
    amount,
    unit,
    place,
    subject,
  };
}
