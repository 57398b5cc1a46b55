import assert from 'node:assert/strict';
import { checkText, digest } from '../../src';
import type { Digest, DigestFinding, Submission } from '../../src/model/digest';
import { batchReport } from '../../src/report';
import { commonFolder } from '../../src/report/common-folder';
import { gistOf } from '../../src/report/gist';

const HEAD = '2023年预算支出总表\n单位名称：澄溪县民政局\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n';
const SOUND = `${HEAD}合计\t\t3.00\t1.00\t2.00\n201\t一般公共服务支出\t3.00\t1.00\t2.00\n`;
const WRONG = SOUND.replace('201\t一般公共服务支出\t3.00', '201\t一般公共服务支出\t8.00');

const FINDING: DigestFinding = {
  ...{
    part: '支出总表',
    item: '合计',
    source: '第5行第1列',
    severity: 'error',
    topic: '收支平衡',
    message: '收入 1.00 ≠ 支出 2.00，差 1.00。请核实',
  },
  ...{ stated: '1.00', expected: '2.00', difference: '-1.00', unit: '万元' },
};

function digestWith(over: Partial<Digest> = {}): Digest {
  return {
    ...{ entity: '澄溪县民政局', year: 2023, kind: '单位预算', family: '通用', tables: 2, empty: 1, missing: [] },
    ...{ table: { figures: 10, checked: 9 }, text: { figures: 4, checked: 3 }, findings: [], unchecked: [] },
    ...over,
  };
}

function read(file: string, over: Partial<Digest> = {}, fingerprint = file): Submission {
  return { file, fingerprint, state: 'read', digest: digestWith(over) };
}

describe('what is kept of one document of many', () => {
  const of = (text: string): Digest => digest(checkText('公开.txt', text));

  it('says whose it is, what was read and what was checked', () => {
    const { findings, unchecked, ...rest } = of(SOUND);
    assert.deepEqual(rest, {
      ...{ entity: '澄溪县民政局', year: 2023, kind: '单位预算', family: '通用', tables: 1, empty: 0, missing: [] },
      ...{ table: { figures: 6, checked: 6 }, text: { figures: 0, checked: 0 } },
    });
    assert.deepEqual([findings, unchecked], [[], []]);
  });

  it('has a row for each finding: the rule in words, table, row and column, place, figures and the arithmetic', () => {
    const [finding] = of(WRONG).findings;
    assert.deepEqual(finding && { ...finding, message: '' }, {
      ...{
        part: '2023年预算支出总表',
        item: '一般公共服务支出·合计',
        source: '第6行第14列',
        severity: 'error',
        topic: finding?.topic,
        message: '',
      },
      ...{ stated: '8.00', expected: '3.00', difference: '5.00', unit: '万元' },
    });
    assert.match(finding!.message, /8\.00 ≠ /);
    assert.match(finding!.topic, /合计|科目/);
  });

  it('the gravest come first', () => {
    const severities = of(`${WRONG}2023年部门预算说明\n一、支出情况。。\n支出3.00万元，占100.01%。\n`).findings.map(
      ({ severity }) => severity,
    );
    assert.ok(new Set(severities).size > 1, severities.join());
    assert.deepEqual(
      severities,
      [...severities].sort((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)),
    );
  });

  it('what the reader had to say is a row as well, and never an error', () => {
    const [stray] = of(SOUND.replace('\t2.00\n201', '\t约2\n201')).findings.filter(({ topic }) => topic === '读取');
    assert.match(stray!.message, /“约2”不是数字/);
    assert.deepEqual([stray!.severity, stray!.source, stray!.unit], ['warning', '第5行第15列', '']);
  });

  it('words of a table stand in no section of the explanation', () => {
    const text = `第三部分 2023年单位预算情况说明\n本单位承担日常工作。\n${SOUND.replace('201\t一般公共服务支出', '210\t医疗卫生与计划生育支出')}`;
    const found = of(text).findings.filter(({ message }) => message.includes('旧科目名称'));
    assert.deepEqual(
      found.map(({ part, source }) => [part, source]),
      [['', '第8行第5列']],
    );
  });

  it('names the figures that nothing ties', () => {
    const { unchecked } = of('2023年支出总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t3.00\n');
    assert.deepEqual(unchecked, [
      { part: '2023年支出总表', item: '一般公共服务支出·合计', source: '第4行第14列', value: '3.00' },
    ]);
  });

  it('holds nothing but values that a thread can hand to another', () => {
    const kept = of(WRONG);
    assert.deepEqual(structuredClone(kept), kept);
  });
});

