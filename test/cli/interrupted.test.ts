import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { Dice } from '../ledger/dice';
import { build, type Built } from '../support/built-command';
import { Folder, type Outcome, SOUND, WRONG } from './run';

/*
 * Commands that are killed, and commands that write one file at the same time: what is written is the old file or the
 * new one, and what was done is not done again.
 */

const KILLER = new URL('../support/writers/kill-at.mjs', import.meta.url).href;
const MOMENTS = 20;
const FILES = 12;

interface Ended extends Outcome {
  readonly signal: NodeJS.Signals | null;
}

describe('commands that are interrupted', function () {
  // A bound for a machine that hangs, not for one that is slow.
  this.timeout(600_000);
  let built: Built;
  let folder: Folder;
  const at = (name: string): string => join(folder.path, name);
  const bytes = (name: string): Buffer => fs.readFileSync(at(name));
  const environment = { ...process.env, NODE_OPTIONS: '' };

  /** Runs the command; killed at one of its calls that write, where one is given. */
  const run = (call: readonly string[], moment?: number): Ended => {
    const first = moment === undefined ? [] : ['--import', `${KILLER}?at=${moment}`];
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...first, built.program, ...call], {
      cwd: folder.path,
      env: environment,
      encoding: 'utf8',
    });
    return { status, signal, stdout, stderr };
  };
  const start = (call: readonly string[], delay?: number): Promise<Ended> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [built.program, ...call], { cwd: folder.path, env: environment });
      const said = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const)
        child[name].on('data', (text: Buffer) => (said[name] += text.toString()));
      const timer = delay === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), delay);
      child.on('close', (status, signal) => {
        clearTimeout(timer);
        resolve({ status, signal, ...said });
      });
    });
  const callsOf = (call: readonly string[]): number => Number(/calls: (\d+)\n$/.exec(run(call, 0).stderr)![1]);
  const clear = (): void => {
    for (const name of fs.readdirSync(folder.path)) if (/\.(?:xlsx|ndjson|part)$/.test(name)) fs.rmSync(at(name));
  };
  const isOneOf = (name: string, ...contents: readonly Buffer[]): boolean =>
    contents.some((content) => bytes(name).equals(content));

  before(async () => {
    built = await build();
    folder = new Folder();
    folder.write('wrong.txt', WRONG);
    folder.write('sound.txt', SOUND);
    for (let file = 0; file < FILES; file += 1)
      folder.write(`in/${file}.txt`, (file % 3 === 0 ? WRONG : SOUND).replace('澄溪', `澄溪${file}`));
  });
  afterEach(clear);
  after(() => {
    folder.remove();
    built.remove();
  });

  it(`fill, killed at ${MOMENTS} moments: the old workbook or the new one`, () => {
    const call = ['fill', 'wrong.txt', '-o', 'out.xlsx'];
    assert.equal(run(call).status, 1);
    const whole = bytes('out.xlsx');
    const old = Buffer.from('the old one');
    const calls = callsOf(call);
    assert.ok(calls >= 5, `${calls}`);
    const dice = new Dice(20);
    const seen = new Set<boolean>();
    for (let turn = 0; turn < MOMENTS; turn += 1) {
      fs.writeFileSync(at('out.xlsx'), old);
      // Each at least once, then any.
      const moment = turn < calls ? turn + 1 : 1 + dice.below(calls);
      assert.equal(run(call, moment).signal, 'SIGKILL', `moment ${moment}`);
      assert.ok(isOneOf('out.xlsx', old, whole), `moment ${moment}: a half`);
      seen.add(isOneOf('out.xlsx', whole));
    }
    assert.deepEqual([...seen].sort(), [false, true]);
    assert.equal(run(call).status, 1);
    assert.deepEqual(bytes('out.xlsx'), whole);
  });

  it(`batch, killed at ${MOMENTS} moments and gone on with: the bytes of a run that nobody disturbed`, async () => {
    const call = ['batch', 'in', '-o', 'out.xlsx', '--jobs', '2'];
    const began = Date.now();
    const undisturbed = run(call);
    const lasted = Date.now() - began;
    const whole = bytes('out.xlsx');
    clear();
    const calls = callsOf(call);
    assert.ok(calls > FILES);
    const dice = new Dice(21);
    for (let turn = 0; turn < MOMENTS;) {
      clear();
      let done = 0;
      for (const end = turn + 1 + dice.below(5); turn < Math.min(end, MOMENTS); turn += 1) {
        const again = fs.existsSync(at('out.ndjson')) ? [...call, '--resume'] : call;
        // By itself at a call, or from outside at a moment between its begin and about its end.
        if (turn % 2 === 0) run(again, 1 + dice.below(calls));
        else await start(again, (lasted * (20 + dice.below(90))) / 100);
        if (fs.existsSync(at('out.xlsx'))) assert.ok(isOneOf('out.xlsx', whole), `turn ${turn}: a half`);
        const now = entries('out.ndjson');
        assert.ok(now >= done, `turn ${turn}: ${now} files done, ${done} before`);
        done = now;
      }
      // What there is can be looked at, even before it is gone on with.
      if (fs.existsSync(at('out.ndjson'))) {
        const { status, stderr } = run(['batch', '--merge', 'out.ndjson', '-o', 'merged.xlsx']);
        assert.equal(status, done < FILES ? 2 : 1, stderr);
        assert.equal(stderr.match(/没有它的结果/g)?.length ?? 0, FILES - done);
        assert.ok(read(bytes('merged.xlsx')).SheetNames.includes('汇总'));
      }
      const { status, stdout } = run([...call, '--resume']);
      assert.deepEqual([status, stdout], [undisturbed.status, undisturbed.stdout]);
      assert.deepEqual(bytes('out.xlsx'), whole, `turn ${turn}: gone on with`);
      run(['batch', '--merge', 'out.ndjson', '-o', 'merged.xlsx']);
      assert.deepEqual(bytes('merged.xlsx'), whole, `turn ${turn}: merged`);
    }
  });

  /** How many files have a line in a journal; 0 without a journal. */
  const entries = (name: string): number => {
    if (!fs.existsSync(at(name))) return 0;
    const lines = bytes(name).toString().split('\n').slice(1);
    return lines.filter((line) => line.endsWith('}') && line.includes('"stamp"')).length;
  };

  it('a journal cut anywhere, or with a line that is none: gone on with from what is whole', () => {
    const call = ['batch', 'in', '-o', 'out.xlsx'];
    run(call);
    const [whole, journal] = [bytes('out.xlsx'), bytes('out.ndjson')];
    const head = journal.indexOf(0x0a);
    const dice = new Dice(22);
    const cut = (end: number): Buffer => journal.subarray(0, end);
    const damaged: Buffer[] = [
      // Entities are written in Chinese: a cut may fall into a character.
      ...Array.from({ length: 3 }, () => cut(head + 2 + dice.below(journal.length - head - 2))),
      cut(head),
      cut(head + 1),
      Buffer.concat([
        cut(journal.length - 40),
        Buffer.from('\n{"at":1,"read":\u0000\n[]\n\n'),
        journal.subarray(head + 1),
      ]),
    ];
    for (const content of damaged) {
      fs.writeFileSync(at('out.ndjson'), content);
      fs.rmSync(at('out.xlsx'));
      const { status, stderr } = run([...call, '--resume']);
      assert.equal(status, 1, stderr);
      assert.deepEqual(bytes('out.xlsx'), whole);
      run(['batch', '--merge', 'out.ndjson', '-o', 'merged.xlsx']);
      assert.deepEqual(bytes('merged.xlsx'), whole);
      assert.equal(entries('out.ndjson'), FILES);
    }
  });

  it('a journal cut in its first line: said, and nothing is written', () => {
    const call = ['batch', 'in', '-o', 'out.xlsx'];
    run(call);
    fs.writeFileSync(at('out.ndjson'), bytes('out.ndjson').subarray(0, 60));
    fs.rmSync(at('out.xlsx'));
    const { status, stderr } = run([...call, '--resume']);
    assert.equal(status, 2);
    assert.match(stderr, /^gouji: 进度文件 out\.ndjson 已损坏[^\n]*\n$/);
    assert.ok(!fs.existsSync(at('out.xlsx')));
  });

  it('two commands that write one workbook: each ends well, and it is the one or the other', async () => {
    const texts = ['wrong.txt', 'sound.txt'];
    const wholes = texts.map((name) => {
      run(['fill', name, '-o', 'alone.xlsx']);
      return bytes('alone.xlsx');
    });
    for (let turn = 0; turn < 5; turn += 1) {
      const both = await Promise.all(texts.map((name) => start(['fill', name, '-o', 'out.xlsx'])));
      assert.deepEqual(
        both.map(({ status, stderr }) => [status, stderr]),
        [
          [1, ''],
          [0, ''],
        ],
      );
      assert.ok(isOneOf('out.xlsx', ...wholes));
    }
    assert.deepEqual(
      fs.readdirSync(folder.path).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  it('two batches of one output: the workbook is whole, and the journal is one of theirs', async () => {
    const call = ['batch', 'in', '-o', 'out.xlsx'];
    const alone = run(call);
    const whole = bytes('out.xlsx');
    for (let turn = 0; turn < 3; turn += 1) {
      clear();
      for (const ended of await Promise.all([start(call), start(call)])) assert.deepEqual({ ...ended }, alone);
      assert.deepEqual(bytes('out.xlsx'), whole);
      run(['batch', '--merge', 'out.ndjson', '-o', 'merged.xlsx']);
      assert.deepEqual(bytes('merged.xlsx'), whole);
    }
  });
});
