import { readText } from '../../src/ingest';
import type { TextPlace } from '../../src/model/source';
import { Decimal } from '../../src/shared/decimal';

/*
 * The same disclosure in another shape: what a document says does not change, so neither may what is found in it.
 */

/** Changes a text without changing what it says. */
export type Mutilation = (text: string) => string;

interface Table {
  readonly rows: string[][];
  /** Rows before the first one with a code, a figure or a numbered label. */
  readonly head: number;
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const FIGURE = /^-?[\d,]+(?:\.\d+)?$/;
const NUMBERED = /^(?:[一二三四五六七八九十]+、|[①-⑩])/;

function headOf(rows: readonly (readonly string[])[]): number {
  const body = rows.findIndex((row) => {
    const [first = ''] = row.filter((cell) => cell !== '');
    const figures = row.filter((cell) => FIGURE.test(cell) && !/^20\d\d$/.test(cell));
    return (
      CODE.test(first) ||
      NUMBERED.test(first) ||
      /^(?:合计|部门合计)$/.test(first.replace(/\s/g, '')) ||
      figures.length > 0
    );
  });
  return body < 0 ? rows.length : body;
}

/** Rewrites every table of a text; rows may come and go. */
function mapTables(text: string, change: (table: Table) => string[][] | undefined): string {
  const lines: (string | undefined)[] = text.split('\n').map((line) => line.replace(/\r$/, ''));
  for (const block of readText('', text).blocks) {
    if (block.kind !== 'grid') continue;
    const rows = block.rows.map((row) => row.map((cell) => cell.text.replace(/<\/?b>/g, '')));
    const changed = change({ rows, head: headOf(rows) });
    if (!changed) continue;
    const at = block.rows.map((row) => (row[0]!.place as TextPlace).line - 1);
    for (const line of at) lines[line] = undefined;
    lines[at[0]!] = changed.map((row) => row.join('\t')).join('\n');
  }
  return lines.filter((line) => line !== undefined).join('\n');
}

const SYNONYMS: Readonly<Record<string, string>> = {
  科目编码: '功能科目编码',
  科目代码: '科目编码',
  科目名称: '功能分类科目名称',
  一般公共预算: '一般公共预算拨款',
  政府性基金: '政府性基金预算拨款',
  政府性基金预算: '政府性基金预算拨款',
  国有资本经营预算: '国有资本经营预算拨款',
  财政专户管理资金: '财政专户核拨资金',
  单位资金: '单位自有资金',
  上年结转: '上年结转结余',
  当年预算安排: '当年安排',
  小计: '合计',
  人员经费: '人员支出',
  公用经费: '公用支出',
  项目名称: '项目（名称）',
  对附属单位补助支出: '对附属单位补助',
};

/** Heads in other words. */
export const reworded: Mutilation = (text) =>
  mapTables(text, ({ rows, head }) =>
    rows.map((row, at) => (at < head ? row.map((cell) => SYNONYMS[cell] ?? cell) : row)),
  );

const PAIRS: readonly (readonly [string, string])[] = [
  ['基本支出', '项目支出'],
  ['人员经费', '公用经费'],
  ['当年预算安排', '上年结转安排'],
  ['政府性基金预算', '国有资本经营预算'],
  ['政府性基金', '国有资本经营预算'],
  ['事业收入', '经营收入'],
];

/** Neighbouring columns of one group exchanged. */
export const columnsExchanged: Mutilation = (text) =>
  mapTables(text, ({ rows, head }) => {
    const changed = rows.map((row) => [...row]);
    const width = Math.max(...rows.map((row) => row.length));
    for (let column = 0; column + 1 < width; column += 1) {
      const pair = rows
        .slice(0, head)
        .some((row) => PAIRS.some(([a, b]) => row[column] === a && row[column + 1] === b));
      if (!pair) continue;
      for (const row of changed) {
        while (row.length < column + 2) row.push('');
        [row[column], row[column + 1]] = [row[column + 1]!, row[column]!];
      }
      column += 1;
    }
    return changed;
  });

/** 类 in the opposite order, each with its 款 and 项. */
export const classesReversed: Mutilation = (text) =>
  mapTables(text, ({ rows, head }) => {
    const coded = rows.map((row) => CODE.test(row[0] ?? ''));
    if (coded.filter(Boolean).length < 3 || rows.some((row) => row.filter((cell) => CODE.test(cell)).length > 1))
      return undefined;
    const first = coded.indexOf(true);
    const last = coded.lastIndexOf(true);
    if (first < head || coded.slice(first, last + 1).includes(false)) return undefined;
    const groups: string[][][] = [];
    for (const row of rows.slice(first, last + 1)) {
      if (groups.length === 0 || row[0]!.slice(0, 3) !== groups[groups.length - 1]![0]![0]!.slice(0, 3))
        groups.push([row]);
      else groups[groups.length - 1]!.push(row);
    }
    return [...rows.slice(0, first), ...groups.reverse().flat(), ...rows.slice(last + 1)];
  });

/** The total row of a list by codes at its end instead of its beginning. */
export const totalLast: Mutilation = (text) =>
  mapTables(text, ({ rows, head }) => {
    const total = rows[head];
    const coded = CODE.test(rows[head + 1]?.[0] ?? '');
    if (
      !total ||
      !coded ||
      total[0]?.replace(/\s/g, '') !== '合计' ||
      rows.slice(head + 1).some((row) => !CODE.test(row[0] ?? ''))
    )
      return undefined;
    return [...rows.slice(0, head), ...rows.slice(head + 1), total];
  });

function codeColumn({ rows, head }: Table): number | undefined {
  for (const row of rows.slice(0, head)) {
    const at = row.findIndex((cell) => /^科目(?:编码|代码)$/.test(cell));
    if (at >= 0 && row.filter((cell) => /^科目(?:编码|代码)$/.test(cell)).length === 1 && !row.includes('类'))
      return at;
  }
  return undefined;
}

/** 2080505 in three columns 208 05 05 under 类 款 项. */
export const codesSplit: Mutilation = (text) =>
  mapTables(text, (table) => {
    const { rows, head } = table;
    const at = codeColumn(table);
    if (at === undefined || at !== 0 || rows.some((row) => row.filter((cell) => CODE.test(cell)).length > 1))
      return undefined;
    const width = Math.max(...rows.map((row) => row.length));
    const wide = rows.map((row, index) => {
      const code = row[0] ?? '';
      const parts =
        index >= head && CODE.test(code) ? [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)] : [code, '', ''];
      return [...parts, ...row.slice(1)];
    });
    const heads = ['类', '款', '项', ...new Array<string>(width - 1).fill('')];
    return [...wide.slice(0, head), heads, ...wide.slice(head)];
  });

