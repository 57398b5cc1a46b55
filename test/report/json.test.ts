import assert from 'node:assert/strict';
import { checkText, resultOf, type JsonDocument, type JsonRef } from '../../src';
import { grids } from '../checks/grid';
import { SPENDING, SUMMARY, together } from '../checks/samples';
import { sampleDocuments } from '../ledger';
import { reconcile } from '../../src/reconcile';
import { toJson } from '../../src/report';

/*
 * The result as the contract has it, field by field: other programs depend on it.
 */

type Shape = (value: unknown, path: string) => void;

const text: Shape = (value, path) => {
  assert.ok(typeof value === 'string', `${path} is no string`);
  assert.equal(value, value.normalize('NFC'), `${path} is not NFC`);
};
const filled: Shape = (value, path) => {
  text(value, path);
  assert.notEqual(value, '', path);
};
const count: Shape = (value, path) =>
  assert.ok(typeof value === 'number' && Number.isInteger(value) && value >= 0, `${path} is no count`);
const truth: Shape = (value, path) => assert.equal(typeof value, 'boolean', path);
/** Plain decimal notation, or nothing. */
const decimal: Shape = (value, path) => {
  text(value, path);
  assert.match(value as string, /^(?:-?\d+(?:\.\d+)?)?$/, path);
};
const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value, path) =>
    assert.ok(values.includes(value), `${path}: ${String(value)}`);
const list =
  (of: Shape): Shape =>
  (value, path) => {
    assert.ok(Array.isArray(value), `${path} is no list`);
    value.forEach((each, at) => of(each, `${path}[${at}]`));
  };
/** Exactly these fields; a name that ends in ? may be absent. */
const record =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), `${path} is no record`);
    const known = new Map(Object.entries(fields).map(([name, shape]) => [name.replace('?', ''), shape]));
    for (const name of Object.keys(value)) assert.ok(known.has(name), `${path}.${name} is not in the contract`);
    for (const [name, shape] of Object.entries(fields)) {
      const field = name.replace('?', '');
      if (field in value) shape((value as Record<string, unknown>)[field], `${path}.${field}`);
      else assert.ok(name.endsWith('?'), `${path}.${field} is missing`);
    }
  };

const place: Shape = (value, path) => {
  const shape = {
    line: record({ line: count, column: count, length: count }),
    page: record({ page: count }),
    sheet: record({ sheet: filled, cell: filled }),
    block: record({ block: count, 'row?': count, 'cell?': count }),
  };
  const kind = (Object.keys(shape) as (keyof typeof shape)[]).find((name) => name in (value as object));
  assert.ok(kind, `${path} is no place`);
  shape[kind](value, path);
};

const ref: Shape = record({
  place: oneOf('table', 'narrative', 'attachment', 'structure'),
  'table?': filled,
  'row?': text,
  'column?': text,
  'section?': text,
  value: text,
  source: place,
  'sheet?': filled,
  'cell?': filled,
});

const coverage: Shape = record({ figures: count, checked: count });

const document: Shape = record({
  schema: oneOf('gouji.document/1'),
  file: filled,
  profile: record({
    kind: oneOf('budget', 'final'),
    level: oneOf('unit', 'department'),
    family: filled,
    year: (value, path) => value === null || count(value, path),
    entity: text,
    unit: oneOf('元', '千元', '万元', '亿元'),
  }),
  tables: list(
    record({ id: filled, title: filled, sheet: filled, unit: filled, amounts: count, empty: truth, source: place }),
  ),
  missing: list(filled),
  coverage: record({ table: coverage, narrative: coverage, unchecked: list(ref) }),
  messages: list(record({ severity: oneOf('error', 'warning', 'info'), text: filled, 'source?': place })),
  findings: list(
    record({
      id: filled,
      rule: filled,
      severity: oneOf('error', 'warning', 'info'),
      message: filled,
      stated: decimal,
      expected: decimal,
      difference: decimal,
      unit: text,
      suspects: list(ref),
      refs: list(ref),
      evidence: list(filled),
    }),
  ),
});

const [sample] = sampleDocuments(31, 1, { clean: true, scale: 'medium', level: 'department', precision: 'rounded' });

