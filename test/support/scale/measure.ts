// Prints how much work documents of every shape are, at four sizes, as JSON. A program of its own: what is counted has to be loaded after the counter.
import { Counter } from './count';
import { SHAPES } from './shapes';

const counter = new Counter();
await counter.begin();
const { checkText, resultOf, toText, workbookOf } = await import('../../../src');
const { MemoryWorkbook } = await import('../../../src/workbook');

/** Reads, checks, tells and fills in. */
async function whole(text: string): Promise<void> {
  const checked = checkText('样例', text);
  toText(resultOf(checked));
  await new MemoryWorkbook().apply(workbookOf(checked));
}

const [only, factor = '1'] = process.argv.slice(2);
for (const { name, base, text } of SHAPES) {
  if (only && !name.includes(only)) continue;
  const texts = [1, 2, 4, 8].map((times) => text(times * base * Number(factor)));
  // What is read once and remembered is not counted.
  await whole(texts.at(-1)!);
  const counts = [];
  for (const each of texts) counts.push(await counter.countOf(() => whole(each)));
  const [before, last] = counts.slice(-2) as [(typeof counts)[0], (typeof counts)[0]];
  const exponent = (more: number, less: number): number => Math.round(100 * Math.log2(more / less)) / 100;
  console.log(
    JSON.stringify({
      name,
      counts: counts.map(({ total }) => Math.round(total)),
      exponent: exponent(last.total, before.total),
      // Whose share is worth a look, and grows faster than the document.
      growing: [...last.functions]
        .filter(([, count]) => count > last.total / 100)
        .map(([each, count]) => [each, exponent(count, before.functions.get(each) ?? 1)] as const)
        .filter(([, each]) => each > 1.3)
        .slice(0, 5),
    }),
  );
}
