import assert from 'node:assert/strict';
import { STRUCTURE_RULES } from '../../../src/checks/rules/structure';
import { ruleOf, testLook } from './look';

const rule = (id: string) => ruleOf(STRUCTURE_RULES, id);

const FORMS = ['收入支出决算总表', '收入决算表', '支出决算表', '财政拨款收入支出决算总表'];
const HEADINGS = ['收入支出决算情况说明', '收入决算情况说明', '支出决算情况说明', '“三公”经费支出决算情况说明'];
const NUMBERS = '一二三四五六七八';

interface Printed {
  readonly forms?: readonly string[];
  readonly headings?: readonly string[];
}

/** A table that may be any of the forms. */
const table = (title: string): string =>
  `2024年度${title}\n单位：万元\n项目\t合计\t基本支出\t项目支出\n合计\t100.00\t60.00\t40.00\n`;
const numbered = (titles: readonly string[]): string[] => titles.map((title, at) => `${NUMBERS[at]!}、${title}`);

/** A final account with a contents page; what is left out is the same in both. */
function book(
  contents: readonly string[],
  { forms = FORMS, headings = HEADINGS }: Printed = {},
  heads: readonly string[] = numbered(headings),
): string {
  const body = heads.map((heading) => `${heading}\n\n2024年度收入总计100.00万元，支出总计100.00万元。\n`);
  return [
    '青石市档案馆\n2024年度单位决算\n\n目 录',
    ...contents,
    '\n第一部分 青石市档案馆概况\n\n负责全市档案工作。\n',
    '第二部分 2024年度单位决算表\n',
    ...forms.map(table),
    '第三部分 2024年度单位决算情况说明\n',
    ...body,
    '第四部分 名词解释\n\n基本支出：指为保障机构正常运转的支出。',
  ].join('\n');
}

const listing = ({ forms = FORMS, headings = HEADINGS }: Printed = {}): string[] => [
  '第一部分 青石市档案馆概况',
  '第二部分 2024年度单位决算表',
  ...numbered(forms),
  '第三部分 2024年度单位决算情况说明',
  ...numbered(headings),
  '第四部分 名词解释',
];
const paged = (entries: readonly string[], pages: readonly number[]): string[] =>
  entries.map((entry, at) => `${entry}............${pages[at]!}`);
const PAGES = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 14];

testLook(rule('structure/contents-title'), {
  breaks: {
    'a heading in other words': {
      text: book(listing({ headings: [...HEADINGS.slice(0, 3), '“三公”经费支出预算情况说明'] })),
      said: ['目录写“四、“三公”经费支出预算情况说明”，正文标题写“四、“三公”经费支出决算情况说明”，不一致'],
    },
    'a heading that is not there': {
      text: book([...listing(), '第五部分 政府采购目录']),
      said: ['目录列有“第五部分 政府采购目录”，正文中没有这个标题'],
    },
    'a form that is not there': {
      text: book(listing({ forms: [...FORMS, '政府采购实施决算表'] })),
      said: ['目录列有“五、政府采购实施决算表”，正文中没有这个标题'],
    },
    'several, as one': {
      text: book([...listing(), '第五部分 政府采购目录', '第六部分 债务限额明细']),
      said: ['目录列有“第五部分 政府采购目录”、“第六部分 债务限额明细”，正文中没有这个标题'],
    },
    'a heading with page numbers': {
      text: book(paged([...listing(), '第五部分 政府采购目录'], [...PAGES, 15])),
      said: ['目录列有“第五部分 政府采购目录”，正文中没有这个标题'],
    },
  },
  holds: {
    'the same titles': book(listing()),
    'with page numbers': book(paged(listing(), PAGES)),
    'without the year and the name': book(
      listing().map((entry) => entry.replace('2024年度', '').replace('青石市档案馆', '')),
    ),
    'forms printed in a file of their own': book(listing(), { forms: [] }),
    'explained elsewhere': book(listing(), { headings: [] }, []),
    'a heading for each project': book([...listing(), '五、项目经费情况说明'], {}, [
      ...numbered(HEADINGS),
      '库房改造经费情况说明',
    ]),
    'a short contents page': book(['一、收入决算说明', '二、政府采购目录']),
  },
});

testLook(rule('structure/contents-order'), {
  breaks: {
    'two headings the wrong way round': {
      text: book(listing({ headings: [HEADINGS[0]!, HEADINGS[2]!, HEADINGS[1]!, HEADINGS[3]!] })),
      said: ['目录中“三、收入决算情况说明”排在“二、支出决算情况说明”之后，正文中排在其前'],
    },
    'a chapter that is printed before': {
      text: book([
        '第一部分 青石市档案馆概况',
        '第二部分 2024年度单位决算情况说明',
        ...numbered(HEADINGS),
        '第三部分 名词解释',
        '第四部分 2024年度单位决算表',
      ]),
      said: ['目录中“第四部分 2024年度单位决算表”排在“第三部分 名词解释”之后，正文中排在其前'],
    },
  },
  holds: {
    'the order of the body': book(listing()),
    'a heading that comes twice': book(listing(), {}, [...numbered(HEADINGS), '一、收入支出决算情况说明']),
  },
});

