// Loaded before a command: kills it with SIGKILL at one of the calls by which it writes (?at=N, from 1), in the middle of it where it can be half
// done. With at=0 it is left alone, and says at its end how many calls there were.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const at = Number(new URL(import.meta.url).searchParams.get('at'));
const { writeFileSync, writeSync } = fs;
let calls = 0;

function moment(half) {
  calls += 1;
  if (calls !== at) return;
  half();
  process.kill(process.pid, 'SIGKILL');
}

for (const name of ['fchmodSync', 'fsyncSync', 'renameSync']) {
  const call = fs[name];
  fs[name] = (...args) => {
    moment(() => undefined);
    return call(...args);
  };
}
const { openSync } = fs;
fs.openSync = (path, flags, mode) => {
  const file = openSync(path, flags, mode);
  if (flags === 'wx') moment(() => undefined);
  return file;
};
fs.writeFileSync = (file, data, options) => {
  if (typeof file === 'number')
    moment(() => {
      const bytes = Buffer.from(data);
      writeSync(file, bytes, 0, bytes.length >> 1);
    });
  return writeFileSync(file, data, options);
};
syncBuiltinESMExports();
if (at === 0) process.on('exit', () => writeSync(2, `calls: ${calls}\n`));
