import { DEPARTMENT_WORDS, EITHER_WORD, UNIT_WORDS } from '../../../vocabulary/narrative/wording';
import { type Rule, say } from '../../rule';
import { spot } from './places';

/** A document of one 单位 that speaks as a 部门, and the other way round. */
export const levelWords: Rule = {
  id: 'structure/level-words',
  title: '部门与单位不混用',
  basis: '单位预决算称“本单位”，部门预决算称“本部门”',
  dependsOn: 'shape',
  inspect: ({ disclosure: { narrative, profile } }) => {
    const isUnit = profile.level === 'unit';
    const [own, other] = isUnit ? [UNIT_WORDS, DEPARTMENT_WORDS] : [DEPARTMENT_WORDS, UNIT_WORDS];
    const lines = narrative?.lines ?? [];
    const spots = lines.flatMap((line) => {
      const match = other.exec(line.text);
      return match && !EITHER_WORD.test(line.text) ? [spot(line, match.index, match[0])] : [];
    });
    if (spots.length === 0) return [];
    const mixed = lines.some(({ text }) => own.test(text));
    return [
      say('structure/level-words', '{level}{kind}中使用“{words}”等{other}用语 {count} 处{mixed}', {
        severity: 'info',
        figures: spots,
        with: {
          level: isUnit ? '单位' : '部门',
          kind: profile.kind === 'budget' ? '预算' : '决算',
          words: spots[0]!.amount.raw,
          other: isUnit ? '部门' : '单位',
          count: spots.length,
          mixed: mixed ? '，前后不一致' : '',
        },
      }),
    ];
  },
};