/** Code and name in one column. */
export const codesJoined: Mutilation = (text) =>
  mapTables(text, (table) => {
    const { rows, head } = table;
    const at = codeColumn(table);
    if (at !== 0 || rows.some((row) => row.filter((cell) => CODE.test(cell)).length > 1)) return undefined;
    return rows.map((row, index) => {
      const [code = '', name = '', ...rest] = row;
      if (index < head) return [/编码|代码/.test(code) ? '科目' : code || name, ...rest];
      return [CODE.test(code) ? `${code} ${name}` : code || name, ...rest];
    });
  });

/** Every table in 元 instead of 万元; the text stays as it is. */
export const inYuan: Mutilation = (text) => {
  const scaled = mapTables(text, ({ rows, head }) =>
    rows.map((row, index) =>
      index < head
        ? row
        : row.map((cell) =>
            /^-?[\d,]+\.\d\d$/.test(cell) ? new Decimal(cell.replace(/,/g, '')).times(10000).toFixed(2) : cell,
          ),
    ),
  );
  return scaled.replace(/(单位[：:]\s*)万元/g, '$1元');
};

function displayWidth(text: string): number {
  return [...text].reduce(
    (width, char) =>
      width +
      (/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );
}

/**
 * Columns set with blanks, as from a terminal or a PDF: columns of texts to the left, columns of figures with their
 * heads to the right.
 */
export const alignedBlanks: Mutilation = (text) =>
  mapTables(text, ({ rows, head }) => {
    const width = Math.max(...rows.map((row) => row.length));
    if (width < 2) return undefined;
    const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
    const widths = columns.map((cells) => Math.max(2, ...cells.map(displayWidth)));
    const right = columns.map((cells) => cells.slice(head).some((cell) => FIGURE.test(cell) && !CODE.test(cell)));
    return rows.map((row) => {
      const line = widths.map((wide, column) => {
        const cell = row[column] ?? '';
        const blanks = ' '.repeat(wide - displayWidth(cell));
        return right[column] ? blanks + cell : cell + blanks;
      });
      return [line.join('   ').trimEnd()];
    });
  });

export const MUTILATIONS: Readonly<Record<string, Mutilation>> = {
  reworded,
  columnsExchanged,
  classesReversed,
  totalLast,
  codesSplit,
  codesJoined,
  alignedBlanks,
};
