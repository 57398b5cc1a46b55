import { checkSource, workbookOf, type Checked } from '../index';
import type { Severity } from '../model/relation';
import type { SourceDocument } from '../model/source';
import { OWN_SHEETS, type SheetPlan } from '../workbook';
import type { Edit, LiveWorkbook } from '../workbook/live';
import { nameKey } from '../workbook/sheet-name';
import { holdsFigures } from './basis';
import { Checker, type CheckView } from './checker';
import { alertOf, Cancelled, Refused, type Alert } from './errors';
import { countFindings, type ListedFinding } from './findings';
import { documentOf, placeInText, readFile, readMarkup, type Input } from './input';
import { recognitionOf, type Recognition } from './recognition';

/*
 * What the pane does, without a page: text is recognised, filled in and checked, edits are followed, findings are put
 * right or let pass. Views show the state and call the methods. Every method settles; what failed is told in the state.
 */

/** Work that is going on. */
export interface Busy {
  readonly text: string;
  /** Steps done, of so many. */
  readonly done: number;
  readonly steps: number;
}

export interface State {
  readonly busy?: Busy;
  /** What was done last. */
  readonly status: string;
  readonly alert?: Alert;
  readonly recognition?: Recognition;
  readonly result?: CheckView;
}

/** Asks before sheets of these names are replaced. */
export type ConfirmOverwrite = (names: readonly string[]) => Promise<boolean>;

export interface SessionOptions {
  /** Today as YYYY-MM-DD. */
  readonly today?: () => string;
  /** Lets the page draw what is going on before the work goes on. */
  readonly pause?: () => Promise<void>;
  /** How long after an edit the sheets are read as a document again, in milliseconds. */
  readonly settleAfter?: number;
}

const WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };

// What a browser's performance tools, and our own measurements, find the last re-check under.
const RECHECK = 'gouji: recheck';

const NOTHING_PASTED: Alert = {
  cause: '“公开文本”是空的。',
  remedy: '请粘贴预决算公开的全文，或点“选择文件”“载入示例”。',
};
const NOTHING_RECOGNISED: Alert = {
  cause: '没有识别到任何预决算公开表。',
  remedy: '请粘贴含有公开表的全文；表格各列之间应是制表符，从网页、Word 或 WPS 中整表复制即可。',
};
const NOTHING_TO_CHECK: Alert = {
  cause: '工作簿中没有识别到预决算公开表。',
  remedy: '请先识别公开文本并填入模板，或打开已经填好公开表的工作簿。',
};
const NOTHING_TO_FILL: Alert = { cause: '还没有识别公开文本。', remedy: '请先粘贴公开文本并点“识别”。' };

interface Recognised {
  readonly input: Input | undefined;
  readonly source: SourceDocument;
  readonly checked: Checked;
}

export class Session {
  private current: State = { status: '' };
  private readonly listeners = new Set<(state: State) => void>();
  private input: Input | undefined;
  private recognised: Recognised | undefined;
  private ready: { readonly workbook: LiveWorkbook; readonly checker: Checker } | undefined;
  private stopListening: () => void = () => undefined;
  private running = false;
  private cancelled = false;
  private readonly edited = new Set<string>();
  private settleTimer: ReturnType<typeof setTimeout> | undefined;
  /** Everything that touches the workbook comes after everything before it. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly today: () => string;
  private readonly pause: () => Promise<void>;
  private readonly settleAfter: number;

  /** @param opening the workbook, which may still be loading: recognising needs none */
  constructor(
    private readonly opening: Promise<LiveWorkbook>,
    options: SessionOptions = {},
  ) {
    this.today = options.today ?? (() => new Date().toLocaleDateString('sv-SE'));
    this.pause = options.pause ?? (() => new Promise((resolve) => setTimeout(resolve, 20)));
    this.settleAfter = options.settleAfter ?? 600;
    // Who needs the workbook awaits it again and is told of the failure.
    this.connect().catch(() => undefined);
  }

  get state(): State {
    return this.current;
  }

  /** Name of the document for file names: what the profile says. */
  get documentName(): string {
    return this.recognised ? recognitionOf(this.recognised.checked).profile.slice(0, 3).join('') : '';
  }

  /** @returns a function that stops it */
  onChange(listener: (state: State) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    this.stopListening();
    clearTimeout(this.settleTimer);
    this.listeners.clear();
  }

  /** Gives up the work that is going on, at the next step where nothing is left half done. */
  cancel(): void {
    if (this.current.busy) this.cancelled = true;
  }

  dismissAlert(): void {
    this.update({ alert: undefined });
  }

