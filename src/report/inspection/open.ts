import type { Disclosure } from '../../model/disclosure';
import type { InspectionGroup, InspectionItem } from '../../model/inspection';
import { type Coverage, type Figure, isText, type Reconciliation } from '../../model/relation';
import { WORDS } from './items';
import { figureText } from './rules';

/* 未核对: the figures that nothing ties. */

const MOST = 12;

function itemOf(
  name: string,
  { figures, checked }: Coverage,
  open: readonly Figure[],
  disclosure: Disclosure,
): InspectionItem {
  const shown = open.slice(0, MOST);
  const left = open.length - shown.length;
  return {
    name,
    asks: '每个数字都有其他数字可以印证；没有的请人工核对',
    result: figures === 0 ? WORDS.nothing : open.length === 0 ? '全部核对' : `未核对 ${open.length} 个`,
    tone: figures === 0 ? 'plain' : open.length === 0 ? 'good' : 'open',
    remark: {
      text:
        figures === 0
          ? ''
          : `数字 ${figures} 个，已核对 ${checked} 个${left > 0 ? `；其余未核对 ${left} 个见“核对结果”` : ''}`,
    },
    issues: shown.map((figure) => ({ text: figureText(disclosure, figure), figure, place: figure.place })),
  };
}

const NONE: Coverage = { figures: 0, checked: 0 };

export function openFigures(
  disclosure: Disclosure,
  { tableCoverage, narrativeCoverage, attachmentCoverage, unchecked }: Reconciliation,
): InspectionGroup {
  const told = new Set<Figure>(disclosure.narrative?.figures ?? []);
  const items = [
    itemOf(
      '表中数字',
      tableCoverage,
      unchecked.filter((figure) => !isText(figure)),
      disclosure,
    ),
    itemOf(
      '说明文字中的数字',
      narrativeCoverage ?? NONE,
      unchecked.filter((figure) => told.has(figure)),
      disclosure,
    ),
    ...(attachmentCoverage
      ? [
          itemOf(
            '附件、图表中的数字',
            attachmentCoverage,
            unchecked.filter((figure) => isText(figure) && !told.has(figure)),
            disclosure,
          ),
        ]
      : []),
  ];
  return { title: WORDS.open, items };
}
