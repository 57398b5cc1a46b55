import './pane.css';
import type { ListedFinding } from '../findings';
import type { Session, State } from '../session';
import { CheckView } from './check-view';
import { confirmOverwrite } from './confirm';
import { make, setAttributes } from './dom';
import { makeFillView } from './fill-view';
import { makeImportView } from './import-view';
import { sectionId, type StepId } from './section';
import { makeStatusView } from './status-view';

/*
 * The pane: three steps under one another, and a line that says what is going on.
 */

export interface PaneOptions {
  readonly loadSample: () => Promise<string>;
  /** Writes the workbook to a file; absent where the workbook is Excel's own. */
  readonly exportWorkbook?: () => void;
  /** A cell is about to be shown. */
  readonly onSelect?: () => void;
  /** What the spreadsheet program cannot do, a sentence each. */
  readonly limits?: readonly string[];
}

const STEPS: readonly (readonly [StepId, string])[] = [
  ['import', '导入'],
  ['fill', '填表'],
  ['check', '核对'],
];

/** Puts the pane into an element of the page, in place of what was there. */
export function mountPane(root: HTMLElement, session: Session, options: PaneOptions): void {
  const { loadSample, exportWorkbook, onSelect, limits = [] } = options;
  const status = makeStatusView(session);
  const input = makeImportView(session, loadSample);
  const fill = makeFillView(session, confirmOverwrite);
  const select = (finding: ListedFinding): void => {
    if (finding.place) {
      onSelect?.();
      void session.select(finding);
      return;
    }
    const place = session.placeInText(finding);
    if (!place || !input.selectText(place)) status.tell('公开文本已经改动，找不到原来的位置。');
  };
  const check = new CheckView(session, {
    select,
    tell: (text) => status.tell(text),
    ...(exportWorkbook && { exportWorkbook }),
  });
  const links = new Map(STEPS.map(([step, name]) => [step, makeLink(step, name)]));
  const head = make(
    'header',
    { class: 'head' },
    make('h1', {}, '勾稽'),
    make('nav', { 'aria-label': '步骤' }, make('ol', {}, ...[...links.values()].map((link) => make('li', {}, link)))),
  );
  const body = make('div', { class: 'steps' }, ...makeLimits(limits), input.element, fill.element, check.element);
  root.replaceChildren(head, body, status.element);

  let step: StepId = 'import';
  const render = (state: State): void => {
    for (const view of [input, fill, check, status]) view.render(state);
    const now: StepId = state.result ? 'check' : state.recognition ? 'fill' : 'import';
    for (const [name, link] of links) setAttributes(link, { 'aria-current': name === now ? 'step' : undefined });
    // What the person has to look at next comes into view, but only when there is something new.
    if (now !== step) {
      step = now;
      document.getElementById(sectionId(now))?.scrollIntoView({ block: 'start' });
    }
  };
  session.onChange(render);
  render(session.state);
}

/** Said where the person can look it up, and out of the way. */
function makeLimits(limits: readonly string[]): Node[] {
  if (limits.length === 0) return [];
  const list = make('ul', {}, ...limits.map((limit) => make('li', {}, limit)));
  return [make('details', { class: 'limits' }, make('summary', {}, '这个 Excel 版本的限制'), list)];
}

/** A link within the pane. It goes there by itself: Office pages have no history that an address could enter. */
function makeLink(step: StepId, name: string): HTMLAnchorElement {
  const link = make('a', { href: `#${sectionId(step)}` }, name);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById(sectionId(step))?.scrollIntoView({ block: 'start' });
    document.getElementById(`${sectionId(step)}-title`)?.focus({ preventScroll: true });
  });
  return link;
}