  /**
   * Takes in a file.
   * @returns what the pane shows as text; undefined when it could not be read
   */
  async takeFile(name: string, read: () => Promise<Uint8Array>): Promise<Input | undefined> {
    return this.takeInput(`已读取“${name}”，点“识别”继续。`, async () => readFile(name, await read()));
  }

  /** Takes in HTML from the clipboard. */
  async takeMarkup(html: string): Promise<Input | undefined> {
    return this.takeInput('已粘贴表格，点“识别”继续。', () => readMarkup('粘贴的内容', html));
  }

  /** Takes in text that comes with a name of its own. */
  async takeText(name: string, load: () => Promise<string>): Promise<Input | undefined> {
    return this.takeInput(`已载入${name}，点“识别”继续。`, async () => ({ name, text: await load() }));
  }

  /** Recognises the text that the pane shows. */
  async recognize(text: string): Promise<void> {
    await this.run(1, async (step) => {
      this.recognised = undefined;
      this.update({ recognition: undefined });
      if (text.trim() === '') throw new Refused(NOTHING_PASTED);
      await step('正在识别…');
      const source = documentOf(this.input, '粘贴的文本', text);
      const checked = checkSource(source);
      if (!holdsFigures(checked)) throw new Refused(NOTHING_RECOGNISED);
      this.recognised = { input: this.input, source, checked };
      const recognition = recognitionOf(checked);
      this.update({ recognition });
      const missing = recognition.forms.filter(({ status }) => status === '缺失').length;
      const printed = recognition.forms.length - missing;
      return `识别到 ${printed} 张表${missing > 0 ? `，缺 ${missing} 张` : ''}。点“填入模板”继续。`;
    });
  }

  /** Fills the template sheets with what was recognised, checks and marks them. */
  async fill(confirm: ConfirmOverwrite): Promise<void> {
    await this.run(3, async (step) => {
      if (!this.recognised) throw new Refused(NOTHING_TO_FILL);
      const { source, checked } = this.recognised;
      await step('正在排版…');
      const plan = workbookOf(checked);
      const { workbook, checker } = await this.connect();
      const present = new Map((await workbook.sheetNames()).map((name) => [nameKey(name), name]));
      const replaced = plan.sheets.flatMap(({ name }) => present.get(nameKey(name)) ?? []);
      if (replaced.length > 0 && !(await confirm(replaced))) throw new Cancelled('没有覆盖，工作簿未改动。');
      await step(`正在写入 ${plan.sheets.length} 张工作表…`);
      await workbook.apply({ sheets: plan.sheets, marks: [] });
      if (this.cancelled) {
        await workbook.undo();
        throw new Cancelled('已取消，填入的工作表已撤销。');
      }
      await step('正在标记…');
      await checker.filledWith(source, checked, plan);
      const forms = plan.sheets.filter(({ name }) => !OWN_SHEETS.includes(name)).length;
      return `已填入 ${forms} 张表。${this.countText(checker)}`;
    });
  }

  /** Checks the open workbook as it stands. */
  async check(): Promise<void> {
    await this.run(3, async (step) => {
      const { checker } = await this.connect();
      if (!(await checker.check(step))) throw new Refused(NOTHING_TO_CHECK);
      await checker.refreshReports();
      return `已核对工作簿。${this.countText(checker)}`;
    });
  }

  /** Takes the last filling back. */
  async undo(): Promise<void> {
    await this.run(1, async (step) => {
      const { workbook, checker } = await this.connect();
      await step('正在撤销…');
      const done = await workbook.undo();
      if (!done) return '没有可以撤销的填入。';
      await checker.forget();
      return '已撤销填入，工作簿恢复原状。';
    });
  }

  async clearMarks(): Promise<void> {
    await this.run(1, async (step) => {
      const { checker } = await this.connect();
      await step('正在清除标记…');
      await checker.clearMarks();
      return '已清除全部标记；再次核对时会重新标记。';
    });
  }

  /** Brings the cell of a finding into view. */
  async select({ place }: ListedFinding): Promise<void> {
    if (!place) return;
    await this.run(0, async () => {
      const { workbook } = await this.connect();
      await workbook.select(place);
      return `已选中“${place.sheet}”${place.cell}。`;
    });
  }

  /** Where the figure of a finding stands in the text that was recognised; undefined where that cannot be told. */
  placeInText({ source }: ListedFinding): ReturnType<typeof placeInText> {
    return source && placeInText(this.recognised?.input, source);
  }

