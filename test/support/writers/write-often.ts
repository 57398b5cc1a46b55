// Writes one file many times, each time with bytes of its own from end to end.
import { writeWhole } from '../../../src/cli/write';

const [path, byte, times, length] = process.argv.slice(2);
for (let time = 0; time < Number(times); time += 1)
  writeWhole(path!, new Uint8Array(Number(length)).fill(Number(byte)));
