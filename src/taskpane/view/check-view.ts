import type { CheckView as Checked } from '../checker';
import { countFindings, matchesFilter, SEVERITY_ORDER, type Filter, type ListedFinding } from '../findings';
import type { Ignored } from '../ignored';
import type { Severity } from '../../model/relation';
import type { Session, State } from '../session';
import { make, makeButton, setAttributes, setOff, setText, show } from './dom';
import { FindingItem, SEVERITY_WORDS, type FindingActions } from './finding-item';
import { makeSection } from './section';

/*
 * Step 3: the findings. The list is changed by difference: what a person has unfolded or begun to type stays.
 */

// More cards at once than anybody reads; drawing all of a hopeless document would take seconds.
const PAGE = 100;

export interface CheckViewOptions {
  /** Only where the pane stands beside a workbook of its own. */
  readonly exportWorkbook?: () => void;
  readonly select: (finding: ListedFinding) => void;
  readonly tell: (text: string) => void;
}

export class CheckView {
  readonly element: HTMLElement;
  private readonly items = new Map<string, FindingItem>();
  private readonly list = make('ul', { role: 'list', 'aria-label': '核对结果', class: 'findings' });
  private readonly coverage = make('p', { class: 'coverage' });
  private readonly nothing = make('p', { class: 'hint' });
  private readonly filters = make('div', { class: 'filters', role: 'group', 'aria-label': '按级别筛选' });
  private readonly search = make('input', {
    type: 'search',
    'aria-label': '搜索结果',
    placeholder: '搜索',
    autocomplete: 'off',
  });
  private readonly tools = make('div', { class: 'tools' }, this.filters, this.search);
  private readonly ignored = make('details', { class: 'ignored' });
  private readonly more: HTMLElement;
  private readonly filterButtons = new Map<Severity | 'all', HTMLElement>();
  private readonly actionButtons: readonly HTMLElement[];
  private readonly actions: FindingActions;
  private filter: Filter = { search: '' };
  private limit = PAGE;
  private state: State | undefined;
  private shownIgnored: readonly Ignored[] | undefined;

  constructor(
    private readonly session: Session,
    { exportWorkbook, select, tell }: CheckViewOptions,
  ) {
    this.actions = {
      select,
      tell,
      adopt: (finding) => void session.adopt(finding),
      ignore: (finding, reason) => void session.ignore(finding, reason),
    };
    const check = makeButton('核对', () => void session.check(), {
      appearance: 'primary',
      title: '按现状核对打开的工作簿',
    });
    const clear = makeButton('清除标记', () => void session.clearMarks());
    const save = exportWorkbook ? [makeButton('导出工作簿', exportWorkbook)] : [];
    this.actionButtons = [check, clear, ...save];
    this.more = makeButton('显示更多', () => this.showMore());
    for (const severity of ['all', ...SEVERITY_ORDER] as const) this.addFilter(severity);
    this.search.addEventListener('input', () => this.setFilter({ ...this.filter, search: this.search.value }));
    this.element = makeSection(
      'check',
      '核对',
      make('div', { class: 'actions' }, clear, ...save, make('span', { class: 'space' }), check),
      this.coverage,
      this.tools,
      this.list,
      this.nothing,
      this.more,
      this.ignored,
    );
  }

  render(state: State): void {
    this.state = state;
    const { result, busy } = state;
    for (const button of this.actionButtons) setOff(button, busy !== undefined);
    setText(this.coverage, result ? coverageText(result) : '');
    show(this.coverage, result !== undefined);
    show(this.tools, (result?.findings.length ?? 0) > 0);
    this.showFilters(result?.findings ?? []);
    this.showFindings(result, busy !== undefined);
    this.showIgnored(result?.ignored ?? []);
  }

  private addFilter(key: Severity | 'all'): void {
    const act = (): void =>
      this.setFilter(key === 'all' ? { search: this.filter.search } : { search: this.filter.search, severity: key });
    const button = makeButton('', act, { appearance: 'subtle', attributes: { class: `filter ${key}` } });
    this.filterButtons.set(key, button);
    this.filters.append(button);
  }

