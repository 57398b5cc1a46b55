import { checkText } from '../src';
import type { Fact, StatementBlock } from '../src/model/disclosure';
import type { TextPlace } from '../src/model/source';
import { Decimal } from '../src/shared/decimal';
import { FAMILIES, sampleFamily } from '../test/ledger/families';

/*
 * Slips that take a whole row or column along: two neighbouring rows exchanged, a row printed one line too low, a
 * column ten times too large, in the wrong unit, or copied from last year.
 */

const KINDS = [
  'rows exchanged',
  'row shifted',
  'column × 10',
  'column in the other unit',
  'column of last year',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Whole {
  readonly documents: number;
  readonly detected: number;
  /** Share of documents in which the first finding names a figure that was altered. */
  readonly firstNamed: number;
  /** Share of altered figures that a finding names first, and share of findings that name another. */
  readonly named: number;
  readonly innocent: number;
  /** Findings above info a document. */
  readonly findings: number;
}

interface Change {
  readonly fact: Fact;
  readonly text: string;
}

const FEWEST = 3;

/** Whole numbers below a limit, the same on every machine. */
function dice(seed: number): (limit: number) => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % limit;
  };
}

function printed(text: string): Decimal | undefined {
  return /^\d[\d,]*(?:\.\d+)?$/.test(text) && /[1-9]/.test(text) ? new Decimal(text.replace(/,/g, '')) : undefined;
}

/** A value as the figure it replaces is printed. */
function like(value: Decimal, raw: string): string {
  const plain = value.toFixed(raw.split('.')[1]?.length ?? 0);
  return raw.includes(',') ? plain.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, ',') : plain;
}

/** Amounts of a column of a block, from the top. */
function column(block: StatementBlock, at: number, facts: readonly Fact[]): Fact[] {
  return block.facts.flatMap((row) => {
    const id = row[at] ?? -1;
    const fact = id < 0 ? undefined : facts[id];
    return fact && printed(fact.amount.raw) ? [fact] : [];
  });
}

function changes(kind: Kind, block: StatementBlock, facts: readonly Fact[], pick: (limit: number) => number): Change[] {
  if (kind === 'rows exchanged' || kind === 'row shifted') {
    const rows = block.facts.map((row) => row.flatMap((id) => (id < 0 ? [] : [facts[id]!])));
    const able = rows.flatMap((row, at) => {
      const next = rows[at + 1];
      const differs = row.some((fact, index) => fact.amount.raw !== next?.[index]?.amount.raw);
      return next?.length === row.length && differs && row.some(({ amount }) => printed(amount.raw)) ? [at] : [];
    });
    if (able.length === 0) return [];
    const at = able[pick(able.length)]!;
    const [own, next] = [rows[at]!, rows[at + 1]!];
    const moved = next.map((fact, index) => ({ fact, text: own[index]!.amount.raw }));
    const left = own.map((fact, index) => ({ fact, text: kind === 'row shifted' ? '' : next[index]!.amount.raw }));
    return [...left, ...moved].filter(({ fact, text }) => fact.amount.raw !== text);
  }
  const able = block.columns.flatMap((_, at) => (column(block, at, facts).length >= FEWEST ? [at] : []));
  if (able.length === 0) return [];
  const figures = column(block, able[pick(able.length)]!, facts);
  const [head] = figures;
  const factor = (): Decimal => {
    if (kind === 'column × 10') return new Decimal(10);
    if (kind === 'column in the other unit') return new Decimal(head!.unit === '元' ? '0.0001' : 10_000);
    return new Decimal(80 + pick(35)).div(100);
  };
  return figures
    .map((fact) => ({ fact, text: like(printed(fact.amount.raw)!.times(factor()), fact.amount.raw) }))
    .filter(({ fact, text }) => fact.amount.raw !== text);
}

function applied(text: string, list: readonly Change[]): string {
  const lines = text.split('\n');
  const last = [...list].sort((a, b) => (b.fact.place as TextPlace).column - (a.fact.place as TextPlace).column);
  for (const { fact, text: after } of last) {
    const { line, column: start, length } = fact.place as TextPlace;
    const old = lines[line - 1]!;
    const cell = old.slice(start - 1, start - 1 + length);
    const inner = /[\d.,]+/.exec(cell)?.[0] ?? cell;
    lines[line - 1] =
      old.slice(0, start - 1) + (inner === '' ? after : cell.replace(inner, after)) + old.slice(start - 1 + length);
  }
  return lines.join('\n');
}

function spot({ line, column: start }: TextPlace): string {
  return `${line}:${start}`;
}

function measure(kind: Kind, texts: readonly string[]): Whole {
  const sum = { documents: 0, detected: 0, first: 0, altered: 0, named: 0, findings: 0, innocent: 0 };
  texts.forEach((text, at) => {
    const pick = dice(at * 31 + KINDS.indexOf(kind) + 1);
    const { disclosure } = checkText(`generated ${at}`, text);
    const blocks = disclosure.statements.flatMap((statement) => statement.blocks);
    const tried = Array.from({ length: 12 }, () => blocks[pick(Math.max(1, blocks.length))]);
    const list = tried
      .map((block) => (block ? changes(kind, block, disclosure.facts, pick) : []))
      .find(({ length }) => length > 0);
    if (!list) return;
    // A blank cell is moved by nothing: where something now stands in it, columns to its right begin elsewhere.
    const { findings } = checkText(`altered ${at}`, applied(text, list)).reconciliation;
    const lines = new Set(list.map(({ fact }) => (fact.place as TextPlace).line));
    const places = new Set(list.map(({ fact }) => spot(fact.place as TextPlace)));
    const isRow = kind === 'rows exchanged' || kind === 'row shifted';
    const hits = findings.flatMap(({ severity, suspects: [suspect] }) => {
      if (severity === 'info' || !suspect || !('line' in suspect.place)) return [];
      const place = suspect.place;
      return [{ hit: isRow ? lines.has(place.line) : places.has(spot(place)), place: spot(place) }];
    });
    sum.documents += 1;
    sum.detected += hits.length > 0 ? 1 : 0;
    sum.first += hits[0]?.hit ? 1 : 0;
    sum.altered += list.length;
    sum.named += new Set(hits.filter(({ hit }) => hit).map(({ place }) => place)).size;
    sum.findings += hits.length;
    sum.innocent += hits.filter(({ hit }) => !hit).length;
  });
  const of = (part: number, whole: number): number => Math.round((10_000 * part) / Math.max(1, whole)) / 10_000;
  return {
    documents: sum.documents,
    detected: of(sum.detected, sum.documents),
    firstNamed: of(sum.first, sum.documents),
    named: of(sum.named, sum.altered),
    innocent: of(sum.innocent, sum.findings),
    findings: of(sum.findings, sum.documents),
  };
}

/** Every kind on 40 documents of each family that prints tables. */
export function wholeSlips(): Record<string, Record<Kind, Whole>> {
  return Object.fromEntries(
    FAMILIES.filter((family) => family !== 'sichuan-final').map((family) => {
      const texts = sampleFamily(family, 77, 40).map(({ text }) => text);
      return [family, Object.fromEntries(KINDS.map((kind) => [kind, measure(kind, texts)])) as Record<Kind, Whole>];
    }),
  );
}
