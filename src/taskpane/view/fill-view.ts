import type { FormRow, FormStatus, Recognition } from '../recognition';
import type { ConfirmOverwrite, Session, State } from '../session';
import { make, makeButton, setOff, show } from './dom';
import { makeSection } from './section';

/*
 * Step 2: what was recognised, form by form, and filling it in.
 */

const STATUS_CLASS: Readonly<Record<FormStatus, string>> = { 已识别: 'found', 空表: 'empty', 缺失: 'missing' };

export interface FillView {
  readonly element: HTMLElement;
  render(state: State): void;
}

export function makeFillView(session: Session, confirm: ConfirmOverwrite): FillView {
  const hint = make('p', { class: 'hint' }, '识别以后，这里列出每张表是否齐全、有多少个数字。');
  const place = make('div', { class: 'recognition' });
  const fill = makeButton('填入模板', () => void session.fill(confirm), { appearance: 'primary' });
  const undo = makeButton('撤销填入', () => void session.undo());
  const actions = make('div', { class: 'actions' }, undo, make('span', { class: 'space' }), fill);
  const element = makeSection('fill', '填表', hint, place, actions);
  let shown: Recognition | undefined;
  return {
    element,
    render: ({ busy, recognition }) => {
      if (recognition !== shown) {
        shown = recognition;
        place.replaceChildren(...(recognition ? [makeTable(recognition)] : []));
        show(hint, !recognition);
      }
      setOff(fill, busy !== undefined || !recognition);
      setOff(undo, busy !== undefined);
    },
  };
}

function makeTable({ profile, forms, remarks }: Recognition): HTMLElement {
  const head = ['表', '状态', '数字'].map((text) => make('th', { scope: 'col' }, text));
  return make(
    'table',
    { 'aria-label': '识别结果', class: 'forms' },
    make('caption', {}, ...profile.map((part) => make('span', { class: 'profile' }, part))),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...forms.map(makeRow)),
    ...(remarks.length > 0 ? [makeRemarks(remarks)] : []),
  );
}

function makeRow({ name, status, amounts }: FormRow): HTMLElement {
  return make(
    'tr',
    {},
    make('th', { scope: 'row' }, name),
    make('td', {}, make('span', { class: `form-status ${STATUS_CLASS[status]}` }, status)),
    make('td', { class: 'number' }, status === '缺失' ? '—' : String(amounts)),
  );
}

function makeRemarks(remarks: readonly string[]): HTMLElement {
  const list = make('ul', {}, ...remarks.map((remark) => make('li', {}, remark)));
  return make(
    'tbody',
    { class: 'remarks' },
    make('tr', {}, make('td', { colspan: '3' }, make('strong', {}, '未能识别或需要留意：'), list)),
  );
}