/** The sample with the first figure of 预算支出总表 altered. */
function altered(): string {
  const { ledger, text: printed } = sample!;
  const from = printed.lastIndexOf(`${ledger.year}年预算支出总表`);
  const [figure] = /\d+\.\d\d/.exec(printed.slice(from))!;
  const at = printed.indexOf(figure, from);
  return `${printed.slice(0, at)}9${figure}${printed.slice(at + figure.length)}`;
}

function result(name: string, printed: string): JsonDocument {
  return resultOf(checkText(name, printed));
}

describe('the result of a document', () => {
  const whole = result('公开.txt', altered());

  it('is what the contract says, no field more and none less', () => document(JSON.parse(JSON.stringify(whole)), '$'));

  it('is so too for a document with nothing in it, and for one that could not be understood', () => {
    document(JSON.parse(JSON.stringify(result('空.txt', '没有表格。'))), '$');
    document(
      JSON.parse(
        JSON.stringify(result('半.txt', '2023年支出总表\n科目编码\t科目名称\t合计\n201\t甲\t约3\n202\t乙\t1.00\n')),
      ),
      '$',
    );
  });

  it('lists the forms with their sheets, and how many amounts each prints', () => {
    const { tables } = whole;
    assert.equal(tables.length, 13);
    assert.deepEqual(
      tables.slice(0, 3).map(({ id, sheet }) => [id, sheet]),
      [
        ['summary', '预算收支总表'],
        ['income', '预算收入总表'],
        ['expenditure', '预算支出总表'],
      ],
    );
    const amounts = tables.reduce((sum, each) => sum + each.amounts, 0);
    assert.equal(amounts, whole.coverage.table.figures);
    for (const { empty, amounts: printed } of tables) if (printed === 0) assert.equal(empty, true);
  });

  it('a figure is found by its place in the source and by its cell in the workbook', () => {
    const error = whole.findings.find(({ severity }) => severity === 'error')!;
    const [suspect] = error.suspects as [JsonRef];
    assert.equal(suspect.place, 'table');
    assert.equal(suspect.sheet, '预算支出总表');
    assert.match(suspect.cell ?? '', /^[A-Z]+\d+$/);
    const { line, column, length } = suspect.source as { line: number; column: number; length: number };
    const printed = altered().split('\n')[line - 1]!;
    assert.equal(printed.slice(column - 1, column - 1 + length), suspect.value);
    assert.ok(error.refs.some(({ value }) => value === suspect.value));
  });

  it('the same input gives the same bytes', () => {
    assert.equal(JSON.stringify(result('公开.txt', altered())), JSON.stringify(whole));
  });

  it('names are NFC, however the file system spells them', () => {
    assert.equal(result('re\u0301sume\u0301.txt', '无').file, 'r\u00e9sum\u00e9.txt');
  });

  it('forms that the document lacks are named by their sheets', () => {
    const { ledger, text: printed } = sample!;
    const from = printed.lastIndexOf(`${ledger.year}年预算支出总表`);
    const to = printed.lastIndexOf(`${ledger.year}年财政拨款收支总表`);
    assert.deepEqual(result('缺.txt', printed.slice(0, from) + printed.slice(to)).missing, ['预算支出总表']);
  });
});

describe('figures of a table in the result', () => {
  const nowhere = { cellOf: () => undefined, sheetOf: () => undefined, messages: [] };
  const of = (tables: string): JsonDocument => {
    const disclosure = grids(tables);
    return toJson(disclosure, reconcile(disclosure), undefined, nowhere);
  };

  it('have table, row, column and the printed value; a figure without a cell has none', () => {
    const [finding] = of(together(SUMMARY, SPENDING.replace('201 | 7.00', '201 | 7.10'))).findings;
    const [suspect] = finding!.suspects;
    const { table, row, column, value } = suspect!;
    assert.deepEqual({ table, row, column, value }, { table: 't2', row: '201', column: '合计', value: '7.10' });
    assert.ok(!('sheet' in suspect!) && !('cell' in suspect!));
    assert.deepEqual([finding!.stated, finding!.expected, finding!.difference], ['7.10', '7.00', '0.10']);
  });

  it('those that nothing ties are listed', () => {
    const { coverage: found } = of('甲表 | 合计\n201 | 1.00');
    assert.deepEqual(found.table, { figures: 1, checked: 0 });
    assert.deepEqual(
      found.unchecked.map(({ row, value }) => [row, value]),
      [['201', '1.00']],
    );
  });
});
