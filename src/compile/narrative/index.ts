export { explain } from './write';
export { BLANK, type Block, type Explanation, type Run, toPlainText } from './text';
