import type { Disclosure, Fact, Profile, Statement, StatementColumn } from '../model/disclosure';
import type { Family, FormSpec } from '../model/form';
import { type FactKey, makeKey, type PartialKey, refineKey } from '../model/key';
import type { GridBlock, Message, SourceBlock, SourceDocument } from '../model/source';
import { once } from '../shared/memo';
import { FAMILIES } from '../families';
import { isAttachment, isOfAssessment } from '../vocabulary/attachments';
import { functionClassByName } from '../vocabulary/items';
import { isWithin } from '../vocabulary/members';
import { isTitleOfForm, partOfTitle } from '../vocabulary/form-titles';
import { isFromTextNote, isTableNote, isTotalRow } from '../vocabulary/labels';
import { flowOf, meaningOf } from '../vocabulary/lexicon';
import type { Caption } from './layout/caption';
import type { ColumnBlock } from './tables/columns';
import { isOfFamily, pickFamily } from './forms/family';
import { withoutBlankCells } from './layout/non-blank-cells';
import { fitsColumns, formByColumns, formByTitle, withFormKeys, withKey } from './forms';
import { readLabel } from './tables/labels';
import { layOut, type Layout, type PrintedGrid } from './layout';
import { listForms, requiredForms, titleLines } from './forms/listed';
import { toMatrix } from './layout/matrix';
import { readAttachments } from './attachments';
import { readAssessments } from './attachments/assessment';
import { isChartGrid, readCharts } from './attachments/charts';
import { readNarrative } from './narrative';
import { TableNames } from './narrative/registry';
import { readKind, readProfile } from './profile';
import { splitSets } from './institutions';
import { settleVintages } from './forms/vintage';
import { settleYears, withYears, yearOfTitle } from './forms/years';
import { readTopics } from './narrative/topics';
import { readColumns, type ReadTable, readTable, type TableColumns, type TableSetting } from './tables';

export { mergeDisclosures } from './institutions/merge';
export { splitSets };

/** A grid with what stands around it. */
interface Found {
  readonly columns: TableColumns;
  readonly caption: Caption;
  readonly notes: Statement['notes'];
  /** A sheet of ours that was filled in from the explanation. */
  readonly fromText: boolean;
}

/** Ids of tables that are no form of a known family begin with this. */
const GENERIC = 'generic-';

/**
 * Makes a Disclosure of a source document: which forms are printed, what every figure in them means, and which add up
 * by structure.
 * @param families candidates; the one that most tables fit is taken, or none
 */
export function recognize(source: SourceDocument, families: readonly Family[] = FAMILIES): Disclosure {
  return recognizeLaidOut(source, layOut(source.blocks), families);
}

/** The disclosure of every institution of a document, in the order of print. */
export function recognizeSets(source: SourceDocument): Disclosure[] {
  const layout = layOut(source.blocks);
  const sets = splitSets(source, layout);
  return sets.length === 1 ? [recognizeLaidOut(source, layout, FAMILIES)] : sets.map((set) => recognize(set));
}

