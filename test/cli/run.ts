import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/*
 * The command line as a user calls it: a process of its own, in a folder of its own.
 */

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const TSX = import.meta.resolve('tsx');
const MAIN = resolve('src/cli/main.ts');

const NODE = [process.execPath, '--import', TSX, MAIN];

function run(cwd: string, [program = '', ...args]: readonly string[]): Outcome {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/** Runs gouji in a folder. */
export function gouji(cwd: string, ...args: readonly string[]): Outcome {
  return run(cwd, [...NODE, ...args]);
}

/** Runs another script of ours. */
export function runScript(script: string, ...args: readonly string[]): Outcome {
  return run(process.cwd(), [process.execPath, '--import', TSX, script, ...args]);
}

/** Runs gouji in a folder, its output read by another program. */
export function piped(cwd: string, reader: string, ...args: readonly string[]): Outcome {
  return run(cwd, ['sh', '-c', `"$@" | ${reader}`, 'sh', ...NODE, ...args]);
}

/** Runs gouji in a folder, in a shell that does something before; "$@" is the call. */
export function inShell(cwd: string, script: string, ...args: readonly string[]): Outcome {
  return run(cwd, ['bash', '-c', script, 'bash', ...NODE, ...args]);
}

/** A folder for one test file, with files in it; removed at the end. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'gouji-'));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return name;
  }

  run(...args: readonly string[]): Outcome {
    return gouji(this.path, ...args);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export const SOUND =
  '2023年预算支出总表\n单位名称：澄溪县民政局\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n' +
  '合计\t\t3.00\t1.00\t2.00\n201\t一般公共服务支出\t3.00\t1.00\t2.00\n';
export const WRONG = SOUND.replace('201\t一般公共服务支出\t3.00', '201\t一般公共服务支出\t8.00');
