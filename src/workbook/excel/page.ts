import type { PrintSetup } from '../plan';
import { rowsAddress } from './write-sheet';

/*
 * How a sheet is printed. Excel keeps this with the printer's driver and refuses it where there is no printer, so it
 * goes into a request of its own whose failure costs nothing else.
 */

const FOOTER = '第 &P 页，共 &N 页';

/** @param withTitles false leaves the repeated rows as they are */
export function setPage(sheet: Excel.Worksheet, print: PrintSetup, withTitles: boolean): void {
  const { orientation, pagesTall, repeatRows, repeatFrom = 0, margins, centred, pageNumbers } = print;
  const { pageLayout } = sheet;
  pageLayout.orientation = orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1, ...(pagesTall > 0 && { verticalFitToPages: pagesTall }) };
  pageLayout.leftMargin = margins.side;
  pageLayout.rightMargin = margins.side;
  pageLayout.topMargin = margins.top;
  pageLayout.bottomMargin = margins.bottom;
  pageLayout.headerMargin = margins.edge;
  pageLayout.footerMargin = margins.edge;
  pageLayout.centerHorizontally = centred;
  if (pageNumbers) pageLayout.headersFooters.defaultForAllPages.centerFooter = FOOTER;
  if (withTitles && repeatRows > 0) pageLayout.setPrintTitleRows(rowsAddress(repeatRows, repeatFrom));
}

const KEPT = [
  ...['orientation', 'paperSize', 'zoom', 'centerHorizontally'],
  ...['leftMargin', 'rightMargin', 'topMargin', 'bottomMargin', 'headerMargin', 'footerMargin'],
] as const;

/** Asks for what setPage changes. */
export function loadPage({ pageLayout }: Excel.Worksheet): Excel.PageLayout {
  pageLayout.load([...KEPT, 'headersFooters/defaultForAllPages/centerFooter'].join(','));
  return pageLayout;
}

/** The scale or the pages, whichever holds: Excel tells both and takes one. */
function zoomOf({
  scale,
  horizontalFitToPages,
  verticalFitToPages,
}: Excel.PageLayoutZoomOptions): Excel.PageLayoutZoomOptions {
  if (!horizontalFitToPages && !verticalFitToPages) return { scale: scale ?? 100 };
  return {
    ...(horizontalFitToPages && { horizontalFitToPages }),
    ...(verticalFitToPages && { verticalFitToPages }),
  };
}

/** Puts on `sheet` what was loaded from another one. */
export function copyPage(sheet: Excel.Worksheet, from: Excel.PageLayout): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = from.orientation;
  pageLayout.paperSize = from.paperSize;
  pageLayout.zoom = zoomOf(from.zoom);
  pageLayout.centerHorizontally = from.centerHorizontally;
  pageLayout.leftMargin = from.leftMargin;
  pageLayout.rightMargin = from.rightMargin;
  pageLayout.topMargin = from.topMargin;
  pageLayout.bottomMargin = from.bottomMargin;
  pageLayout.headerMargin = from.headerMargin;
  pageLayout.footerMargin = from.footerMargin;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = from.headersFooters.defaultForAllPages.centerFooter;
}
