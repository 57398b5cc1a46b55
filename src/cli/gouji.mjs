#!/usr/bin/env node
// Stands still while dist/ comes and goes, so that `npx gouji` can link to it before the first build.
import { existsSync } from 'node:fs';

const built = new URL('../../dist/gouji.mjs', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write('gouji: 尚未构建，请先运行 npm run build\n');
  process.exitCode = 2;
}
