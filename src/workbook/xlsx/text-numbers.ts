/*
 * Codes and line numbers are text that looks like numbers. Excel puts a green triangle on every such cell unless the
 * sheet says that this is meant (ignoredErrors, ECMA-376 part 1, 18.3.1.51), which the library that writes our files
 * cannot say. It is put into the sheets as they go into the archive. Sums that leave a neighbouring figure out, and
 * differ from the sum beside them, are meant as well: a class is the sum of its items, not of the next class.
 */

/** What the library's writer packs its parts into. */
interface Archive {
  append(data: unknown, options: { readonly name: string }): unknown;
}

interface SheetWriter {
  addWorksheets?(archive: Archive, model: unknown): Promise<void>;
}

const SHEET_PART = /^xl\/worksheets\/sheet\d+\.xml$/;
// What may stand behind ignoredErrors in a sheet.
const LATER = /<(?:smartTags|drawing|legacyDrawing|picture|tableParts|extLst)\b|<\/worksheet>/;
/** A formula that is no link. */
const FORMULA = /<f>(?!HYPERLINK\()/;
const DIMENSION = /<dimension ref="([A-Z]+\d+(?::[A-Z]+\d+)?)"/;

/** The same sheet, saying of all its cells that numbers written as text are meant. */
function allowing(xml: string): string {
  const range = DIMENSION.exec(xml)?.[1];
  const before = LATER.exec(xml)?.index;
  if (range === undefined || before === undefined) return xml;
  const formulas = FORMULA.test(xml) ? ' formula="1" formulaRange="1"' : '';
  const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"${formulas}/></ignoredErrors>`;
  return xml.slice(0, before) + ignored + xml.slice(before);
}

/**
 * Lets every sheet that the writer packs hold numbers as text without a warning; a writer of another make is left as it
 * is.
 */
export function allowTextNumbers(writer: object): void {
  const own = writer as SheetWriter;
  const write = own.addWorksheets?.bind(own);
  if (!write) return;
  own.addWorksheets = (archive, model) => {
    const packing: Archive = {
      append: (data, options) =>
        archive.append(SHEET_PART.test(options.name) && typeof data === 'string' ? allowing(data) : data, options),
    };
    return write(packing, model);
  };
}
