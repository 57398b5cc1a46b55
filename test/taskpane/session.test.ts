import assert from 'node:assert/strict';
import { FINDINGS_SHEET, INSPECTION_SHEET, NARRATIVE_SHEET, WorkbookError } from '../../src/workbook';
import { Session } from '../../src/taskpane/session';
import {
  closeAll,
  EXPENDITURE,
  filled,
  FIRST,
  followed,
  keep,
  keyOf,
  OPTIONS,
  places,
  SAMPLE,
  SECOND,
  start,
  yes,
} from './driver';
import { LiveMemory } from './live-memory';
import { cleanSample, SLIPS } from './sample-ledger';

describe('pane session', () => {
  afterEach(closeAll);

  describe('recognising', () => {
    it('lists the forms of the document', async () => {
      const { session, workbook } = start();
      await session.recognize(SAMPLE);
      const { recognition, status, alert } = session.state;
      assert.equal(alert, undefined);
      assert.deepEqual(recognition!.profile.slice(0, 3), ['栖云县水利局', '2024年', '部门预算']);
      assert.equal(recognition!.forms.length, 13);
      assert.deepEqual(recognition!.forms[0], { name: '预算收支总表', status: '已识别', amounts: 22 });
      assert.equal(recognition!.forms.filter((form) => form.status === '空表').length, 1);
      assert.match(status, /识别到 13 张表/);
      assert.deepEqual(workbook.calls, []);
    });

    it('says which forms are missing', async () => {
      const { session } = start();
      const at = SAMPLE.indexOf('\n预算公开表2\n');
      await session.recognize(SAMPLE.slice(0, at) + SAMPLE.slice(SAMPLE.indexOf('\n预算公开表3\n')));
      const missing = session.state.recognition!.forms.filter((form) => form.status === '缺失');
      assert.deepEqual(missing, [{ name: '预算收入总表', status: '缺失', amounts: 0 }]);
      assert.match(session.state.status, /缺 1 张/);
    });

    it('refuses what holds no table, and says what to do', async () => {
      for (const text of ['', '  \n ', '今天天气很好。', '甲\t乙\n丙\t丁']) {
        const { session } = start();
        await session.recognize(text);
        const { alert, recognition, busy } = session.state;
        assert.ok(alert && alert.cause !== '' && alert.remedy !== '', text);
        assert.deepEqual([recognition, busy], [undefined, undefined]);
      }
    });

    it('a later success takes the alert away', async () => {
      const { session } = start();
      await session.recognize('');
      await session.recognize(SAMPLE);
      assert.equal(session.state.alert, undefined);
    });
  });

  describe('filling', () => {
    it('fills, checks and marks', async () => {
      const { session, workbook } = await filled();
      assert.equal((await workbook.sheetNames()).length, 16);
      assert.deepEqual(places(session), [keyOf(FIRST), keyOf(SECOND)]);
      assert.deepEqual(Object.keys(workbook.marks()).sort(), [keyOf(FIRST), keyOf(SECOND)].sort());
      assert.match(session.state.status, /已填入 13 张表。错误 2/);
      SLIPS.forEach(({ wrong }, index) => {
        assert.equal(workbook.valueOf([FIRST, SECOND][index]!), Number(wrong));
      });
    });

    it('a clean document has no findings', async () => {
      const { session, workbook } = await filled(cleanSample());
      assert.deepEqual([places(session), workbook.marks()], [[], {}]);
    });

    it('asks before it overwrites, and takes no for an answer', async () => {
      const { session, workbook } = await filled();
      const asked: (readonly string[])[] = [];
      workbook.calls.length = 0;
      await session.fill(async (names) => {
        asked.push(names);
        return false;
      });
      assert.equal(asked[0]!.length, 16);
      assert.ok(asked[0]!.includes(FINDINGS_SHEET));
      assert.deepEqual(workbook.calls, []);
      assert.match(session.state.status, /没有覆盖/);
      assert.deepEqual(places(session), [keyOf(FIRST), keyOf(SECOND)]);
    });

    it('a figure of the text is marked where it is listed, and has to be put right in the text', async () => {
      const right = '项目支出842.36万元';
      const { session, workbook } = await filled(cleanSample().replace(right, '项目支出824.36万元'));
      const found = session.state.result!.findings.filter(({ place }) => place?.sheet === NARRATIVE_SHEET);
      assert.ok(found.length > 0);
      for (const { proposal, source, place } of found) {
        assert.equal(proposal, undefined);
        assert.ok(source && 'line' in source && session.placeInText(found[0]!));
        assert.ok(workbook.marks()[keyOf(place!)]);
      }
    });

    it('does not ask where nothing is overwritten', async () => {
      const { session } = start();
      await session.recognize(SAMPLE);
      await session.fill(() => assert.fail('asked'));
    });

    it('is taken back', async () => {
      const { session, workbook } = await filled();
      await session.undo();
      assert.deepEqual(await workbook.sheetNames(), []);
      assert.equal(session.state.result, undefined);
      assert.match(session.state.status, /已撤销/);
      await session.undo();
      assert.match(session.state.status, /没有可以撤销/);
    });

    it('is taken back when it is cancelled while the sheets are written', async () => {
      const workbook = new LiveMemory();
      const { session } = start(workbook);
      await session.recognize(SAMPLE);
      const apply = workbook.apply.bind(workbook);
      workbook.apply = async (plan) => {
        await apply(plan);
        session.cancel();
      };
      await session.fill(yes);
      assert.deepEqual(await workbook.sheetNames(), []);
      assert.match(session.state.status, /已取消/);
      assert.equal(session.state.busy, undefined);
    });

    it('tells its steps', async () => {
      const { session } = start();
      const seen: string[] = [];
      session.onChange(({ busy }) => busy && seen.push(`${busy.done}/${busy.steps}`));
      await session.recognize(SAMPLE);
      await session.fill(yes);
      assert.deepEqual([...new Set(seen)], ['0/1', '0/3', '1/3', '2/3']);
    });

    it('nothing is filled in before something is recognised', async () => {
      const { session, workbook } = start();
      await session.fill(yes);
      assert.ok(session.state.alert);
      assert.deepEqual(workbook.calls, []);
    });

    it('a failure of the spreadsheet is told with its remedy', async () => {
      const { session, workbook } = start();
      await session.recognize(SAMPLE);
      workbook.failing = { call: 'apply', error: new WorkbookError('host', '工作簿受保护。') };
      await session.fill(yes);
      assert.equal(session.state.alert?.cause, '工作簿受保护。');
      assert.notEqual(session.state.alert?.remedy, '');
      await session.fill(yes);
      assert.equal(session.state.alert, undefined);
      assert.equal(places(session).length, 2);
    });
  });

  describe('following edits', () => {
    it('a wrong total is found and marked, and forgotten when it is put right', async () => {
      const { session, workbook } = await filled(cleanSample());
      workbook.calls.length = 0;
      workbook.type(EXPENDITURE, { C22: 1 });
      await followed(session);
      assert.deepEqual(places(session), [keyOf(FIRST)]);
      assert.deepEqual(Object.keys(workbook.marks()), [keyOf(FIRST)]);
      workbook.type(EXPENDITURE, { C22: 180.6 });
      await followed(session);
      assert.deepEqual([places(session), workbook.marks()], [[], {}]);
      assert.deepEqual(workbook.calls, ['mark 1', 'unmark 1']);
    });

    it('reads the edited sheet again, and no other', async () => {
      const { session, workbook } = await filled();
      workbook.reads.length = 0;
      workbook.type(EXPENDITURE, { C22: 1 });
      await followed(session);
      assert.deepEqual(workbook.reads, [[EXPENDITURE]]);
    });

    it('writes only the marks that differ', async () => {
      const { session, workbook } = await filled();
      workbook.calls.length = 0;
      workbook.type(EXPENDITURE, { C22: 180.6 });
      await followed(session);
      assert.deepEqual(workbook.calls, ['unmark 1']);
      assert.deepEqual(places(session), [keyOf(SECOND)]);
    });

    it('edits that come together are checked together', async () => {
      const { session, workbook } = await filled(cleanSample());
      workbook.reads.length = 0;
      workbook.type(EXPENDITURE, { C22: 1 });
      workbook.type('预算收入总表', { C8: 2 });
      await followed(session);
      assert.deepEqual(workbook.reads, [[EXPENDITURE, '预算收入总表']]);
    });

    it('an edit that changes no value, or a sheet of ours or of others, changes nothing', async () => {
      const { session, workbook } = await filled();
      const before = session.state;
      workbook.type(EXPENDITURE, { C22: 108.6 });
      workbook.type(FINDINGS_SHEET, { A1: '改' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(session.state, before);
    });

    it('a text where an amount was makes the sheets be read as a document again', async () => {
      const { session, workbook } = await filled(cleanSample());
      workbook.type(EXPENDITURE, { C22: '待定' });
      await followed(session);
      assert.ok(session.state.result);
      workbook.type(EXPENDITURE, { C22: 180.6 });
      await followed(session);
      assert.deepEqual([places(session), workbook.marks()], [[], {}]);
    });

    it('settles on what reading the sheets as a document gives', async () => {
      const { session, workbook } = start(new LiveMemory(), { settleAfter: 1 });
      await session.recognize(cleanSample());
      await session.fill(yes);
      workbook.type(EXPENDITURE, { C22: 1 });
      await followed(session);
      await new Promise((resolve) => setTimeout(resolve, 150));
      assert.deepEqual(places(session), [keyOf(FIRST)]);
      assert.deepEqual(Object.keys(workbook.marks()), [keyOf(FIRST)]);
    });

    it('a sheet that is deleted is no longer part of what is checked', async () => {
      const { session, workbook } = await filled();
      workbook.deleteSheet(SECOND.sheet);
      await followed(session);
      assert.equal(session.state.alert, undefined);
      assert.ok(places(session).every((place) => !place.startsWith(SECOND.sheet)));
      assert.ok(places(session).includes(keyOf(FIRST)));
    });

    it('marks on a sheet that was deleted unnoticed are left out', async () => {
      const { session, workbook } = await filled(cleanSample());
      workbook.deleteSheet('预算收入总表');
      workbook.type(EXPENDITURE, { C22: 1 });
      await followed(session);
      await followed(session);
      assert.equal(session.state.alert, undefined);
      assert.ok(workbook.marks()[keyOf(FIRST)]);
    });

    it('a failure is told, and the next edit starts anew', async () => {
      const { session, workbook } = await filled(cleanSample());
      workbook.failing = { call: 'mark', error: new WorkbookError('host', 'Excel 正忙。') };
      workbook.type(EXPENDITURE, { C22: 1 });
      await followed(session);
      assert.equal(session.state.alert?.cause, 'Excel 正忙。');
      workbook.type(EXPENDITURE, { C22: 2 });
      await followed(session);
      assert.equal(session.state.alert, undefined);
      assert.deepEqual(Object.keys(workbook.marks()), [keyOf(FIRST)]);
    });
  });

  describe('checking the open workbook', () => {
    /** A workbook that was filled by somebody else. */
    async function handed(text = SAMPLE): Promise<{ session: Session; workbook: LiveMemory }> {
      const { workbook } = await filled(text);
      await workbook.unmark();
      workbook.calls.length = 0;
      return start(workbook);
    }

    it('finds the same as in the document, and marks the cells', async () => {
      const { session, workbook } = await handed();
      await session.check();
      assert.deepEqual(places(session), [keyOf(FIRST), keyOf(SECOND)]);
      assert.deepEqual(Object.keys(workbook.marks()).sort(), [keyOf(FIRST), keyOf(SECOND)].sort());
      assert.match(session.state.status, /已核对工作簿/);
    });

    it('follows edits from then on', async () => {
      const { session, workbook } = await handed();
      await session.check();
      workbook.type(EXPENDITURE, { C22: 180.6 });
      await followed(session);
      assert.deepEqual(places(session), [keyOf(SECOND)]);
    });

    it('refuses a workbook without forms', async () => {
      const { session, workbook } = start();
      await session.check();
      assert.match(session.state.alert!.cause, /没有识别到/);
      assert.deepEqual(workbook.calls, []);
    });

    it('after filling it comes to the same as filling', async () => {
      const { session, workbook } = await filled();
      const before = session.state.result!.findings.map(({ key }) => key);
      const marks = workbook.marks();
      await session.check();
      assert.deepEqual(
        session.state.result!.findings.map(({ key }) => key),
        before,
      );
      assert.deepEqual(Object.keys(workbook.marks()), Object.keys(marks));
    });
  });

  describe('what stands in the sheets of results', () => {
    const shown = async (workbook: LiveMemory, name: string): Promise<string> => {
      const [sheet] = await workbook.readBack([name]);
      return sheet!.values.flat().join('|');
    };

    it('核对 writes them anew; what people wrote into 检查表 stays, and the fill can still be taken back', async () => {
      const { session, workbook } = await filled();
      assert.match(await shown(workbook, INSPECTION_SHEET), /错误 2 处/);
      workbook.type(INSPECTION_SHEET, { D3: '检查人：王小明' });
      workbook.type(EXPENDITURE, { C22: 180.6 });
      await followed(session);
      assert.match(await shown(workbook, INSPECTION_SHEET), /错误 2 处/, 'an edit alone writes nothing');
      await session.check();
      for (const name of [FINDINGS_SHEET, INSPECTION_SHEET])
        assert.match(await shown(workbook, name), /错误 1 [条处]/, name);
      assert.match(await shown(workbook, INSPECTION_SHEET), /检查人：王小明/);
      await session.undo();
      assert.deepEqual(await workbook.sheetNames(), []);
    });

    it('a workbook without them gets none', async () => {
      const { session, workbook } = await filled();
      for (const name of [FINDINGS_SHEET, INSPECTION_SHEET]) workbook.deleteSheet(name);
      await session.check();
      assert.ok(!(await workbook.sheetNames()).includes(INSPECTION_SHEET));
    });

    it('an export has them as of now; findings that were let pass are counted, not listed', async () => {
      const { session } = await filled();
      const [first] = session.state.result!.findings;
      await session.ignore(first!, '已核实');
      let form = '';
      await session.withWorkbook('', async (reports) => {
        form = reports
          .find(({ name }) => name === INSPECTION_SHEET)!
          .values.flat()
          .join('|');
        return '';
      });
      assert.match(form, /错误 1 处.*已忽略 1 条/s);
    });
  });

  it('a workbook that cannot be opened is told to whoever needs it', async () => {
    const session = new Session(Promise.reject(new Error('网络不通')), OPTIONS);
    keep(session);
    await session.recognize(SAMPLE);
    assert.equal(session.state.alert, undefined);
    await session.fill(yes);
    assert.match(session.state.alert!.cause, /网络不通/);
  });
});
