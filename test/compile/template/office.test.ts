import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read, type WorkBook } from '@e965/xlsx';
import { checkFile, checkText, resultOf } from '../../../src';
import { FAMILIES } from '../../../src/families';
import { cellName, writeXlsx } from '../../../src/workbook';
import { sampleFamily } from '../../ledger/families';
import { fillIn } from './fill-in';

/*
 * What a real spreadsheet program makes of the templates' formulas. Where there is none on the machine the tests say
 * so; their own reckoning (evaluate.ts) stands in template.test.ts.
 */

const PROGRAM = (process.env.PATH ?? '')
  .split(delimiter)
  .filter(Boolean)
  .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** A profile that calculates every file anew when it is opened; else the results in the file are believed. */
const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Opens a workbook, calculates it and saves it again. */
function recalculated(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_CALCULATE);
    const source = join(folder, 'template.xlsx');
    writeFileSync(source, bytes);
    const out = join(folder, 'out');
    const { status, stderr } = spawnSync(
      PROGRAM!,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        source,
      ],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    return readFileSync(join(out, 'template.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function numberAt(book: WorkBook, sheet: string, cell: string): number {
  const found = book.Sheets[sheet]?.[cell] as { v?: unknown; t?: string } | undefined;
  assert.notEqual(found?.t, 'e', `${sheet} ${cell} is an error`);
  return typeof found?.v === 'number' ? found.v : 0;
}

describe('templates calculated by an office program', () => {
  for (const id of ['shanxi-budget', 'shanxi-final', 'shanghai-budget', 'shanghai-final'] as const)
    it(`${id}: totals are those of the ledger, and a check finds nothing`, async function () {
      if (!PROGRAM) {
        console.log('      soffice is not on this machine: formulas are calculated by the tests themselves only');
        this.skip();
      }
      this.timeout(300_000);
      const family = FAMILIES.find((each) => each.id === id)!;
      const [document] = sampleFamily(id, 3, 1, { precision: 'exact', clean: true, scale: 'small' });
      const { plan, expected } = fillIn(checkText('公开.txt', document!.text).disclosure, family);
      const bytes = recalculated(await writeXlsx(plan));
      const book = read(bytes, { type: 'array' });
      for (const { cell, value } of expected) {
        const [place, got] = [
          cellName(cell.row, cell.at),
          numberAt(book, cell.grid.sheet, cellName(cell.row, cell.at)),
        ];
        assert.ok(Math.abs(got - Number(value)) < 1e-6, `${cell.grid.sheet} ${place}: ${got}, not ${value}`);
      }
      assert.ok(expected.some(({ value }) => value !== '0'));
      const { findings } = resultOf(await checkFile('填好.xlsx', bytes));
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
        [],
      );
    });
});
