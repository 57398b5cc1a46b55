/*
 * Univer takes the keyboard whenever it sees fit: when it appears, when a sheet changes. That is out of the hands of
 * somebody who pastes or types beside it.
 */

/** Keeps the keyboard with the element beside the spreadsheet until a person, or we for one, goes to the spreadsheet. */
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

  /** The focus moves by the person's own doing, wherever it moves to within this turn. */
  private tabbed(): void {
    this.isTabbing = true;
    setTimeout(() => (this.isTabbing = false), 0);
  }

  private focused(target: EventTarget | null): void {
    if (this.isBeside(target)) this.holder = target;
    else if (this.isTabbing) this.allow();
    else if (this.holder?.isConnected) this.holder.focus({ preventScroll: true });
  }
}
