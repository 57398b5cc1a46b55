import { pattern } from '../../shared/pattern';
import type { SourceBlock } from '../../model/source';
import { comparable, stripMarks } from '../../shared/text';
import { looksLikeUnit } from '../../vocabulary/labels';

/*
 * Who a document is of, where neither a caption nor the cover says so: sentences that cannot do without the name of the
 * institution, and the cell beside 实施单位.
 */

const NAME = '([\\u4e00-\\u9fff()]{4,40}?)';
const SENTENCES: readonly RegExp[] = [
  pattern(`(?:^|[。;])20\\d\\d年度?[,，]?${NAME}(?:的)?(?:机关运行经费|政府采购)支出`),
  pattern(`截[至止]20\\d\\d年(?:12月31日|底|末)[,，]?${NAME}共有(?:公务用)?车`),
  pattern(`^${NAME}(?:是|系|为|属于|隶属于)[^,，。;]{0,30}(?:预算单位|事业单位|行政单位|政府组成部门|直属机构)`),
];
/** Words that stand for the name. */
const NO_NAME = /本(?:部门|单位)|我(?:部门|单位|局|委|院|中心|办|校)|^(?:部门|单位|其中|全年)/;
const CELL = /^(?:项目)?实施单位(?:名称)?(?:\(盖章\))?:?$|^(?:单位|部门)名称(?:\(盖章\))?:?$/;
const LONGEST = 2000;

/** The name that the sentences and 实施单位 cells of a document agree on most; undefined when there is none. */
export function entityInText(blocks: readonly SourceBlock[]): string | undefined {
  const counts = new Map<string, number>();
  const add = (name: string | undefined): void => {
    if (name === undefined || NO_NAME.test(name) || !looksLikeUnit(name)) return;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  let label = false;
  const cell = (text: string): void => {
    const words = comparable(text);
    if (words === '') return;
    if (label) add(words);
    label = CELL.test(words);
  };
  for (const block of blocks) {
    if (block.kind === 'grid') {
      for (const row of block.rows) for (const { text } of row) if (text.length <= LONGEST) cell(text);
      continue;
    }
    if (block.contents || block.text.length > LONGEST) continue;
    const words = comparable(stripMarks(block.text));
    for (const pattern of SENTENCES) add(pattern.exec(words)?.[1]);
    cell(block.text);
  }
  let found: string | undefined;
  for (const [name, times] of counts) if (found === undefined || times > counts.get(found)!) found = name;
  return found;
}
