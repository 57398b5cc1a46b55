import '@fluentui/web-components/progress-bar/define.js';
import type { Session, State } from '../session';
import { make, makeButton, setAttributes, setText, show } from './dom';

/*
 * What is going on, what was done, and what went wrong. Always there and always of one height, so that nothing jumps.
 */

export interface StatusView {
  readonly element: HTMLElement;
  render(state: State): void;
  /** Says something until the next change of state. */
  tell(text: string): void;
}

export function makeStatusView(session: Session): StatusView {
  const bar = document.createElement('fluent-progress-bar');
  setAttributes(bar, { role: 'progressbar', 'aria-label': '进度', 'aria-valuemin': '0', max: '100' });
  const status = make('p', { role: 'status', class: 'status' });
  const cancel = makeButton('取消', () => session.cancel(), { appearance: 'subtle' });
  const cause = make('strong', {});
  const remedy = make('span', {});
  const close = makeButton('知道了', () => session.dismissAlert(), { appearance: 'subtle' });
  const words = make('div', { role: 'alert', class: 'alert-words' }, cause, remedy);
  const alert = make(
    'div',
    { class: 'alert' },
    make('span', { class: 'symbol', 'aria-hidden': 'true' }, '！'),
    words,
    close,
  );
  const element = make(
    'footer',
    { class: 'foot' },
    alert,
    make('div', { class: 'progress' }, bar),
    make('div', { class: 'status-line' }, status, cancel),
  );
  return {
    element,
    tell: (text) => setText(status, text),
    render: ({ busy, status: done, alert: fault }) => {
      const percent = busy ? Math.round((100 * busy.done + 50) / Math.max(1, busy.steps)) : 0;
      setAttributes(bar, {
        value: String(Math.min(100, percent)),
        'aria-valuenow': String(Math.min(100, percent)),
        'aria-valuetext': busy?.text,
      });
      show(bar, busy !== undefined);
      show(cancel, busy !== undefined);
      setText(status, busy?.text ?? done);
      show(alert, fault !== undefined);
      setText(cause, fault?.cause ?? '');
      setText(remedy, fault?.remedy ?? '');
    },
  };
}