testLook(rule('structure/contents-twice'), {
  breaks: {
    'a heading under two numbers': {
      text: book([...listing(), '五、名词解释', '六、名词解释']),
      said: ['目录中“六、名词解释”与“五、名词解释”重复'],
    },
  },
  holds: {
    'one title in two chapters': book([
      ...listing().map((entry) => (entry.startsWith('第') ? entry : entry.replace('说明', ''))),
    ]),
    'each once': book(listing()),
  },
});

testLook(rule('structure/contents-page'), {
  breaks: {
    'a page before the one above': {
      text: book(
        paged(
          listing(),
          PAGES.map((page, at) => (at === 5 ? 3 : page)),
        ),
      ),
      said: ['目录的页码倒退：“三、支出决算表”第 5 页，其后“四、财政拨款收入支出决算总表”第 3 页'],
    },
  },
  holds: {
    'page by page': book(paged(listing(), PAGES)),
    'two on one page': book(
      paged(
        listing(),
        PAGES.map((page, at) => (at === 5 ? 5 : page)),
      ),
    ),
    'a part that counts anew': book(
      paged(
        listing(),
        PAGES.map((page) => (page > 8 ? page - 8 : page)),
      ),
    ),
    'no pages': book(listing()),
  },
});

testLook(rule('structure/form-twice'), {
  breaks: {
    'a form again': {
      text: book(listing(), { forms: [...FORMS, FORMS[1]!] }),
      said: ['《2024年度收入决算表》印了两次'],
    },
  },
  holds: { 'each once': book(listing()) },
});

testLook(rule('structure/form-unlisted'), {
  breaks: {
    'a form that the contents page leaves out': {
      text: book(listing({ forms: [...FORMS.slice(0, 2), ...FORMS.slice(3), ...MORE()] }), {
        forms: [...FORMS, ...MORE()],
      }),
      said: ['《2024年度支出决算表》没有列入目录'],
    },
  },
  holds: {
    'an entry that goes on in the next line': book(
      listing({ forms: [...FORMS, ...MORE()] }).map((entry) => entry.replace('拨款支出决算表', '拨款支出决\n算表')),
      { forms: [...FORMS, ...MORE()] },
    ),
    'a number before a year': book(
      listing({ forms: [...FORMS, ...MORE()] }).map((entry) => entry.replace('五、一般公', '5．2024年一般公')),
      { forms: [...FORMS, ...MORE()] },
    ),
    'a number that runs into the title': book(
      listing({ forms: [...FORMS, ...MORE()] }).map((entry) => entry.replace('五、一般', '表五一般')),
      { forms: [...FORMS, ...MORE()] },
    ),
    'all listed': book(listing({ forms: [...FORMS, ...MORE()] }), { forms: [...FORMS, ...MORE()] }),
    'a contents page of chapters': book(listing().filter((entry) => entry.startsWith('第'))),
  },
});

function MORE(): string[] {
  return ['一般公共预算财政拨款支出决算表', '一般公共预算财政拨款基本支出决算表'];
}

describe('pages of a document that has pages', () => {
  const said = (pages: readonly number[], printed: readonly number[]): string[] => {
    const line = (text: string, part: string, page: number) => ({ text, part, place: { page }, section: -1 });
    const titles = pages.map((_, at) => `第${NUMBERS[at]!}部分 ${'甲乙丙丁戊己庚'[at]!}事项说明`);
    const lines = [
      ...titles.map((title, at) => line(`${title}............${printed[at]!}`, 'contents', 2)),
      ...titles.map((title, at) => line(title, 'chapter', pages[at]!)),
    ];
    const input = { lines, disclosure: { statements: [], messages: [], grids: () => [] } };
    return rule('structure/contents-page')
      .inspect(input as never)
      .map(({ message }) => message);
  };

  it('are counted from wherever most entries say', () => {
    assert.deepEqual(said([3, 4, 6, 8, 9, 12], [1, 2, 4, 6, 7, 10]), []);
  });

  it('are told where an entry names another one', () => {
    assert.deepEqual(said([3, 4, 6, 8, 9, 12], [1, 2, 4, 5, 7, 10]), [
      '目录的页码与正文不符：“第四部分 丁事项说明”写第 5 页，在第 6 页',
    ]);
  });

  it('are left alone where several are off by the same number, or no number is usual', () => {
    assert.deepEqual(said([3, 4, 6, 8, 9, 12, 13], [1, 2, 4, 6, 7, 11, 12]), []);
    assert.deepEqual(said([3, 5, 6, 9, 11, 15], [1, 2, 4, 6, 7, 10]), []);
  });
});
