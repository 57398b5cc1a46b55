import { make } from './view/dom';

/** Says that the pane cannot work here, and leads to the page that needs no Excel. */
export function showUnsupported(root: HTMLElement, reason: string): void {
  const page = make('a', { href: 'index.html', target: '_blank', rel: 'noopener' }, '打开独立网页');
  root.replaceChildren(make('div', { class: 'plain' }, make('p', { role: 'alert' }, reason), make('p', {}, page)));
}
