import { cleanFamilies } from './clean';
import { localization } from './localize';
import { scale } from './scale';
import { corpusSensitivity, familySensitivity } from './sensitivity';
import { familySlips, severalSlips } from './slips';
import { speed } from './speed';
import { wholeSlips } from './whole';

/*
 * npm run bench [-- speed localize clean text sensitivity generated slips families whole scale]: figures as JSON on standard
 * output.
 */

const WITH_TEXT = ['000', '001', '003', '004', '上海'];

const PARTS = {
  speed: async () => (await speed()) ?? 'no corpus',
  localize: () => localization() ?? 'no corpus',
  clean: cleanFamilies,
  text: () => ({
    amounts: corpusSensitivity(WITH_TEXT, 'amount'),
    percentages: corpusSensitivity(WITH_TEXT, 'percent'),
  }),
  sensitivity: () => corpusSensitivity(['000', '001', '004', '上海']),
  generated: familySensitivity,
  slips: () => severalSlips(),
  families: familySlips,
  whole: wholeSlips,
  scale: () => scale(4),
} as const;

const wanted = process.argv.slice(2).filter((part): part is keyof typeof PARTS => part in PARTS);
const result: Record<string, unknown> = {};
for (const part of wanted.length > 0 ? wanted : (Object.keys(PARTS) as (keyof typeof PARTS)[]))
  result[part] = await PARTS[part]();
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
