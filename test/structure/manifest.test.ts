import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

/*
 * Excel refuses a manifest without saying where it is wrong, and Microsoft's validator is an online service. What the
 * schemas (OfficeAppManifest 1.1, TaskPaneAppVersionOverrides 1.0) ask for is therefore checked here.
 */

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root element; namespace prefixes are left off the names. */
function parse(xml: string): Element {
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const parser = new SaxesParser();
  const local = (name: string) => name.replace(/^bt:/, '');
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name: local(name), attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const root = open[0]?.children[0];
  assert.ok(root);
  return root;
}

/** The element at the end of `path`, which must exist. */
function at(root: Element, ...path: string[]): Element {
  return path.reduce((element, name) => {
    const child = element.children.find((each) => each.name === name);
    assert.ok(child, `<${element.name}> has no <${name}>`);
    return child;
  }, root);
}

function all(root: Element): Element[] {
  return [root, ...root.children.flatMap(all)];
}

const names = (element: Element): string[] => element.children.map(({ name }) => name);

/** What an element may hold, in order. `!` marks what it must have, `*` what it may have more than once. */
const ORDER: Record<string, string> = {
  OfficeApp:
    'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl HighResolutionIconUrl ' +
    'SupportUrl AppDomains Hosts! Requirements DefaultSettings! Permissions! Dictionary VersionOverrides',
  Requirements: 'Sets Methods',
  DefaultSettings: 'SourceLocation! RequestedWidth RequestedHeight',
  VersionOverrides: 'Description Requirements Hosts! Resources! WebApplicationInfo EquivalentAddins',
  DesktopFormFactor: 'GetStarted FunctionFile! ExtensionPoint*!',
  GetStarted: 'Title! Description! LearnMoreUrl',
  OfficeTab: 'Group*!',
  Group: 'Label! Icon! Control*!',
  Control: 'Label! Supertip! Icon! Action! Enabled',
  Supertip: 'Title! Description!',
  Resources: 'Images Urls ShortStrings LongStrings',
};

/** Which kind of resource each element refers to. */
const KIND_OF: Record<string, string> = {
  Image: 'Images',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  LearnMoreUrl: 'Urls',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};

const LENGTH: Record<string, number> = { Images: 2048, Urls: 2048, ShortStrings: 125, LongStrings: 250 };

/** Excel cuts a longer label of a ribbon button; Chinese characters take about two columns. */
const LABEL_COLUMNS = 18;
const columns = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);

