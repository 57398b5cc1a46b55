import { FILE_ENDINGS, holdsTable, type Input } from '../input';
import type { Session, State } from '../session';
import { make, makeButton, setOff } from './dom';
import { makeSection } from './section';

/*
 * Step 1: what is to be recognised comes in, as pasted text or tables, as a file, or as the sample.
 */

// Browsers take half a minute to type a whole disclosure into a text area; to set its value takes them no time.
const TYPED_AT_MOST = 2000;
const PLACEHOLDER = '在此粘贴预算公开或决算公开的全文，文字和表格均可（Ctrl+V）。也可以把文件拖到这里。';

export interface ImportView {
  readonly element: HTMLElement;
  render(state: State): void;
  /**
   * Shows a place of the text, to the end of its line without a length; false when the text is no longer what it was.
   */
  selectText(place: { line: number; column: number; length?: number }): boolean;
}

export function makeImportView(session: Session, loadSample: () => Promise<string>): ImportView {
  const text = make('textarea', {
    id: 'gouji-text',
    rows: '7',
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: PLACEHOLDER,
    wrap: 'off',
  });
  const file = make('input', {
    type: 'file',
    accept: FILE_ENDINGS.join(','),
    hidden: true,
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  const take = async (reading: Promise<Input | undefined>): Promise<void> => {
    const input = await reading;
    if (!input) return;
    text.value = input.text;
    text.setSelectionRange(0, 0);
    text.scrollTop = 0;
    recognize.focus();
  };
  const takeFile = (chosen: File): Promise<void> =>
    take(session.takeFile(chosen.name, async () => new Uint8Array(await chosen.arrayBuffer())));

  const choose = makeButton('选择文件', () => file.click(), { title: `可读：${FILE_ENDINGS.join(' ')}` });
  const sample = makeButton('载入示例', () => void take(session.takeText('示例', loadSample)), {
    title: '一份虚构的部门预算公开，内有两处错误',
  });
  const recognize = makeButton('识别', () => void session.recognize(text.value), { appearance: 'primary' });

  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    // The same file may be chosen again after it was corrected.
    if (chosen) void takeFile(chosen).then(() => (file.value = ''));
  });
  text.addEventListener('beforeinput', (event) => {
    const data = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (data.length <= TYPED_AT_MOST || !event.cancelable) return;
    event.preventDefault();
    text.setRangeText(data, text.selectionStart, text.selectionEnd, 'end');
  });
  text.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!holdsTable(html)) return;
    event.preventDefault();
    const isWhole = text.selectionStart === 0 && text.selectionEnd === text.value.length;
    void session.takeMarkup(html).then((input) => {
      if (!input) return;
      if (isWhole) text.value = input.text;
      else text.setRangeText(`\n${input.text}\n`, text.selectionStart, text.selectionEnd, 'end');
    });
  });
  text.addEventListener('dragover', (event) => event.preventDefault());
  text.addEventListener('drop', (event) => {
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    void takeFile(dropped);
  });

  const element = makeSection(
    'import',
    '导入',
    make('label', { for: 'gouji-text', class: 'field-label' }, '公开文本'),
    text,
    file,
    make('div', { class: 'actions' }, choose, sample, make('span', { class: 'space' }), recognize),
  );
  return {
    element,
    render: ({ busy }) => {
      for (const button of [choose, sample, recognize]) setOff(button, busy !== undefined);
    },
    selectText: ({ line, column, length }) => selectText(text, line, column, length),
  };
}

function selectText(text: HTMLTextAreaElement, line: number, column: number, wanted?: number): boolean {
  const lines = text.value.split('\n');
  const target = lines[line - 1];
  const length = wanted ?? Math.max(0, (target?.length ?? 0) - column + 1);
  if (target === undefined || column - 1 + length > target.length) return false;
  const start = lines.slice(0, line - 1).reduce((sum, { length: one }) => sum + one + 1, 0) + column - 1;
  text.focus();
  text.setSelectionRange(start, start + length);
  // Lines are not wrapped, so their height tells where the place is.
  text.scrollTop = Math.max(0, (text.scrollHeight / lines.length) * (line - 3));
  return true;
}
