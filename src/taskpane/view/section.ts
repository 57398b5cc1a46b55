import { make } from './dom';

export type StepId = 'import' | 'fill' | 'check';

const NUMBERS: Readonly<Record<StepId, string>> = { import: '1', fill: '2', check: '3' };

export const sectionId = (step: StepId): string => `gouji-${step}`;

/** One step of the pane, with its heading. */
export function makeSection(step: StepId, title: string, ...children: readonly Node[]): HTMLElement {
  const id = sectionId(step);
  const heading = make(
    'h2',
    { id: `${id}-title`, tabindex: '-1' },
    make('span', { class: 'step-number', 'aria-hidden': 'true' }, NUMBERS[step]),
    title,
  );
  return make('section', { id, class: 'step', 'aria-labelledby': `${id}-title` }, heading, ...children);
}
