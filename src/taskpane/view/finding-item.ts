import { placeText } from '../../index';
import type { ListedFinding } from '../findings';
import { make, makeButton, newId, setOff, setText, show, type Attributes } from './dom';

/*
 * One finding of the list: what is wrong, why, and what can be done about it.
 */

export interface FindingActions {
  select(finding: ListedFinding): void;
  adopt(finding: ListedFinding): void;
  ignore(finding: ListedFinding, reason: string): void;
  /** Tells the person something without moving the focus. */
  tell(text: string): void;
}

export const SEVERITY_WORDS = { error: '错误', warning: '提醒', info: '提示' } as const;
const SYMBOLS = { error: '✕', warning: '！', info: 'i' } as const;
// A second click that comes later than this is a new one, not a confirmation.
const CONFIRM_MS = 10_000;

export class FindingItem {
  readonly element: HTMLLIElement;
  private readonly group = make('h3', { class: 'group' });
  private readonly message = make('p', { class: 'message', id: newId('message') });
  private readonly cell = make('span', { class: 'cell' });
  private readonly evidence = make('details', { class: 'evidence' });
  private readonly confirmation = make('p', { class: 'confirmation' });
  private readonly adopt: HTMLElement;
  private readonly buttons: readonly HTMLElement[];
  private readonly form: HTMLFormElement;
  private armed: ReturnType<typeof setTimeout> | undefined;
  private shown: ListedFinding | undefined;
  private evidenceText: string | undefined;

  constructor(
    private finding: ListedFinding,
    private readonly actions: FindingActions,
  ) {
    const about: Attributes = { 'aria-describedby': this.message.id };
    const options = { attributes: about } as const;
    const select = makeButton('定位', () => this.actions.select(this.finding), options);
    this.adopt = makeButton('采用建议值', () => this.confirmOrAdopt(), options);
    const ignore = makeButton('忽略', () => this.openForm(), { ...options, appearance: 'subtle' });
    this.buttons = [select, this.adopt, ignore];
    this.adopt.addEventListener('blur', () => this.disarm());
    this.form = this.makeForm(ignore);
    show(this.form, false);
    show(this.confirmation, false);
    const { severity } = finding;
    const badge = make(
      'span',
      { class: 'badge' },
      make('span', { class: 'symbol', 'aria-hidden': 'true' }, SYMBOLS[severity]),
      SEVERITY_WORDS[severity],
    );
    this.element = make(
      'li',
      { class: `finding ${severity}` },
      this.group,
      make(
        'div',
        { class: 'card' },
        make('div', { class: 'card-head' }, badge, this.cell),
        this.message,
        this.evidence,
        make('div', { class: 'actions' }, select, this.adopt, ignore),
        this.confirmation,
        this.form,
      ),
    );
    this.update(finding);
  }

  /** Shows the finding as it is now; a key stands for one contradiction, but its arithmetic can change. */
  update(finding: ListedFinding): void {
    if (finding === this.shown) return;
    this.finding = this.shown = finding;
    const { message, place, source, proposal } = finding;
    setText(this.message, message);
    setText(this.cell, [place?.cell, source && placeText(source)].filter(Boolean).join('，'));
    this.showEvidence(finding.evidence);
    this.setButtons(false);
    this.adopt.title = proposal
      ? `把 ${proposal.place.cell} 改为 ${proposal.text}`
      : '没有可以直接写入的建议值；文字中的数字请在原文中更正';
  }

  /** Shows the name of the form above the first of its findings. */
  setGroup(text: string | undefined): void {
    show(this.group, text !== undefined);
    setText(this.group, text ?? '');
  }

  /** Buttons are off while something else is going on, and where there is nothing to do. */
  setButtons(busy: boolean): void {
    const { place, source, proposal } = this.finding;
    const [select, adopt, ignore] = this.buttons;
    setOff(select!, busy || !(place ?? source));
    setOff(adopt!, busy || !proposal);
    setOff(ignore!, busy);
  }

  private showEvidence(evidence: readonly string[]): void {
    const text = evidence.join('\n');
    if (text === this.evidenceText) return;
    this.evidenceText = text;
    show(this.evidence, evidence.length > 0);
    const lines = evidence.map((line) => make('li', {}, line));
    this.evidence.replaceChildren(make('summary', {}, `依据 ${evidence.length} 条`), make('ul', {}, ...lines));
  }

  private confirmOrAdopt(): void {
    const { proposal, finding } = this.finding;
    if (!proposal) return;
    if (this.armed !== undefined) {
      this.disarm();
      this.actions.adopt(this.finding);
      return;
    }
    const before = finding.stated === '' ? '空白' : finding.stated;
    const text = `再点一次“采用建议值”，把 ${proposal.place.cell} 的 ${before} 改为 ${proposal.text}。`;
    this.armed = setTimeout(() => this.disarm(), CONFIRM_MS);
    this.adopt.setAttribute('appearance', 'primary');
    setText(this.confirmation, text);
    show(this.confirmation, true);
    this.actions.tell(text);
  }

  private disarm(): void {
    if (this.armed === undefined) return;
    clearTimeout(this.armed);
    this.armed = undefined;
    this.adopt.setAttribute('appearance', 'outline');
    show(this.confirmation, false);
    this.actions.tell('');
  }

  private openForm(): void {
    show(this.form, true);
    this.form.querySelector('input')?.focus();
  }

  private makeForm(opener: HTMLElement): HTMLFormElement {
    const id = newId('reason');
    const input = make('input', {
      id,
      type: 'text',
      maxlength: '200',
      autocomplete: 'off',
      placeholder: '例如：主管部门已确认',
    });
    const close = (): void => {
      show(form, false);
      opener.focus();
    };
    const accept = (): void => {
      const reason = input.value.trim();
      input.setAttribute('aria-invalid', String(reason === ''));
      if (reason === '') {
        this.actions.tell('请填写忽略理由。');
        input.focus();
        return;
      }
      this.actions.ignore(this.finding, reason);
    };
    const form = make(
      'form',
      { class: 'reason' },
      make('label', { for: id, class: 'field-label' }, '忽略理由（必填，保存在工作簿中）'),
      input,
      make(
        'div',
        { class: 'actions' },
        make('span', { class: 'space' }),
        makeButton('取消', close),
        makeButton('确定', accept, { appearance: 'primary' }),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      accept();
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    return form;
  }
}
