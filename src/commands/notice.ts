/*
 * A word to the user of a button that has no pane: a small window that shows this page with the text in it.
 */

const PARAMETER = 'notice';

// An address may not be long; a message is a sentence or two.
const MOST_CHARACTERS = 300;

/** The text that this page was opened to show. */
export function noticeIn(address: string): string | undefined {
  return new URL(address).searchParams.get(PARAMETER) ?? undefined;
}

function addressOf(text: string): string {
  const url = new URL(location.href);
  url.hash = '';
  url.search = '';
  url.searchParams.set(PARAMETER, text.slice(0, MOST_CHARACTERS));
  return url.href;
}

/** Opens the window; resolves once it is open, or cannot be. */
export function tell(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (!Office.context.requirements.isSetSupported('DialogApi', '1.1')) {
      resolve();
      return;
    }
    const size = { height: 25, width: 30, displayInIframe: true };
    Office.context.ui.displayDialogAsync(addressOf(text), size, () => resolve());
  });
}