  private setFilter(filter: Filter): void {
    this.filter = filter;
    this.limit = PAGE;
    if (this.state) this.render(this.state);
  }

  private showMore(): void {
    this.limit += PAGE;
    if (this.state) this.render(this.state);
  }

  private showFilters(findings: readonly ListedFinding[]): void {
    const counts = countFindings(findings);
    for (const [key, button] of this.filterButtons) {
      setText(button, key === 'all' ? `全部 ${findings.length}` : `${SEVERITY_WORDS[key]} ${counts[key]}`);
      setAttributes(button, { 'aria-pressed': String(key === (this.filter.severity ?? 'all')) });
    }
  }

  private showFindings(result: Checked | undefined, busy: boolean): void {
    const findings = result?.findings ?? [];
    const matching = findings.filter((finding) => matchesFilter(finding, this.filter));
    const shown = matching.slice(0, this.limit);
    this.dropOthers(new Set(findings.map(({ key }) => key)), new Set(shown.map(({ key }) => key)));
    const sizes = new Map<string, number>();
    for (const { group } of matching) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    let group: string | undefined;
    let next = this.list.firstElementChild;
    for (const finding of shown) {
      const item = this.itemFor(finding);
      item.setButtons(busy);
      item.setGroup(finding.group === group ? undefined : `${finding.group}（${sizes.get(finding.group)!}）`);
      group = finding.group;
      if (item.element === next) next = next.nextElementSibling;
      else this.list.insertBefore(item.element, next);
    }
    show(this.list, shown.length > 0);
    show(this.more, matching.length > shown.length);
    setText(this.nothing, nothingText(result, matching.length));
    show(this.nothing, shown.length === 0);
  }

  private itemFor(finding: ListedFinding): FindingItem {
    const known = this.items.get(finding.key);
    if (known) {
      known.update(finding);
      return known;
    }
    const item = new FindingItem(finding, this.actions);
    this.items.set(finding.key, item);
    return item;
  }

  /** Takes what is not shown out of the list, and forgets what is not found any more. */
  private dropOthers(found: ReadonlySet<string>, shown: ReadonlySet<string>): void {
    for (const [key, { element }] of this.items) {
      if (!shown.has(key)) element.remove();
      if (!found.has(key)) this.items.delete(key);
    }
  }

  private showIgnored(ignored: readonly Ignored[]): void {
    if (ignored === this.shownIgnored) return;
    this.shownIgnored = ignored;
    show(this.ignored, ignored.length > 0);
    const items = ignored.map(({ key, severity, message, reason, date }) =>
      make(
        'li',
        {},
        make('p', { class: 'message' }, `${SEVERITY_WORDS[severity]}：${message}`),
        make('p', { class: 'reason-text' }, `理由：${reason}（${date}）`),
        makeButton('取消忽略', () => void this.session.restore(key), { appearance: 'subtle' }),
      ),
    );
    this.ignored.replaceChildren(
      make('summary', {}, `已忽略 ${ignored.length} 条`),
      make('ul', { role: 'list', 'aria-label': '已忽略' }, ...items),
    );
  }
}

function coverageText({ coverage, textCoverage, unchecked, unmarked }: Checked): string {
  const parts = [`表内数字 ${coverage.figures} 个，已核对 ${coverage.checked} 个`];
  if (textCoverage) parts.push(`文字说明中数字 ${textCoverage.figures} 个，已核对 ${textCoverage.checked} 个`);
  if (unchecked > 0) parts.push(`${unchecked} 个没有其他数字可以印证，请人工核对`);
  const locked = unmarked.map((name) => `“${name}”`).join('、');
  return `${parts.join('；')}。${locked === '' ? '' : `工作表${locked}受保护，没有标记。`}`;
}

function nothingText(result: Checked | undefined, matching: number): string {
  if (!result) return '填入模板后自动核对；也可以直接核对打开的工作簿。结果列在这里，改动单元格后随时复核。';
  if (result.findings.length === 0) return '未发现问题。';
  return matching === 0 ? '没有符合筛选条件的结果。' : '';
}
