import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type * as Recheck from 'recheck';
import type * as Patterns from '../../src/shared/pattern';

/*
 * Is a regular expression matched in linear time, whatever the text? Two analysers are asked: recheck decides by
 * automata, and eslint-plugin-regexp (which `npm run lint` runs) by the quantifiers; each knows what the other does not.
 */

// The analyser also comes as a program of its own; the one in JavaScript runs everywhere.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = createRequire(import.meta.url)('recheck') as typeof Recheck;

/** In ms: many patterns are looked at, and what takes longer is left to the other analyser. */
const SHORT = 400;
/** For the few that have to be decided, however busy the machine is. */
export const PATIENT = 60_000;

export type Verdict = 'safe' | 'vulnerable' | 'unknown';

/** What is known of a pattern. @param patience in ms */
export function verdictOf(source: string, flags: string, patience = SHORT): Verdict {
  return checkSync(source, flags, { checker: 'automaton', timeout: patience }).status;
}

export interface FoundPattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every literal pattern of the files below a folder. */
export function literalPatterns(folder: string): FoundPattern[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ts$/.test(name));
  return files.flatMap((name) => patternsOf(resolve(folder, name), name));
}

function patternsOf(path: string, name: string): FoundPattern[] {
  const file = ts.createSourceFile(name, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: FoundPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const text = node.getText();
      const end = text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${name}:${line + 1}`, source: text.slice(1, end), flags: text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The module that makes them, loaded as the modules that use it are: by another way it would be another one. */
export async function maker(): Promise<typeof Patterns> {
  return (await import(pathToFileURL(resolve('src/shared/pattern.ts')).href)) as typeof Patterns;
}

/** Every pattern that the modules of these folders make when they are loaded. */
export async function builtPatterns(folders: readonly string[]): Promise<FoundPattern[]> {
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/\.ts$/.test(name)) await import(pathToFileURL(resolve(folder, name)).href);
  return (await maker()).patternsMade().map(({ source, flags }) => ({ where: 'made', source, flags }));
}
