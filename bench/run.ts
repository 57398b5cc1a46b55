import { cleanDocuments } from './clean';
import { corpusSensitivity, generatedSensitivity } from './sensitivity';
import { severalSlips } from './slips';
import { speed } from './speed';

/*
 * npm run bench [-- speed clean sensitivity text slips]: figures as JSON on standard output.
 */

const WITH_TEXT = ['000', '001', '003', '004', '上海'];

const PARTS = {
  speed: () => speed() ?? 'no corpus',
  clean: () => cleanDocuments(2000, 1),
  text: () => ({
    amounts: corpusSensitivity(WITH_TEXT, 'amount'),
    percentages: corpusSensitivity(WITH_TEXT, 'percent'),
  }),
  sensitivity: () => ({
    ...corpusSensitivity(['000', '001', '004', '上海']),
    generated: generatedSensitivity(200, 0.15),
  }),
  slips: () => severalSlips(),
} as const;

const wanted = process.argv.slice(2).filter((part): part is keyof typeof PARTS => part in PARTS);
const result: Record<string, unknown> = {};
for (const part of wanted.length > 0 ? wanted : (Object.keys(PARTS) as (keyof typeof PARTS)[]))
  result[part] = PARTS[part]();
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
