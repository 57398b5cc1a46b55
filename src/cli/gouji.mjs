#!/usr/bin/env -S node --max-semi-space-size=64
// Stands still while dist/ comes and goes, so that `npx gouji` can link to it before the first build. A document leaves many small short-lived
// objects: with room for them, hundreds of documents take a fifth less time.
import { existsSync } from 'node:fs';

const built = new URL('../../dist/gouji.mjs', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write('gouji: 尚未构建，请先运行 npm run build\n');
  process.exitCode = 2;
}
