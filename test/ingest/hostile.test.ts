import assert from 'node:assert/strict';
import { checkBytes, checkText, resultOf, UnreadableError, workbookOf, type Checked } from '../../src';
import { MemoryWorkbook } from '../../src/workbook';

/*
 * Input that nobody would print, or somebody would on purpose: it is read, or refused with a reason, within seconds.
 */

const HEAD = '2023年预算支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n';
const SOUND = `${HEAD}合计\t\t3.00\t1.00\t2.00\n201\t一般公共服务支出\t3.00\t1.00\t2.00\n`;

/** Checks, plans and lays out; the plan must be one that every adapter accepts. */
async function whole(text: string): Promise<Checked> {
  const checked = checkText('样例', text);
  resultOf(checked);
  await new MemoryWorkbook().apply(workbookOf(checked));
  return checked;
}

function said({ disclosure }: Checked): string {
  return disclosure.messages.map(({ text }) => text).join('\n');
}

function repeat(count: number, line: (at: number) => string, glue = '\n'): string {
  return Array.from({ length: count }, (_, at) => line(at)).join(glue);
}

describe('hostile input', function () {
  // Each takes less than two seconds; a loaded machine may take longer.
  this.timeout(20_000);

  for (const [name, text] of [
    ['nothing', ''],
    ['words without any table', '预算公开。\n'.repeat(500)],
    ['a contents page alone', '目录\n概况.....1\n收支总表.....2\n'],
    ['a table of texts', '甲\t乙\n丙\t丁\n'],
    ['tabs and bars alone', `${'\t'.repeat(50_000)}\n${'|'.repeat(50_000)}\n`],
    ['a line of millions of characters', '长'.repeat(3_000_000)],
  ] as const) {
    it(`${name}: says that there is no table`, async () => {
      const checked = await whole(text);
      assert.equal(checked.disclosure.facts.length, 0);
      assert.match(said(checked), /没有识别到任何表格/);
    });
  }

  for (const [name, bytes] of [
    ['an empty file', new Uint8Array()],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 7) % 251)],
  ] as const) {
    it(`${name}: refused with a reason`, () => {
      assert.throws(() => checkBytes('文件.bin', bytes), UnreadableError);
    });
  }

  it('a table cut in the middle of a row keeps what is there', async () => {
    const { disclosure, reconciliation } = await whole(SOUND.slice(0, SOUND.lastIndexOf('\t2.00')));
    assert.equal(disclosure.facts.filter(({ amount }) => amount.printed).length, 5);
    assert.ok(reconciliation.findings.some(({ severity }) => severity === 'error'));
  });

  it('a table cut in its header', async () => assert.match(said(await whole(HEAD.slice(0, -8))), /没有识别到任何表格/));

  it('a blank in a long line of a contents page costs nothing', async () => {
    await whole(`目录\n概况${' '.repeat(200_000)}x\n概况${'.'.repeat(200_000)}x\n${SOUND}`);
  });

  it('a thousand header rows', async () => {
    await whole(`${HEAD}${repeat(1000, (at) => `甲${at}\t乙\t丙\t丁\t戊`)}\n201\t甲\t3.00\t1.00\t2.00\n`);
    await whole(HEAD.repeat(1000));
  });

  it('a row of ten thousand cells', async () => {
    const row = repeat(10_000, (at) => `${at}.00`, '\t');
    const { disclosure } = await whole(`${SOUND}202\t外交支出\t${row}\n`);
    assert.ok(disclosure.facts.filter(({ amount }) => amount.printed).length > 10_000, 'every figure is kept');
  });

  it('a header of a thousand unknown words', async () => {
    const heads = repeat(1000, (at) => `名目${at}`, '\t');
    const row = repeat(1000, (at) => `${at}.00`, '\t');
    await whole(`2023年预算支出总表\n单位：万元\n科目编码\t科目名称\t${heads}\n201\t一般公共服务支出\t${row}\n`);
  });

  it('thousands of rows, none of which adds up', async () => {
    const rows = repeat(3000, (at) => `${2010000 + at}\t某科目\t${at}.00\t1.00\t1.00`);
    const { reconciliation } = await whole(`${HEAD}合计\t\t1.00\t1.00\t1.00\n${rows}\n`);
    assert.ok(reconciliation.findings.length > 0);
  });

  it('thousands of institutions of one name and one amount', async () => {
    const head = '2023年项目支出预算表（本年预算）\n单位：万元\n项目名称\t合计\t一般公共预算\n';
    await whole(head + repeat(3000, (at) => `某局\t${at % 2 ? '-' : ''}1.00\t1.00`));
  });

  it('formulas, scripts, control characters and endless words stay text', async () => {
    const texts = [
      '=cmd|"/c calc"!A1',
      '+1+1',
      '@sum(1)',
      '<script>alert(1)</script>',
      'a\u0000b\u0007c',
      '长'.repeat(100_000),
    ];
    const rows = texts.map((text, at) => `${202 + at}\t${text}\t0.00\t0.00\t0.00`).join('\n');
    const checked = await whole(`${SOUND}${rows}\n208\t卫生\t=1+1\t<b>\t'\n`);
    assert.deepEqual(
      checked.disclosure.statements[0]!.strays.map(({ text }) => text),
      ['=1+1', "'"],
    );
    const cells = workbookOf(checked).sheets.flatMap(({ values }) => values.flat());
    assert.ok(cells.includes('=1+1') && cells.includes('=cmd|"/c calc"!A1'));
    assert.ok(cells.every((cell) => typeof cell !== 'string' || cell.length <= 32_767));
  });

  it('figures beyond all measure are kept to the digit', async () => {
    const huge = `${'9'.repeat(60)}.99`;
    const { disclosure } = await whole(`${HEAD}合计\t\t${huge}\t${huge}\t0.00\n201\t甲\t${huge}\t${huge}\t0.00\n`);
    assert.ok(disclosure.facts.some(({ amount }) => amount.raw === huge));
  });
});
