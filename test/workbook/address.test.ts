import assert from 'node:assert/strict';
import { cellName, linkFormula, parseCell } from '../../src/workbook/address';
import { cleanSheetName, isSheetName, SheetNames } from '../../src/workbook/sheet-name';

describe('workbook addresses', () => {
  it('names cells and reads them back', () => {
    for (const [row, column, name] of [
      [0, 0, 'A1'],
      [5, 3, 'D6'],
      [9, 25, 'Z10'],
      [0, 26, 'AA1'],
      [0, 701, 'ZZ1'],
      [1_048_575, 16_383, 'XFD1048576'],
    ] as const) {
      assert.equal(cellName(row, column), name);
      assert.deepEqual(parseCell(name), { row, column });
    }
  });

  it('refuses what is no address', () => {
    for (const text of ['', 'A', '1', 'A0', 'a1', '$A$1', 'A1:B2', 'XFE1', 'A1048577', "表'!A1"]) {
      assert.equal(parseCell(text), undefined, text);
    }
  });

  it('doubles quotes of both kinds in a link', () => {
    assert.equal(linkFormula({ sheet: '表', cell: 'D6' }, 'D6'), `HYPERLINK("#'表'!D6","D6")`);
    assert.equal(
      linkFormula({ sheet: `a'b"c`, cell: 'A1' }, 'x"),1+1,("'),
      `HYPERLINK("#'a''b""c'!A1","x""),1+1,(""")`,
    );
  });

  it('keeps the text of a link within what a formula can hold', () => {
    const formula = linkFormula({ sheet: '表', cell: 'A1' }, '长'.repeat(1000));
    assert.equal(formula, `HYPERLINK("#'表'!A1","${'长'.repeat(255)}")`);
  });
});

describe('sheet names', () => {
  it('cleans what no spreadsheet accepts', () => {
    for (const [text, name] of [
      ['收支总表', '收支总表'],
      ['a[b]c:d*e?f/g\\h', 'a b c d e f g h'],
      ["'引号'", '引号'],
      [" ' 表 ' ", '表'],
      ["中间'的引号", "中间'的引号"],
      ['表'.repeat(40), '表'.repeat(31)],
      [`${'a'.repeat(30)}'b`, 'a'.repeat(30)],
      [`${'a'.repeat(30)}😀`, 'a'.repeat(30)],
      ['a\u0000b\nc', 'a b c'],
      ['History', 'History表'],
      ['[]:*?/\\', ''],
    ] as const) {
      assert.equal(cleanSheetName(text), name);
      if (name !== '') assert.ok(isSheetName(name), name);
    }
  });

  it('tells bad names from good ones', () => {
    for (const name of ['', "'a", "a'", 'a/b', 'HISTORY', '表'.repeat(32), 'a\tb']) assert.ok(!isSheetName(name), name);
    for (const name of ["a'b", '=cmd', '<b>', '表（2）']) assert.ok(isSheetName(name), name);
  });

  it('hands out every name once, whatever its case', () => {
    const names = new SheetNames(['核对结果']);
    const taken = ['收支表', '收支表', 'ABC', 'abc', '核对结果', '*', '?', '长'.repeat(31), '长'.repeat(35)].map(
      (name) => names.take(name),
    );
    assert.deepEqual(taken, [
      '收支表',
      '收支表（2）',
      'ABC',
      'abc（2）',
      '核对结果（2）',
      '表',
      '表（2）',
      '长'.repeat(31),
      `${'长'.repeat(28)}（2）`,
    ]);
    assert.ok(taken.every(isSheetName));
  });
});
