import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';

/*
 * The parsed tree: attributes, what a reader of the page would see, and a walk that no depth of nesting overflows.
 */

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content is never shown as text. */
const SILENT = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'title', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas'],
  ...['audio', 'video', 'map', 'select', 'textarea', 'datalist', 'rt', 'rp', 'del'],
]);
/** Elements that begin and end a line. */
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'center',
    'dd',
    'details',
    'dir',
    'div',
    'dl',
    'dt',
    'fieldset',
  ],
  ...[
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'html',
    'legend',
    'li',
  ],
  ...[
    'main',
    'menu',
    'nav',
    'ol',
    'p',
    'pre',
    'section',
    'summary',
    'ul',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
  ],
  ...['tr', 'td', 'th'],
]);
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:p[xt]|em|rem|%)?)\s*(?:!important\s*)?(?:;|$)/i;

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => defaultTreeAdapter.isTextNode(node);
export const isBlock = ({ tagName }: Element): boolean => BLOCKS.has(tagName);
export const isCell = ({ tagName }: Element): boolean => tagName === 'td' || tagName === 'th';

/** Would a reader of the page see nothing of this element? */
export function isHidden(element: Element): boolean {
  if (SILENT.has(element.tagName) || attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && HIDDEN_STYLE.test(style);
}

/** What a walk tells of. */
export interface Visitor {
  /** @returns false to pass over the element with all that is in it; leave() is not called then */
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(value: string): void;
}

/** Walks the tree in the order of the document. */
export function walk(root: Node, visitor: Visitor): void {
  const open: { readonly element: Element | undefined; readonly children: readonly Node[]; at: number }[] = [];
  const push = (node: Node, element?: Element): void => {
    open.push({ element, children: 'childNodes' in node ? node.childNodes : [], at: 0 });
  };
  push(root);
  while (open.length > 0) {
    const top = open[open.length - 1]!;
    const node = top.children[top.at];
    top.at += 1;
    if (!node) {
      open.pop();
      if (top.element) visitor.leave(top.element);
    } else if (isText(node)) visitor.text(node.value);
    else if (isElement(node) && visitor.enter(node)) push(node, node);
  }
}
