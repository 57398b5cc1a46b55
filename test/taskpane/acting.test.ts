import assert from 'node:assert/strict';
import { closeAll, EXPENDITURE, filled, FIRST, followed, keyOf, places, SECOND, start } from './driver';

describe('pane session: acting on findings', () => {
  afterEach(closeAll);

  it('shows the cell', async () => {
    const { session, workbook } = await filled();
    await session.select(session.state.result!.findings[0]!);
    assert.deepEqual(workbook.selected, FIRST);
  });

  it('writes the proposed value as a number', async () => {
    const { session, workbook } = await filled();
    const [finding] = session.state.result!.findings;
    assert.deepEqual(finding!.proposal, { place: FIRST, value: 180.6, text: '180.60万元' });
    await session.adopt(finding!);
    assert.equal(workbook.valueOf(FIRST), 180.6);
    assert.deepEqual(places(session), [keyOf(SECOND)]);
    assert.deepEqual(Object.keys(workbook.marks()), [keyOf(SECOND)]);
    assert.match(session.state.status, /写入 180.60万元/);
  });

  it('ignores with a reason, kept in the workbook, until it is revoked', async () => {
    const { session, workbook } = await filled();
    const [finding] = session.state.result!.findings;
    await session.ignore(finding!, '  已确认  ');
    assert.deepEqual(places(session), [keyOf(SECOND)]);
    assert.deepEqual(Object.keys(workbook.marks()), [keyOf(SECOND)]);
    const [entry] = session.state.result!.ignored;
    assert.deepEqual([entry!.reason, entry!.date, entry!.message], ['已确认', '2024-03-01', finding!.message]);

    const other = start(workbook).session;
    await other.check();
    assert.deepEqual(places(other), [keyOf(SECOND)]);
    assert.equal(other.state.result!.ignored.length, 1);
    await other.restore(entry!.key);
    assert.deepEqual(places(other), [keyOf(FIRST), keyOf(SECOND)]);
    assert.equal(Object.keys(workbook.marks()).length, 2);
  });

  it('what was ignored comes back when its figure changes', async () => {
    const { session, workbook } = await filled();
    await session.ignore(session.state.result!.findings[0]!, '已确认');
    workbook.type(EXPENDITURE, { C22: 107 });
    await followed(session);
    assert.deepEqual(places(session), [keyOf(FIRST), keyOf(SECOND)]);
  });

  it('clears the marks and leaves them off until the next check', async () => {
    const { session, workbook } = await filled();
    await session.clearMarks();
    assert.deepEqual(workbook.marks(), {});
    assert.equal(places(session).length, 2);
    workbook.type(EXPENDITURE, { C22: 107 });
    await followed(session);
    assert.deepEqual(workbook.marks(), {});
    await session.check();
    assert.equal(Object.keys(workbook.marks()).length, 2);
  });

  it('clears marks of an earlier session too', async () => {
    const { workbook } = await filled();
    const { session } = start(workbook);
    await session.clearMarks();
    assert.deepEqual(workbook.marks(), {});
  });

  it('a second action while one is going on is refused', async () => {
    const { session, workbook } = await filled();
    workbook.calls.length = 0;
    await Promise.all([session.clearMarks(), session.undo()]);
    assert.deepEqual(workbook.calls, ['unmark']);
  });
});
