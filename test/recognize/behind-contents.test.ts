import assert from 'node:assert/strict';
import { readText } from '../../src/ingest';
import { withCaptionsBehindContents } from '../../src/recognize/layout/behind-contents';
import { read, rows } from './read';

/* Forms that follow directly upon the contents page. */

const CONTENTS = [
  '青石市档案馆2025年度部门决算',
  '目 录',
  '一、收入支出决算总表',
  '二、收入决算表',
  '第四部分 名词解释',
];
const TABLE = rows(
  '收入||支出|',
  '项目|决算数|项目|决算数',
  '一、事业收入|9.00|一、一般公共服务支出|9.00',
  '本年收入合计|9.00|本年支出合计|9.00',
);

/** The lines that count as the contents page. */
function contentsOf(...caption: readonly string[]): string[] {
  const { blocks } = readText('样例', [...CONTENTS, ...caption, TABLE, '以上。'].join('\n'));
  return withCaptionsBehindContents(blocks).flatMap((block) =>
    block.kind === 'line' && block.contents ? [block.text] : [],
  );
}

describe('a form behind the contents page', () => {
  const page = CONTENTS.slice(1);

  it('has its own caption', () => {
    for (const caption of [
      ['收入支出决算总表', '单位：万元'],
      ['收入支出决算总表'],
      ['2025年度收入支出决算总表', '公开01表', '部门：青石市档案馆', '金额单位：万元'],
      ['一、收入支出决算总表', '编制单位：青石市档案馆  单位：元'],
    ])
      assert.deepEqual(contentsOf(...caption), page, caption.join());
    const text = [...CONTENTS, '收入支出决算总表', '单位：元', TABLE].join('\n');
    const [statement] = read(text).statements;
    assert.deepEqual([statement!.title, statement!.unit], ['收入支出决算总表', '元']);
  });

  it('takes nothing from a page that ends with an entry', () => {
    assert.deepEqual(contentsOf('三、支出决算表'), [...page, '三、支出决算表']);
    assert.deepEqual(contentsOf('单位：万元'), [...page, '单位：万元']);
  });
});
