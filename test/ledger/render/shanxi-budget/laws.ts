/*
 * What must hold within and between the printed forms of a consistent disclosure, as relations over read-back figures.
 * Used by the generator's own tests; written from the layout, not from the code that fills it.
 */
import type { Ledger } from '../../budget/ledger';
import { byCode, clean, labelled, type ReadForms, type ReadRow } from './read-back';
import { SHEETS, type Sheet } from './forms';

/** stated = Σ parts, in cents. */
export interface Law {
  readonly what: string;
  readonly stated: number;
  readonly parts: readonly number[];
}

/** All relations of a document. */
export function lawsOf(forms: ReadForms, ledger: Ledger): Law[] {
  return new Laws(forms, ledger).all();
}

class Laws {
  private readonly found: Law[] = [];

  constructor(
    private readonly forms: ReadForms,
    private readonly ledger: Ledger,
  ) {}

  all(): Law[] {
    this.summary();
    this.trees();
    this.fiscal();
    this.economic();
    this.officials();
    this.operating();
    this.projects(SHEETS[11], 7);
    this.projects(SHEETS[12], 5);
    this.between();
    return this.found;
  }

  private say(what: string, stated: number, parts: readonly number[]): void {
    this.found.push({ what, stated, parts });
  }

  private rows(sheet: Sheet): readonly ReadRow[] {
    return this.forms.get(sheet) ?? [];
  }

  /** The figure of a labelled row; zero where none is printed. */
  private value(sheet: Sheet, label: string, column: number, labelColumn = 0): number {
    return at(labelled(this.rows(sheet), label, labelColumn), column);
  }

  private summary(): void {
    const sheet = SHEETS[0];
    const rows = this.rows(sheet);
    const value = (label: string, column: number): number => this.value(sheet, label, column, column < 2 ? 0 : 2);
    this.say(
      '本年收入合计',
      value('本年收入合计', 1),
      rows.filter((row) => isNumbered(row)).map((row) => at(row, 1)),
    );
    this.say('收入总计', value('收入总计', 1), [value('本年收入合计', 1), value('上年结转', 1)]);
    for (const column of [3, 4, 5]) {
      this.say(
        `本年支出合计 ${column}`,
        value('本年支出合计', column),
        rows.filter((row) => isNumbered(row, 2)).map((row) => at(row, column)),
      );
      this.say(`支出总计 ${column}`, value('支出总计', column), [value('本年支出合计', column)]);
    }
    this.say('收支平衡', value('收入总计', 1), [value('支出总计', 3)]);
    this.say('当年', value('本年收入合计', 1), [value('支出总计', 4)]);
    this.say('结转', value('上年结转', 1), [value('支出总计', 5)]);
    for (const row of rows) this.say(`${sheet} ${row.texts[2] ?? ''}`, at(row, 3), [at(row, 4), at(row, 5)]);
  }

  /** 合计 = Σ类, 类 = Σ款, 款 = Σ项 by column; totals of a row = Σ of its columns. */
  private trees(): void {
    const shapes: readonly (readonly [
      sheet: Sheet,
      code: number,
      columns: readonly number[],
      rowTotal: readonly number[],
    ])[] = [
      [SHEETS[1], 0, [2, 3, 4, 5, 6, 7, 8], [2, 3, 4, 5, 6, 7]],
      [SHEETS[2], 0, [2, 3, 4], [2, 3, 4]],
      [SHEETS[4], 0, [2, 3, 4], [2, 3, 4]],
      [SHEETS[6], 0, [2], []],
      [SHEETS[7], 0, [2, 3, 4], [2, 3, 4]],
      [SHEETS[8], 0, [2], []],
      [SHEETS[8], 3, [5, 6, 7], [5, 6, 7]],
    ];
    for (const [sheet, code, columns, [rowTotal, ...addends]] of shapes) {
      const coded = byCode(this.rows(sheet), code);
      const total = labelled(this.rows(sheet), '合计');
      for (const column of columns) {
        const children = (parent: string): number[] =>
          [...coded].flatMap(([one, row]) =>
            one.length === Math.max(3, parent.length + 2) && one.startsWith(parent) ? [at(row, column)] : [],
          );
        this.say(`${sheet} 合计 ${column}`, at(total, column), children(''));
        for (const [one, row] of coded)
          if (one.length < 7) this.say(`${sheet} ${one} ${column}`, at(row, column), children(one));
      }
      if (rowTotal === undefined) continue;
      for (const row of [total, ...coded.values()]) {
        this.say(
          `${sheet} ${row?.texts[code] ?? ''}`,
          at(row, rowTotal),
          addends.map((column) => at(row, column)),
        );
      }
    }
  }

