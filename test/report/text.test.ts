import assert from 'node:assert/strict';
import { checkText, placeText, resultOf, toText } from '../../src';

describe('places in words', () => {
  for (const [place, words] of [
    [{ line: 94, column: 8, length: 6 }, '第94行第8列'],
    [{ page: 7 }, '第7页'],
    [{ sheet: '预算收支总表', cell: 'B38' }, '“预算收支总表”B38'],
    [{ block: 12, row: 3, cell: 2 }, '第12段第3行第2格'],
    [{ block: 12 }, '第12段'],
  ] as const) {
    it(words, () => assert.equal(placeText(place), words));
  }
});

describe('the report of a document as text', () => {
  const report = (text: string): string[] => toText(resultOf(checkText('公开.txt', text))).split('\n');
  const HEAD = '2023年预算支出总表\n单位名称：澄溪县民政局\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n';
  const SOUND = `${HEAD}合计\t\t3.00\t1.00\t2.00\n201\t一般公共服务支出\t3.00\t1.00\t2.00\n`;

  it('says whose document it is, what was read and what was checked', () => {
    assert.deepEqual(report(SOUND), [
      '公开.txt',
      '  澄溪县民政局 2023年 单位预算；识别表格 1 张，其中空表 0 张',
      '  表内数字 6 个，已核对 6 个；错误 0，提醒 0，提示 0',
      '',
    ]);
  });

  it('says of each finding how grave it is, the arithmetic, and where the figure stands', () => {
    const lines = report(SOUND.replace('201\t一般公共服务支出\t3.00', '201\t一般公共服务支出\t8.00'));
    const finding = lines.find((line) => line.startsWith('  [错误]'));
    assert.ok(finding, lines.join('\n'));
    assert.match(finding, /8\.00 ≠ .*差 5\.00/);
    assert.match(finding, /（第6行第14列，填入“.*”[A-Z]+\d+）$/);
    assert.ok(lines.filter((line) => line.startsWith('      依据：')).length > 1);
  });

  it('lists what nothing ties, and what could not be read', () => {
    const lines = report(
      `2023年支出总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t3.00\n202\t外交支出\t约4\n`,
    );
    assert.ok(
      lines.some((line) => /^ {2}\[提醒\] .*“约4”不是数字.*（第5行第10列）$/.test(line)),
      lines.join('\n'),
    );
    assert.ok(lines.includes('  未核对的数字 1 个：'));
    assert.ok(lines.some((line) => /一般公共服务支出·合计 3\.00（第4行第14列）/.test(line)));
  });

  it('says so when there is nothing', () => {
    const lines = report('没有表格。');
    assert.match(lines[1]!, /（未识别到名称）/);
    assert.match(lines.join('\n'), /\[错误\] 没有识别到任何表格/);
  });

  it('ends with one line end', () => assert.match(toText(resultOf(checkText('a', SOUND))), /[^\n]\n$/));
});