/** Width and height of a PNG file, from its header. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(file);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG', file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('manifest', () => {
  const root = parse(readFileSync('manifest.xml', 'utf8'));
  const overrides = at(root, 'VersionOverrides');
  const form = at(overrides, 'Hosts', 'Host', 'DesktopFormFactor');
  const resources = at(overrides, 'Resources');
  const entries = resources.children.flatMap((kind) => kind.children.map((entry) => ({ kind: kind.name, entry })));
  const elements = all(root);
  const controls = elements.filter(({ name }) => name === 'Control');

  it('is a task pane for workbooks', () => {
    assert.equal(root.name, 'OfficeApp');
    assert.equal(root.attributes['xsi:type'], 'TaskPaneApp');
    assert.match(at(root, 'Id').text, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.match(at(root, 'Version').text, /^\d+\.\d+\.\d+\.\d+$/);
    assert.equal(at(root, 'Hosts', 'Host').attributes['Name'], 'Workbook');
    assert.equal(at(overrides, 'Hosts', 'Host').attributes['xsi:type'], 'Workbook');
    assert.equal(at(root, 'Permissions').text, 'ReadWriteDocument');
  });

  it('names the requirement set that it needs', () => {
    const sets = at(root, 'Requirements', 'Sets').children.map(({ attributes }) => attributes);
    assert.deepEqual(
      sets.map((set) => set['Name']),
      ['ExcelApi'],
    );
    assert.match(sets[0]?.['MinVersion'] ?? '', /^1\.\d+$/);
  });

  for (const [name, order] of Object.entries(ORDER)) {
    it(`holds what <${name}> needs, in order`, () => {
      const slots = order.split(' ').map((slot) => ({ name: slot.replace(/[*!]/g, ''), slot }));
      const found = elements.filter((element) => element.name === name);
      assert.notEqual(found.length, 0);
      for (const element of found) {
        const present = names(element);
        const expected = slots.flatMap((slot) => present.filter((child) => child === slot.name));
        assert.deepEqual(present, expected);
        for (const { name: child, slot } of slots) {
          const count = present.filter((each) => each === child).length;
          if (slot.includes('!')) assert.ok(count > 0, `<${child}> is missing`);
          if (!slot.includes('*')) assert.ok(count <= 1, `<${child}> stands twice`);
        }
      }
    });
  }

  it('speaks Chinese by default and English where that is wanted', () => {
    assert.equal(at(root, 'DefaultLocale').text, 'zh-CN');
    const texts = [
      at(root, 'DisplayName'),
      at(root, 'Description'),
      ...entries.filter(({ kind }) => kind.endsWith('Strings')).map(({ entry }) => entry),
    ];
    for (const text of texts) {
      const { id = text.name, DefaultValue = '' } = text.attributes;
      assert.match(DefaultValue, /\p{Script=Han}/u, id);
      assert.deepEqual(
        text.children.map((override) => [override.name, override.attributes['Locale']]),
        [['Override', 'en-US']],
        id,
      );
      assert.match(text.children[0]?.attributes['Value'] ?? '', /^[\x20-\x7e]+$/, id);
    }
  });

  it('keeps every text within the length that the schema allows', () => {
    const values = (element: Element) =>
      all(element).map(({ attributes }) => attributes['DefaultValue'] ?? attributes['Value'] ?? '');
    const limited: [Element, number][] = [
      [at(root, 'DisplayName'), 125],
      [at(root, 'Description'), 250],
      ...entries.map(({ kind, entry }): [Element, number] => [entry, LENGTH[kind] ?? 0]),
    ];
    for (const [element, limit] of limited) {
      for (const value of values(element)) assert.ok(value.length > 0 && value.length <= limit, value);
    }
    const labels = elements.filter(({ name }) => name === 'Label').map(({ attributes }) => attributes['resid']);
    for (const { entry } of entries.filter(({ entry }) => labels.includes(entry.attributes['id']))) {
      for (const value of values(entry)) assert.ok(columns(value) <= LABEL_COLUMNS, value);
    }
  });

  it('resolves every resource to one of the right kind, and has none to spare', () => {
    const kinds = new Map(entries.map(({ kind, entry }) => [entry.attributes['id'] ?? '', kind]));
    assert.equal(kinds.size, entries.length, 'an id stands twice');
    for (const id of kinds.keys()) assert.ok(id.length > 0 && id.length <= 32, id);

    const references = all(form).filter(({ attributes }) => attributes['resid'] !== undefined);
    for (const { name, attributes } of references) {
      assert.equal(kinds.get(attributes['resid'] ?? ''), KIND_OF[name], `<${name} resid="${attributes['resid']}">`);
    }
    const used = new Set(references.map(({ attributes }) => attributes['resid']));
    assert.deepEqual(
      [...kinds.keys()].filter((id) => !used.has(id)),
      [],
    );
  });

  it('reaches everything over https, from one origin', () => {
    const urls = elements
      .flatMap(({ attributes }) => [attributes['DefaultValue'], attributes['Value']])
      .filter((value) => value !== undefined && /^\w+:\/\//.test(value))
      .map((value) => new URL(value ?? ''));
    assert.ok(urls.length > 0);
    for (const { protocol, origin } of urls) {
      assert.equal(protocol, 'https:');
      assert.equal(origin, urls[0]?.origin);
    }
    const pages = ['Taskpane.Url', 'Commands.Url'].map(
      (id) => entries.find(({ entry }) => entry.attributes['id'] === id)?.entry.attributes['DefaultValue'],
    );
    assert.deepEqual(
      pages.map((page) => new URL(page ?? '').pathname),
      ['/taskpane.html', '/commands.html'],
    );
    assert.equal(at(root, 'DefaultSettings', 'SourceLocation').attributes['DefaultValue'], pages[0]);
  });

  it('has its icons, each as large as it says', () => {
    const file = (url = '') => new URL(url).pathname.slice(1);
    assert.deepEqual(pixels(file(at(root, 'IconUrl').attributes['DefaultValue'])), [32, 32]);
    assert.deepEqual(pixels(file(at(root, 'HighResolutionIconUrl').attributes['DefaultValue'])), [64, 64]);
    for (const size of [16, 32, 64, 80, 128]) assert.deepEqual(pixels(`assets/icon-${size}.png`), [size, size]);

    const icons = elements.filter(({ name }) => name === 'Icon');
    assert.equal(icons.length, controls.length + 1);
    for (const icon of icons) {
      assert.deepEqual(
        icon.children.map(({ attributes }) => attributes['size']),
        ['16', '32', '80'],
      );
      for (const { attributes } of icon.children) {
        const image = entries.find(({ entry }) => entry.attributes['id'] === attributes['resid'])?.entry;
        const path = file(image?.attributes['DefaultValue']);
        assert.ok(existsSync(path), path);
        assert.deepEqual(pixels(path), [Number(attributes['size']), Number(attributes['size'])], path);
      }
    }
  });

  it('puts three buttons into a group of the Home tab', () => {
    const tab = at(form, 'ExtensionPoint', 'OfficeTab');
    assert.equal(at(form, 'ExtensionPoint').attributes['xsi:type'], 'PrimaryCommandSurface');
    assert.equal(tab.attributes['id'], 'TabHome');
    const text = (element: Element) =>
      entries.find(({ entry }) => entry.attributes['id'] === element.attributes['resid'])?.entry.attributes[
        'DefaultValue'
      ];
    assert.equal(text(at(tab, 'Group', 'Label')), '预算公开');
    assert.deepEqual(
      controls.map((control) => {
        const action = at(control, 'Action');
        const name = action.children.find((child) => child.name === 'FunctionName')?.text;
        return [text(at(control, 'Label')), action.attributes['xsi:type'], name];
      }),
      [
        ['导入填表', 'ShowTaskpane', undefined],
        ['核对', 'ExecuteFunction', 'checkWorkbook'],
        ['清除标记', 'ExecuteFunction', 'clearMarks'],
      ],
    );
    const ids = [tab, ...all(tab)]
      .filter(({ name }) => ['Group', 'Control'].includes(name))
      .map((e) => e.attributes['id']);
    assert.equal(new Set(ids).size, ids.length);
  });
});
