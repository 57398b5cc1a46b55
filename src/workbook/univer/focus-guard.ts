/*
 * Univer takes the keyboard when it appears on the page, out of the hands of somebody who pastes or types beside it.
 */

// Univer puts some of its inputs beside its container, directly into the page.
const OWN = '[id^="univer-"], [id^="__editor_"]';

/** Gives the keyboard back until a person, or we on a person's behalf, goes to the spreadsheet. */
export class FocusGuard {
  private isWanted = false;
  /** Who had the keyboard last outside the spreadsheet. */
  private before: HTMLElement | undefined;

  constructor(private readonly container: HTMLElement) {
    const page = container.ownerDocument;
    const allow = (): void => this.allow();
    this.note(page.activeElement);
    container.addEventListener('pointerdown', allow, { capture: true });
    page.addEventListener('keydown', ({ key }) => key === 'Tab' && allow(), { capture: true });
    page.addEventListener('focusin', ({ target }) => this.note(target));
  }

  /** From now on the spreadsheet may have the keyboard. */
  allow(): void {
    this.isWanted = true;
  }

  private note(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    if (!this.container.contains(target) && !target.closest(OWN)) this.before = target;
    else if (!this.isWanted) this.giveBack(target);
  }

  private giveBack(taker: HTMLElement): void {
    if (this.before?.isConnected) this.before.focus({ preventScroll: true });
    else taker.blur();
  }
}