  /** Writes the proposed value into the cell of the figure that is most likely wrong. */
  async adopt({ proposal }: ListedFinding): Promise<void> {
    if (!proposal) return;
    const { place, value, text } = proposal;
    await this.run(0, async () => {
      const { workbook, checker } = await this.connect();
      await workbook.write(place, value);
      await checker.follow([place.sheet]);
      this.settleLater();
      return `已在“${place.sheet}”${place.cell} 写入 ${text}。${this.countText(checker)}`;
    });
  }

  async ignore(finding: ListedFinding, reason: string): Promise<void> {
    await this.run(0, async () => {
      const { checker } = await this.connect();
      await checker.ignore(finding, reason, this.today());
      return `已忽略 1 条，理由保存在工作簿中。${this.countText(checker)}`;
    });
  }

  async restore(key: string): Promise<void> {
    await this.run(0, async () => {
      const { checker } = await this.connect();
      await checker.restore(key);
      return `已取消忽略。${this.countText(checker)}`;
    });
  }

  /**
   * Does something with the workbook that the session knows nothing of, such as writing it to a file.
   * @param work is given the sheets of results as of now
   */
  async withWorkbook(text: string, work: (reports: readonly SheetPlan[]) => Promise<string>): Promise<void> {
    await this.run(1, async (step) => {
      const { checker } = await this.connect();
      await step(text);
      return work(await checker.reportSheets());
    });
  }

  private async connect(): Promise<{ readonly workbook: LiveWorkbook; readonly checker: Checker }> {
    const workbook = await this.opening;
    if (!this.ready) {
      this.ready = { workbook, checker: new Checker(workbook) };
      this.stopListening = workbook.onEdit((edits) => this.edit(edits));
    }
    return this.ready;
  }

  private async takeInput(status: string, read: () => Promise<Input>): Promise<Input | undefined> {
    let input: Input | undefined;
    await this.run(1, async (step) => {
      await step('正在读取…');
      input = await read();
      this.input = input;
      return status;
    });
    return input;
  }

  /** Edits come one by one and often many at once; what came together is checked together. */
  private edit(edits: readonly Edit[]): void {
    const isFirst = this.edited.size === 0;
    for (const { sheet } of edits) this.edited.add(sheet);
    if (isFirst && this.edited.size > 0) void this.inTurn(() => this.followEdits());
  }

  private async followEdits(): Promise<void> {
    const names = [...this.edited];
    this.edited.clear();
    const { checker } = this.ready!;
    const start = performance.now();
    try {
      if (!(await checker.follow(names))) return;
      this.update({ status: `已复核。${this.countText(checker)}`, alert: undefined });
      performance.clearMeasures(RECHECK);
      performance.measure(RECHECK, { start, end: performance.now() });
      this.settleLater();
    } catch (error) {
      this.update({ alert: alertOf(error) });
    }
  }

  private settleLater(): void {
    clearTimeout(this.settleTimer);
    this.settleTimer = setTimeout(() => void this.inTurn(() => this.settle()), this.settleAfter);
  }

  private async settle(): Promise<void> {
    const { checker } = this.ready!;
    if (!checker.isPatched || this.edited.size > 0) return;
    try {
      await checker.settle();
      this.update({});
    } catch (error) {
      this.update({ alert: alertOf(error) });
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Runs one action of the person's; a second one meanwhile is refused.
   * @param work tells its steps as it comes to them (an action without steps is too short to be shown), and returns
   *   what
   *   was done
   */
  private async run(steps: number, work: (step: (text: string) => Promise<void>) => Promise<string>): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.cancelled = false;
    let done = 0;
    this.update({ alert: undefined });
    const step = async (text: string): Promise<void> => {
      this.update({ busy: { text, done, steps } });
      done += 1;
      await this.pause();
      if (this.cancelled) throw new Cancelled('已取消。');
    };
    try {
      const status = await this.inTurn(() => work(step));
      this.running = false;
      this.update({ busy: undefined, status });
    } catch (error) {
      this.running = false;
      if (error instanceof Cancelled) this.update({ busy: undefined, status: error.message });
      else this.update({ busy: undefined, status: '', alert: alertOf(error) });
    }
  }

  private countText({ view }: Checker): string {
    if (!view) return '';
    const counts = countFindings(view.findings);
    const parts = (['error', 'warning', 'info'] as const).map((severity) => `${WORDS[severity]} ${counts[severity]}`);
    return `${parts.join('，')}。`;
  }

  private update(change: { [K in keyof State]?: State[K] | undefined }): void {
    const { busy, alert, recognition, status = '' } = { ...this.current, ...change };
    const result = this.ready?.checker.view;
    this.current = {
      status,
      ...(busy && { busy }),
      ...(alert && { alert }),
      ...(recognition && { recognition }),
      ...(result && { result }),
    };
    for (const listener of this.listeners) listener(this.current);
  }
}