function recognizeLaidOut(source: SourceDocument, layout: Layout, families: readonly Family[]): Disclosure {
  const printed = findTables(layout);
  const captions = printed.map(({ caption }) => caption);
  const kind = readKind(source, captions);
  const found = printed.map((table) => ({
    ...table,
    columns: { ...table.columns, blocks: withoutOwnStage(table.columns.blocks, kind) },
  }));
  const lines = titleLines(source.blocks);
  const family = pickFamily(
    found.map(({ caption, columns }) => ({ caption, blocks: columns.blocks })),
    lines,
    source.blocks,
    families.filter((each) => each.kind === kind),
  );
  const listed = family ? listForms(family, lines) : [];
  const isOwn = !family || isOfFamily(family, lines, source.blocks, families);
  const profile: Profile = { ...readProfile(source, captions, kind, family), ...(isOwn ? {} : { shared: true }) };
  const dated = found.map((table) => ({
    ...table,
    columns: { ...table.columns, blocks: withYears(table.columns.blocks, table.caption.title, profile.year) },
  }));
  const names = nameTables(dated, family);
  const tables = names.flatMap((named, at) =>
    named && !dated[at]!.fromText ? [readNamed(dated[at]!, named, profile, at)] : [],
  );
  const taken = names.filter((named, at) => named && dated[at]!.fromText).length;
  const drafted: Fact[] = [];
  const unsettled = tables.map((table, at) => attachFacts(table, at, drafted));
  const ofNoForm = new Set(unsettled.flatMap(({ id }, at) => (id.startsWith(GENERIC) ? [at] : [])));
  const { statements, facts } = settleVintages(settleYears({ statements: unsettled, facts: drafted }), ofNoForm);
  const there = new Set(statements.map((statement) => statement.id));
  const narrative = readNarrative(source.blocks, profile, statements);
  const ofTables = new Set(names.flatMap((named, at) => (named ? [dated[at]!.columns.matrix.place] : [])));
  const blocks = withoutBlankCells(source.blocks, ofTables);
  const charts = readCharts(blocks, ofTables, { profile, names: () => new TableNames(statements) });
  return {
    file: source.name,
    profile,
    statements,
    facts,
    narrative,
    attachments: [...readAttachments(blocks), ...readAssessments(blocks, ofTables)],
    ...(charts.length > 0 ? { charts } : {}),
    ...(listed.length > 0 ? { listed } : {}),
    topics: once(() => readTopics(source.blocks, narrative, kind)),
    missing: family ? requiredForms(family, listed, isOwn).filter((id) => !there.has(id)) : [],
    messages: [
      ...source.messages,
      ...strayMessages(statements),
      ...(taken > 0 ? [fromTextMessage(taken)] : []),
      ...(facts.length > 0 || taken > 0 ? [] : [narrative.figures.length > 0 ? TEXT_ONLY : NO_TABLE]),
    ],
  };
}

const NO_TABLE: Message = {
  severity: 'error',
  text: '没有识别到任何表格：请粘贴含有预决算公开表的全文，表格各列以制表符分隔',
};

const TEXT_ONLY: Message = { severity: 'info', text: '文件中没有可识别的表格，只核对了文字说明' };

/** What was filled in from the explanation proves nothing about it: such sheets are no tables of the document. */
function fromTextMessage(sheets: number): Message {
  return {
    severity: 'info',
    text: `有 ${sheets} 张表是按正文填的，没有当作公开表核对；补齐各格后删去表下“取自正文”一行，即可按完整的表核对`,
  };
}

function strayMessages(statements: readonly Statement[]): Message[] {
  return statements.flatMap((statement) =>
    statement.strays.map(({ text, place }) => ({
      severity: 'warning' as const,
      text: `《${statement.title}》金额栏中的“${text}”不是数字，按文字保留，未参与核对`,
      place,
    })),
  );
}

function findTables({ blocks, grids }: Layout): Found[] {
  return grids.flatMap((grid) => readGrid(grid, blocks) ?? []);
}

function readGrid(
  { at, block, above, grid, outer, caption, captionRows }: PrintedGrid,
  blocks: readonly SourceBlock[],
): Found | undefined {
  if (isAttachment(outer.title) || isAttachment(caption.title) || isChartGrid(block, above)) return undefined;
  if (isAssessment(grid)) return undefined;
  const columns = readColumns(toMatrix(grid), captionRows);
  if (!columns?.blocks.some(isHeaded)) return undefined;
  // Sheets of ours bear the note in the first cell of a row.
  const fromText = grid.rows.some((row) => isFromTextNote(row.find(({ text }) => text !== '')?.text ?? ''));
  return { columns, caption, notes: notesAfter(blocks, at), fromText };
}

function isAssessment({ rows }: GridBlock): boolean {
  for (const row of rows) for (const { text } of row) if (isOfAssessment(text)) return true;
  return false;
}

function notesAfter(blocks: readonly SourceBlock[], at: number): Statement['notes'] {
  const notes: { text: string; place: Message['place'] & object }[] = [];
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next]!;
    if (block.kind !== 'line' || !isTableNote(block.text)) break;
    notes.push({ text: block.text, place: block.place });
  }
  return notes;
}

/** Data of a chart, or a table whose beginning was not pasted, has no heads: its figures cannot be told. */
function isHeaded({ columns }: ColumnBlock): boolean {
  return columns.some(({ path }) => path.length > 0);
}

