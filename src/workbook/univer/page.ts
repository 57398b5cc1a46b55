import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';

/* The spreadsheet together with its style sheets, which only a page can load. */

export { UniverWorkbook } from './index';
