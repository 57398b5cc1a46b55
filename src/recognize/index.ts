import type { Disclosure, Fact, Profile, Statement } from '../model/disclosure';
import type { Family } from '../model/form';
import type { Narrative } from '../model/narrative';
import type { SourceBlock, SourceDocument } from '../model/source';
import { once } from '../shared/memo';
import { FAMILIES } from '../families';
import { readAttachments } from './attachments';
import { readAssessments } from './attachments/assessment';
import { readCharts } from './attachments/charts';
import { isGeneric, type NamedForm, nameTables, readNamed } from './forms/named';
import { settleVintages } from './forms/vintage';
import { settleYears, withYears } from './forms/years';
import { splitSets } from './institutions';
import { type Layout, layOut } from './layout';
import { withCaptionsBehindContents } from './layout/behind-contents';
import { linesOf } from './layout/lines';
import { withoutBlankCells } from './layout/non-blank-cells';
import { splitForms } from './layout/split-forms';
import { readNarrative } from './narrative';
import { TableNames } from './narrative/registry';
import { readTopics } from './narrative/topics';
import { identify, type Identity, missingForms } from './profile/identity';
import { messagesOf } from './messages';
import { attachFacts } from './tables/facts';
import { findTables, type FoundTable, ofOwnStage } from './tables/find';

export { mergeDisclosures } from './institutions/merge';
export { splitSets };

/**
 * Makes a Disclosure of a source document: which forms are printed, what every figure in them means, and which add up
 * by structure.
 * @param families candidates; the one that most tables fit is taken, or none
 */
export function recognize(printed: SourceDocument, families: readonly Family[] = FAMILIES): Disclosure {
  const source = formByForm(printed);
  return recognizeLaidOut(source, layOut(source.blocks), families);
}

/** The disclosure of every institution of a document, in the order of print. */
export function recognizeSets(printed: SourceDocument): Disclosure[] {
  const source = formByForm(printed);
  const layout = layOut(source.blocks);
  const sets = splitSets(source, layout);
  return sets.length === 1 ? [recognizeLaidOut(source, layout, FAMILIES)] : sets.map((set) => recognize(set));
}

/** The document with a grid a form. */
function formByForm(source: SourceDocument): SourceDocument {
  const blocks = splitForms(withCaptionsBehindContents(source.blocks));
  return blocks === source.blocks ? source : { ...source, blocks };
}

/** Tables, whose they are, their forms, their facts, the rest of the document, and what was not understood. */
function recognizeLaidOut(source: SourceDocument, layout: Layout, families: readonly Family[]): Disclosure {
  const printed = findTables(layout);
  const identity = identify(source, printed, families);
  const named = nameForms(printed, identity);
  const { statements, facts } = readStatements(named, identity.profile);
  const rest = readAround(source, statements, named, identity.profile);
  const taken = named.filter(({ table, form }) => form && table.fromText).length;
  return {
    file: source.name,
    profile: identity.profile,
    statements,
    facts,
    ...rest,
    ...(identity.listed.length > 0 ? { listed: identity.listed } : {}),
    missing: missingForms(identity, statements),
    messages: [...source.messages, ...messagesOf({ statements, facts, narrative: rest.narrative }, taken)],
  };
}

/** A table and the form that it is; of none where it holds nothing that is known. */
interface NamedTable {
  readonly table: FoundTable;
  readonly form: NamedForm | undefined;
}

function nameForms(printed: readonly FoundTable[], { profile, family }: Identity): NamedTable[] {
  const dated = printed.map((each) => {
    const { columns, ...table } = ofOwnStage(each, profile.kind);
    return { ...table, columns: { ...columns, blocks: withYears(columns.blocks, table.caption.title, profile.year) } };
  });
  return nameTables(dated, family).map((form, at) => ({ table: dated[at]!, form }));
}

function readStatements(named: readonly NamedTable[], profile: Profile): Pick<Disclosure, 'statements' | 'facts'> {
  const tables = named.flatMap(({ table, form }, at) =>
    form && !table.fromText ? [readNamed(table, form, profile, at)] : [],
  );
  const facts: Fact[] = [];
  const statements = tables.map((table, at) => attachFacts(table, at, facts));
  const ofNoForm = new Set(statements.flatMap(({ id }, at) => (isGeneric(id) ? [at] : [])));
  return settleVintages(settleYears({ statements, facts }), ofNoForm);
}

/** What stands between and behind the tables. */
function readAround(
  { blocks: printed }: SourceDocument,
  statements: readonly Statement[],
  named: readonly NamedTable[],
  profile: Profile,
): { narrative: Narrative } & Pick<Disclosure, 'attachments' | 'charts' | 'topics' | 'lines' | 'grids'> {
  const narrative = readNarrative(printed, profile, statements);
  const ofTables = new Set(named.flatMap(({ table, form }) => (form ? [table.columns.matrix.place] : [])));
  const blocks: readonly SourceBlock[] = withoutBlankCells(printed, ofTables);
  const charts = readCharts(blocks, ofTables, { profile, names: () => new TableNames(statements) });
  return {
    narrative,
    attachments: [...readAttachments(printed), ...readAssessments(blocks, ofTables)],
    ...(charts.length > 0 ? { charts } : {}),
    topics: once(() => readTopics(printed, narrative, profile.kind)),
    grids: once(() => printed.filter((block) => block.kind === 'grid')),
    lines: once(() => linesOf(printed, statements, narrative)),
  };
}
