/*
 * Univer takes the keyboard whenever it sees fit: when it appears, when a sheet changes. That is out of the hands of
 * somebody who pastes or types beside it.
 */

/**
 * Keeps the keyboard with the element beside the spreadsheet until a person, or we for one, goes to the spreadsheet.
 */
export class FocusGuard {
  /** Who has the keyboard and keeps it. */
  private holder: HTMLElement | undefined;
  private isTabbing = false;

  /** @param beside what stands beside the spreadsheet on the page */
  constructor(private readonly beside: HTMLElement) {
    const page = beside.ownerDocument;
    this.focused(page.activeElement);
    page.addEventListener('focusin', ({ target }) => this.focused(target));
    page.addEventListener('pointerdown', ({ target }) => this.pressed(target), { capture: true });
    page.addEventListener('keydown', ({ key }) => key === 'Tab' && this.tabbed(), { capture: true });
  }

  /** Lets the spreadsheet have the keyboard. */
  allow(): void {
    this.holder = undefined;
  }

  private isBeside(target: EventTarget | null): target is HTMLElement {
    return target instanceof HTMLElement && this.beside.contains(target);
  }

  private pressed(target: EventTarget | null): void {
    if (!this.isBeside(target)) this.allow();
  }

  /** The next move of the focus is the person's own doing, if it comes within this turn: the key may move nothing. */
  private tabbed(): void {
    this.isTabbing = true;
    setTimeout(() => (this.isTabbing = false), 0);
  }

  private focused(target: EventTarget | null): void {
    const byKey = this.isTabbing;
    // One key moves the focus once. What comes after it in the same turn is the spreadsheet's doing.
    this.isTabbing = false;
    if (this.isBeside(target)) this.holder = target;
    else if (byKey) this.allow();
    else if (this.holder?.isConnected) this.holder.focus({ preventScroll: true });
  }
}