interface Named {
  readonly id: string;
  readonly form: FormSpec | undefined;
}

/**
 * Gives every table its form: by title, else by columns, else a name of its own when it holds figures under known
 * words.
 */
function nameTables(found: readonly Found[], family: Family | undefined): (Named | undefined)[] {
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
    if (!holdsFigures(columns)) return undefined;
    generic += 1;
    return { id: `${GENERIC}${generic}`, form: undefined };
  });
}

/** An unknown table counts when it prints figures and has heads, labels or codes that the vocabulary understands. */
function holdsFigures({ blocks, bodyRows, amounts, matrix }: TableColumns): boolean {
  return blocks.some((block) => {
    const figures = block.columns.filter(
      ({ role, index }) => role === 'amount' && bodyRows.some((row) => amounts[row]![index]?.printed),
    );
    if (figures.length === 0) return false;
    if (
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

function readNamed(
  { columns: printed, caption, notes }: Found,
  { id, form }: Named,
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

/** A column of a statement as far as the keys of its figures are concerned. */
interface ColumnKey {
  /** What statement, block and column say together. */
  readonly base: FactKey;
  /** The column itself names the item. */
  readonly hasItem: boolean;
  /** For a column of 项目支出 in a form of 基本支出, which is none of the document's project money: a slice of its own. */
  readonly foreign: PartialKey | undefined;
}

/** @param block what statement and block say together */
function keyOfColumn(form: PartialKey, block: FactKey, { key }: StatementColumn): ColumnKey {
  const isForeign =
    form.nature !== undefined && key.nature !== undefined && !isWithin('nature', key.nature, form.nature);
  // 当年财政拨款安排 in a form of 一般公共预算 is no more than that.
  const { fund, ...others } = key;
  const isWider = fund !== undefined && block.fund !== fund && isWithin('fund', block.fund, fund);
  return {
    base: refineKey(block, isWider ? others : key),
    hasItem: key.item !== undefined,
    foreign: isForeign ? { slice: `≠${form.nature}` } : undefined,
  };
}

/**
 * The key of a row without its item where the row is the whole of its form: there the column says which part of it, as
 * 公务接待费 in the row of an institution.
 */
function withoutWhole(form: PartialKey, row: PartialKey): PartialKey {
  const { item } = row;
  const isWhole = item === 'total' || item === form.item || item?.startsWith('x:');
  if (item === undefined || !isWhole) return row;
  const { item: _item, ...rest } = row;
  return rest;
}

/** Turns the figures of a statement into facts and notes their ids in its blocks. */
function attachFacts({ statement, figures }: ReadTable, at: number, facts: Fact[]): Statement {
  const { unit } = statement;
  const blocks = statement.blocks.map((block, b) => {
    const ofBlock = makeKey(statement.key, block.key);
    const keys = block.columns.map((column) => keyOfColumn(statement.key, ofBlock, column));
    const ids = block.rows.map((row, r) => {
      const ofPart = withoutWhole(statement.key, row.key);
      return keys.map(({ base, hasItem, foreign }, c) => {
        const figure = figures[b]![r]![c];
        if (!figure) return -1;
        const ofRow = refineKey(base, hasItem ? ofPart : row.key);
        const key = foreign ? refineKey(ofRow, foreign) : ofRow;
        return (
          facts.push({
            id: facts.length,
            amount: figure.amount,
            place: figure.place,
            unit,
            key,
            statement: at,
            block: b,
            row: r,
            column: c,
          }) - 1
        );
      });
    });
    return { ...block, facts: ids };
  });
  return { ...statement, blocks };
}

/** 预算数 in a budget and 决算数 in final accounts is what the document is about and needs no telling apart. */
function withoutOwnStage(blocks: readonly ColumnBlock[], kind: Profile['kind']): ColumnBlock[] {
  const own = (key: PartialKey): PartialKey => {
    if (key.stage !== kind) return key;
    const { stage: _stage, ...rest } = key;
    return rest;
  };
  return blocks.map((block) => ({
    ...block,
    columns: block.columns.map((column) => (column.key.stage === kind ? withKey(column, own(column.key)) : column)),
    foldKeys: block.foldKeys.map(own),
  }));
}
