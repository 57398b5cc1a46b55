export { toDocx } from './docx';
export { BLANK, type Block, type Explanation, type Run, toPlainText } from './text';
export { explain } from './write';
