import type { Profile } from '../../model/disclosure';
import type { Family, FormSpec } from '../../model/form';
import type { PartialKey } from '../../model/key';
import { functionClassByName } from '../../vocabulary/items';
import { isTitleOfForm, partOfTitle } from '../../vocabulary/form-titles';
import { isTotalRow } from '../../vocabulary/labels';
import { flowOf, meaningOf } from '../../vocabulary/lexicon';
import { type ReadTable, readTable, type TableColumns, type TableSetting } from '../tables';
import type { FoundTable } from '../tables/find';
import { readLabel } from '../tables/labels';
import { fitsColumns, formByColumns, formByTitle, withFormKeys } from '.';
import { yearOfTitle } from './years';

/* Every table gets its form, and is read as what the form says of its figures. */

/** Ids of tables that are no form of a known family begin with this. */
const GENERIC = 'generic-';

/** The table is no form of a known family. */
export function isGeneric(id: string): boolean {
  return id.startsWith(GENERIC);
}

/** The form of a table: its id in the result, and its description where it is a known one. */
export interface NamedForm {
  readonly id: string;
  readonly form: FormSpec | undefined;
}

/**
 * Gives every table its form: by title, else by columns, else a name of its own when it holds figures under known
 * words.
 */
export function nameTables(found: readonly FoundTable[], family: Family | undefined): (NamedForm | undefined)[] {
  let after = 0;
  let generic = 0;
  return found.map(({ caption, columns }) => {
    // The columns tell where the title does not: one that reads like the title of another form says that this is none
    // of the family's.
    const form =
      family &&
      (formByTitle(family, caption.title) ??
        (isTitleOfForm(caption.title) ? undefined : formByColumns(family, columns.blocks, after)));
    if (form) {
      after = form.number;
      return { id: form.id, form };
    }
    if (!holdsFigures(columns, caption.title)) return undefined;
    generic += 1;
    return { id: `${GENERIC}${generic}`, form: undefined };
  });
}

/**
 * An unknown table counts when it prints figures and has the title of a form, or heads, labels or codes that the
 * vocabulary understands.
 */
function holdsFigures({ blocks, bodyRows, amounts, matrix }: TableColumns, title: string): boolean {
  return blocks.some((block) => {
    const figures = block.columns.filter(
      ({ role, index }) => role === 'amount' && bodyRows.some((row) => amounts[row]![index]?.printed),
    );
    if (figures.length === 0) return false;
    if (
      isTitleOfForm(title) ||
      figures.some(({ parts, key: { slice: _slice, ...known } }) => parts.length > 0 || Object.keys(known).length > 0)
    )
      return true;
    const names = block.columns.filter(({ role }) => role === 'name' || role === 'code');
    return bodyRows.some((row) => names.some(({ index }) => isKnownLabel(matrix.rows[row]![index]!.text)));
  });
}

function isKnownLabel(text: string): boolean {
  return (
    text !== '' &&
    (isTotalRow(text) ||
      Object.keys(meaningOf(text)).length > 0 ||
      functionClassByName(readLabel(text).name) !== undefined)
  );
}

/** Reads a table whose form is settled. @param at its position among the tables, for one without a title */
export function readNamed(
  { columns: printed, caption, notes }: FoundTable,
  { id, form }: NamedForm,
  profile: Profile,
  at: number,
): ReadTable {
  const columns =
    form && fitsColumns(form, printed.blocks) ? { ...printed, blocks: withFormKeys(printed.blocks, form) } : printed;
  const titleFlow = flowOf(caption.title);
  const setting: TableSetting = {
    id,
    title: caption.title || form?.sheet || `第${at + 1}个表格`,
    titlePlace: caption.titlePlace ?? columns.matrix.place,
    number: caption.number,
    unit: caption.unit ?? profile.unit,
    entity: profile.entity,
    key: {
      ...(form?.key ?? { ...keyOfTitle(caption.title), ...(titleFlow ? { flow: titleFlow } : {}) }),
      ...yearOfTitle(caption.title, profile.year),
    },
    blockKeys:
      form && form.blocks.length === columns.blocks.length
        ? form.blocks.map((block) => block.key)
        : titleFlow && columns.blocks.length === 1
          ? [{ flow: titleFlow }]
          : [],
    notes,
  };
  return readTable(columns, setting);
}

/** What the title of a form of no known family says about all of its figures. */
function keyOfTitle(title: string): PartialKey {
  const part = partOfTitle(title);
  return part === undefined ? meaningOf(title) : { ...meaningOf(title), slice: part };
}
