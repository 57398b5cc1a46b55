/*
 * How far a long command is, on standard error: one line that is drawn anew on a terminal, a line now and then
 * elsewhere.
 */

const ERASE = '\r\u001b[K';
/** Parts of the whole after which a line is written where nothing can be drawn anew. */
const STEPS = 10;
/** Fewer are done before a line is of use. */
const FEW = 20;

export class Progress {
  private done = 0;
  private drawn = false;

  constructor(
    private readonly total: number,
    private readonly stream: { readonly isTTY?: boolean; write(text: string): unknown } = process.stderr,
  ) {}

  /** One more is done. */
  step(): void {
    const before = this.stepOf(this.done);
    this.done += 1;
    if (this.stream.isTTY) this.draw();
    else if (this.total >= FEW && this.stepOf(this.done) > before) this.stream.write(`gouji: ${this.text()}\n`);
  }

  /** Writes a line that stays. */
  say(line: string): void {
    this.clear();
    this.stream.write(`${line}\n`);
    if (this.stream.isTTY && this.done < this.total) this.draw();
  }

  /** Takes the drawn line away. */
  clear(): void {
    if (this.drawn) this.stream.write(ERASE);
    this.drawn = false;
  }

  private draw(): void {
    this.stream.write(`${ERASE}${this.text()}`);
    this.drawn = true;
  }

  private text(): string {
    return `已核对 ${this.done}/${this.total}`;
  }

  private stepOf(done: number): number {
    return Math.floor((done * STEPS) / this.total);
  }
}