  private fiscal(): void {
    const sheet = SHEETS[3];
    const rows = this.rows(sheet);
    const carriedFrom = rows.findIndex((row) => row.texts[0] === '上年财政拨款结转');
    const [now, carried] = [rows.slice(0, carriedFrom), rows.slice(carriedFrom)].map((some) =>
      some.filter((row) => isNumbered(row)),
    );
    const value = (label: string, column: number): number => this.value(sheet, label, column, column < 2 ? 0 : 2);
    this.say(
      `${sheet} 本年收入合计`,
      value('本年收入合计', 1),
      (now ?? []).map((row) => at(row, 1)),
    );
    this.say(
      `${sheet} 上年财政拨款结转`,
      value('上年财政拨款结转', 1),
      (carried ?? []).map((row) => at(row, 1)),
    );
    this.say(`${sheet} 收入总计`, value('收入总计', 1), [value('本年收入合计', 1), value('上年财政拨款结转', 1)]);
    this.say(`${sheet} 收支平衡`, value('收入总计', 1), [value('支出总计', 3)]);
    for (const column of [3, 4, 5, 6]) {
      this.say(
        `${sheet} 本年支出合计 ${column}`,
        value('本年支出合计', column),
        rows.filter((row) => isNumbered(row, 2)).map((row) => at(row, column)),
      );
    }
    ['一、一般公共预算', '二、政府性基金预算', '三、国有资本经营预算'].forEach((fund, index) => {
      const parts = [now, carried].map((some) => at(labelled(some ?? [], fund), 1));
      this.say(`${sheet} ${fund}`, value('支出总计', 4 + index), parts);
    });
    for (const row of rows)
      this.say(`${sheet} ${row.texts[2] ?? ''}`, at(row, 3), [at(row, 4), at(row, 5), at(row, 6)]);
  }

  private economic(): void {
    const sheet = SHEETS[5];
    const rows = this.rows(sheet).filter((row) => row.figures.size > 0 && row.texts[0] !== '合计');
    const groups: { head: ReadRow; members: ReadRow[] }[] = [];
    for (const row of rows) {
      if (row.texts[1] === '') groups.push({ head: row, members: [] });
      else groups.at(-1)?.members.push(row);
    }
    for (const column of [2, 3, 4]) {
      this.say(
        `${sheet} 合计 ${column}`,
        this.value(sheet, '合计', column),
        groups.map(({ head }) => at(head, column)),
      );
      for (const { head, members } of groups) {
        this.say(
          `${sheet} ${head.texts[0] ?? ''} ${column}`,
          at(head, column),
          members.map((row) => at(row, column)),
        );
      }
    }
    for (const row of rows) this.say(`${sheet} ${row.texts[0] ?? ''}`, at(row, 2), [at(row, 3), at(row, 4)]);
  }

  private officials(): void {
    const sheet = SHEETS[9];
    for (const column of [1, 2, 3, 4]) {
      const value = (label: string): number => this.value(sheet, label, column);
      this.say(`${sheet} 公车 ${column}`, value('公务用车购置及运行费'), [
        value('①公务用车购置费'),
        value('②公务用车运行维护费'),
      ]);
      this.say(`${sheet} 合计 ${column}`, value('合计'), [
        value('因公出国(境)费'),
        value('公务接待费'),
        value('公务用车购置及运行费'),
      ]);
    }
    for (const row of this.rows(sheet))
      this.say(`${sheet} ${row.texts[0] ?? ''}`, at(row, 1), [at(row, 2), at(row, 3), at(row, 4)]);
  }

  private operating(): void {
    const sheet = SHEETS[10];
    const units = this.rows(sheet).filter((row) => row.figures.size > 0 && row.texts[0] !== '部门合计');
    for (const column of [1, 2]) {
      this.say(
        `${sheet} ${column}`,
        this.value(sheet, '部门合计', column),
        units.map((row) => at(row, column)),
      );
    }
  }

