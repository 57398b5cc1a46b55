import { make, makeButton, newId } from './dom';

// A department with many units can have dozens of sheets; the first ones say enough.
const MOST_NAMES = 16;

/** Asks in a dialog whether sheets may be replaced. Escape and closing mean no. */
export function confirmOverwrite(names: readonly string[]): Promise<boolean> {
  const title = newId('dialog');
  const rest = names.length - MOST_NAMES;
  const list = make('ul', {}, ...names.slice(0, MOST_NAMES).map((name) => make('li', {}, name)));
  const no = makeButton('取消', () => dialog.close('no'));
  const yes = makeButton('覆盖', () => dialog.close('yes'), { appearance: 'primary' });
  const dialog = make(
    'dialog',
    { 'aria-labelledby': title, class: 'confirm' },
    make('h2', { id: title }, `覆盖 ${names.length} 张已有的工作表？`),
    make('p', {}, '工作簿中已有同名的工作表，填入会替换其中的内容。其他工作表不变，填入后可以撤销。'),
    list,
    ...(rest > 0 ? [make('p', {}, `其余 ${rest} 张从略。`)] : []),
    make('div', { class: 'actions' }, make('span', { class: 'space' }), no, yes),
  );
  document.body.append(dialog);
  dialog.showModal();
  // What changes nothing is what a hasty Enter should do.
  no.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