describe('many files', () => {
  const info: DigestFinding = { ...FINDING, severity: 'info' };
  const warning: DigestFinding = { ...FINDING, severity: 'warning', message: '请核实。其他' };

  it('each has its row, in the order of the call, with what came of it', () => {
    const { rows, totals } = batchReport([
      read('a', { findings: [FINDING, FINDING, warning, info] }),
      { file: 'b', state: 'unreadable', reason: '文件是空的' },
      read('c', { findings: [warning, info], missing: ['收支总表', '三公表'] }, 'other'),
      read('d', { entity: '某局', findings: [info] }),
      { file: 'e.doc', state: 'skipped', reason: '不读' },
    ]);
    assert.deepEqual(
      rows.map(({ number, file, outcome, gist }) => [number, file, outcome, gist]),
      [
        [1, 'a', 'error', '收入 1.00 ≠ 支出 2.00，差 1.00'],
        [2, 'b', 'unreadable', '文件是空的'],
        [3, 'c', 'warning', '请核实'],
        [4, 'd', 'sound', ''],
        [5, 'e.doc', 'skipped', '不读'],
      ],
    );
    assert.deepEqual(rows[0]!.document!.counts, { error: 2, warning: 1, info: 1 });
    assert.equal(rows[2]!.remarks[0], '缺少：收支总表、三公表');
    assert.deepEqual(totals, {
      files: { error: 1, warning: 1, sound: 1, unreadable: 1, skipped: 1 },
      ...{ tables: 6, empty: 3, missing: 2, table: { figures: 30, checked: 27 }, text: { figures: 12, checked: 9 } },
      counts: { error: 2, warning: 2, info: 3 },
    });
  });

  it('a document that was hardly checked is not passed over', () => {
    const [plain, words, without, loose] = batchReport([
      read('a'),
      read('b', { tables: 0, year: 1 }),
      read('w', { tables: 0, year: 3, missing: ['甲', '乙'] }),
      read('c', { year: 2, table: { figures: 10, checked: 4 } }),
    ]).rows.map((row) => row.remarks);
    assert.deepEqual(
      [plain, words, without, loose],
      [[], ['没有识别到公开表'], ['没有识别到公开表，缺少 2 张'], ['表内数字过半没有其他数字可以印证']],
    );
  });

  it('a document without any figure is said to be blank', () => {
    const nothing = { figures: 0, checked: 0 };
    const [row] = batchReport([read('a', { table: nothing, text: nothing })]).rows;
    assert.deepEqual(row!.remarks, ['表中没有填写数字，没有可以核对的内容']);
  });

  const remarks = (...submissions: Submission[]): string[][] =>
    batchReport(submissions).rows.map((row) => [...row.remarks]);

  it('files of one content are said, whatever they are called, and what they are of only once', () => {
    assert.deepEqual(remarks(read('a', {}, 'x'), read('b', {}, 'x'), read('c', {}, 'y')), [
      ['与第 2 号文件内容完全相同', '与第 3 号文件是同一单位、同一年度的单位预算'],
      ['与第 1 号文件内容完全相同'],
      ['与第 1 号文件是同一单位、同一年度的单位预算'],
    ]);
  });

  it('other year, other kind, other institution, or none that is known: nothing is said', () => {
    const others = [
      {},
      { year: 2024 },
      { kind: '部门预算' },
      { entity: '某局' },
      { entity: '' },
      { entity: '' },
      { entity: '无年度', year: null },
      { entity: '无年度', year: null },
    ];
    assert.deepEqual(
      remarks(...others.map((over, at) => read(String(at), over))),
      others.map(() => []),
    );
  });

  it('of many that are alike some are named', () => {
    const [first] = remarks(...Array.from({ length: 30 }, (_, at) => read(String(at), {}, 'same')));
    assert.deepEqual(first, ['与第 2、3、4、5、6 号等 29 个文件内容完全相同']);
  });

  it('names are those below the common folder, NFC', () => {
    const { folder, rows } = batchReport([read('报送/e\u0301/1.txt', {}, '1'), read('报送/2.txt', { year: 1 }, '2')]);
    assert.deepEqual([folder, ...rows.map(({ file }) => file)], ['报送/', '\u00e9/1.txt', '2.txt']);
  });
});

describe('the folder that files have in common', () => {
  const cases: readonly (readonly [files: readonly string[], folder: string])[] = [
    [[], ''],
    [['a.txt'], ''],
    [['x/a.txt'], 'x/'],
    [['x/a.txt', 'x/ab.txt'], 'x/'],
    [['/data/报送/甲/1.pdf', '/data/报送/乙/1.pdf'], '/data/报送/'],
    [['/a/1', '/b/1'], ''],
    [['x/1', 'y/1'], ''],
    [['./a', './b'], ''],
    [['../a', '../b'], '../'],
    [['C:\\报送\\a', 'C:\\报送\\乙\\b'], 'C:\\报送\\'],
  ];
  for (const [files, folder] of cases)
    it(`${files.join(' ')} → ${folder}`, () => assert.equal(commonFolder(files), folder));
});

describe('a finding in a few words', () => {
  const long = '这是很长的一句话'.repeat(20);
  const cases: readonly (readonly [text: string, gist: string])[] = [
    ['甲 1.00 ≠ 乙 2.00，差 1.00。甲疑应为 2.00', '甲 1.00 ≠ 乙 2.00，差 1.00'],
    ['标点重复“。；”', '标点重复“。；”'],
    ['《表。二》有误。请看', '《表。二》有误'],
    ['“（”“）”不成对。其他', '“（”“）”不成对'],
    ['无句号', '无句号'],
    [long, `${long.slice(0, 99)}…`],
    [`${'长'.repeat(90)}支出 123456789.12 ≠ 收入`, `${'长'.repeat(90)}支出…`],
  ];
  for (const [text, gist] of cases) it(gist, () => assert.equal(gistOf(text), gist));
});