  /** Department total = Σ units, unit = Σ projects, 合计 = Σ funds; a flat list = its total where it prints one. */
  private projects(sheet: Sheet, width: number): void {
    const rows = this.rows(sheet).filter((row) => row.figures.size > 0);
    const columns = Array.from({ length: width - 1 }, (_, index) => index + 1);
    for (const row of rows)
      this.say(
        `${sheet} ${row.texts[0] ?? ''}`,
        at(row, 1),
        columns.slice(1).map((column) => at(row, column)),
      );
    const total = this.projectTotal(rows);
    const others = rows.filter((row) => row !== total);
    const names = new Set(this.ledger.units.map(({ name }) => clean(name)));
    const isUnit = (row: ReadRow): boolean => this.ledger.level === 'department' && names.has(row.texts[0] ?? '');
    for (const column of columns) {
      const parts = this.ledger.level === 'department' ? others.filter(isUnit) : others;
      if (total !== undefined)
        this.say(
          `${sheet} 合计 ${column}`,
          at(total, column),
          parts.map((row) => at(row, column)),
        );
      others.forEach((row, index) => {
        if (!isUnit(row)) return;
        const end = others.findIndex((other, position) => position > index && isUnit(other));
        const members = others.slice(index + 1, end < 0 ? undefined : end);
        this.say(
          `${sheet} ${row.texts[0] ?? ''} ${column}`,
          at(row, column),
          members.map((member) => at(member, column)),
        );
      });
    }
  }

  private projectTotal(rows: readonly ReadRow[]): ReadRow | undefined {
    return this.ledger.level === 'department' ? rows[0] : rows.find((row) => row.texts[0] === '合计');
  }

  /** The sums of a project form, printed or not. */
  private projectSum(sheet: Sheet, column: number): number[] {
    const rows = this.rows(sheet).filter((row) => row.figures.size > 0);
    const total = this.projectTotal(rows);
    return total === undefined ? rows.map((row) => at(row, column)) : [at(total, column)];
  }

  /** The same figure in several forms. */
  private between(): void {
    const [summary, income, expenditure, fiscal, general, economic, fundIn, fundOut, capital] = SHEETS;
    const total = (sheet: Sheet, column: number): number => this.value(sheet, '合计', column);
    const grand = (sheet: Sheet, column: number): number => this.value(sheet, '支出总计', column, 2);
    this.say('支出总表 ↔ 收支总表', total(expenditure, 2), [grand(summary, 3)]);
    this.say('收入总表 本年 ↔ 收支总表', total(income, 2), [grand(summary, 4)]);
    this.say('收入总表 结转 ↔ 收支总表', total(income, 8), [grand(summary, 5)]);
    this.say('收入总表 一般 ↔ 一般支出表', total(income, 3), [total(general, 2)]);
    this.say('收入总表 基金 ↔ 基金收入表', total(income, 4), [total(fundIn, 2)]);
    this.say('基金收入表 ↔ 基金支出表', total(fundIn, 2), [total(fundOut, 2)]);
    this.say('收入总表 国资 ↔ 国资表', total(income, 5), [total(capital, 2)]);
    this.say('国资表 收 ↔ 支', total(capital, 2), [total(capital, 5)]);
    this.say('一般支出表 基本 ↔ 经济科目表', total(general, 3), [total(economic, 2)]);
    this.say('一般支出表 项目 ↔ 项目表', total(general, 4), this.projectSum(SHEETS[11], 2));
    this.say('基金支出表 项目 ↔ 项目表', total(fundOut, 4), this.projectSum(SHEETS[11], 3));
    this.say('三公 ≤ 财政拨款', Math.min(total(SHEETS[9], 1), grand(fiscal, 3)), [total(SHEETS[9], 1)]);
    const spent = byCode(this.rows(expenditure));
    const earned = byCode(this.rows(income));
    const generally = byCode(this.rows(general));
    for (const [code, row] of spent) {
      this.say(`收入 ↔ 支出 ${code}`, at(row, 2), [at(earned.get(code), 2), at(earned.get(code), 8)]);
      this.say(`一般 ${code}`, at(earned.get(code), 3), [at(generally.get(code), 2)]);
    }
    for (const code of earned.keys()) if (!spent.has(code)) this.say(`只在收入总表 ${code}`, 1, []);
    for (const row of this.rows(summary)) {
      const name = (row.texts[2] ?? '').replace(/^[一二三四五六七八九十]+、/, '');
      const found = [...spent].find(([code, one]) => code.length === 3 && one.texts[1] === name);
      if (isNumbered(row, 2)) this.say(`类 ${name}`, at(row, 3), [at(found?.[1], 2)]);
    }
  }
}

/** A figure in cents; zero where none is printed. */
function at(row: ReadRow | undefined, column: number): number {
  return row?.figures.get(column) ?? 0;
}

function isNumbered(row: ReadRow, column = 0): boolean {
  return /^[一二三四五六七八九十]+、/.test(row.texts[column] ?? '');
}
