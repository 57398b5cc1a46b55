import '@fluentui/web-components/button/define.js';

/*
 * Elements made by hand. Everything that comes from a document goes in as text, never as markup.
 */

export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element; a string among the children becomes text, and an attribute that is true has no value. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : value);
  }
}

/** Puts text where it differs, so that nothing is announced or drawn anew without need. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element: HTMLElement, visible: boolean): void {
  element.hidden = !visible;
}

export interface ButtonOptions {
  readonly appearance?: 'primary' | 'outline' | 'subtle' | 'transparent';
  readonly attributes?: Attributes;
  /** Shown when the pointer rests on it. */
  readonly title?: string;
}

/**
 * A Fluent button. Its role is written out: assistive tools of the simpler kind do not see the one inside the
 * component.
 */
export function makeButton(label: string, act: () => void, options: ButtonOptions = {}): HTMLElement {
  const { appearance = 'outline', attributes = {}, title } = options;
  const element = document.createElement('fluent-button');
  setAttributes(element, { role: 'button', size: 'small', appearance, title, ...attributes });
  element.append(label);
  element.addEventListener('click', (event) => {
    if (isOff(element)) event.stopImmediatePropagation();
    else act();
  });
  return element;
}

/** A button that is off keeps the keyboard focus, so that nobody loses the place while work is going on. */
export function setOff(element: HTMLElement, off: boolean): void {
  if (isOff(element) === off) return;
  setAttributes(element, { 'disabled-focusable': off, 'aria-disabled': off ? 'true' : undefined });
}

function isOff(element: HTMLElement): boolean {
  return element.getAttribute('aria-disabled') === 'true';
}

let ids = 0;

/** An id that no other element of the page has. */
export function newId(stem: string): string {
  return `gouji-${stem}-${(ids += 1)}`;
}
