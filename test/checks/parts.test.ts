import { parts } from '../../src/checks/parts';
import { testText } from './text-tester';

testText(parts, {
  pass: {
    'a whole and its parts': {
      text: '2024年度支出预算100.00万元，其中：基本支出40.00万元，项目支出60.00万元。',
      relations: ['100.00 = 40.00 + 60.00'],
    },
    'parts in paragraphs of their own': {
      text: '2024年度基本支出100.00万元，其中：\n\n人员经费70.00万元；\n\n公用经费30.00万元。',
      relations: ['100.00 = 70.00 + 30.00'],
    },
    'parts in brackets': {
      text: '2024年度收入总计100.00万元（本年收入90.00万元、上年结转10.00万元），与上年持平。',
      relations: ['100.00 = 90.00 + 10.00'],
    },
    'what money is for, and then its parts': {
      text: '公用经费支出100.00万元，主要用于办公费20.00万元，差旅费30.00万元，会议费50.00万元。',
      relations: ['100.00 = 20.00 + 30.00 + 50.00'],
    },
    'a purpose told to its end opens no list': {
      text: '支出预算100.00万元，其中：行政运行60.00万元，用于发放工资、津贴等，比上年增加5.00万元；档案管理40.00万元。',
      relations: ['100.00 = 60.00 + 40.00'],
    },
    'the second part in a sentence of its own': {
      text: '2024年一般公共预算拨款合计1720.36万元。其中：基本支出1120.36万元。项目支出600.00万元，比上年增加50.00万元。',
      relations: ['1720.36 = 1120.36 + 600.00'],
    },
    'one part of several': {
      text: '2024年度支出预算100.00万元，其中：专项业务费40.00万元。',
      relations: ['40.00 ≤ 100.00'],
    },
  },
  fail: {
    'parts behind a colon': {
      text: '2024年政府采购预算310.00万元：货物采购110.00万元、工程采购0.00万元、服务采购207.00万元。',
      broken: ['310.00 ≠ 110.00 + 0.00 + 207.00'],
    },
    'what is made up of parts': {
      text: '本年收入5000.36万元，由财政拨款收入4980.36万元、其他收入20.20万元构成。',
      broken: ['5000.36 ≠ 4980.36 + 20.20'],
    },
    'the second list of a sentence, of the whole and not of the last part before': {
      text: '财政拨款收支总预算830.00万元。收入包括：一般公共预算当年拨款800.00万元、上年结转30.00万元；支出包括：文化旅游体育与传媒支出680.00万元、社会保障和就业支出85.00万元、住房保障支出85.00万元。',
      broken: ['830.00 ≠ 680.00 + 85.00 + 85.00'],
    },
    'the parts of one side, which make the whole of the other': {
      text: '2024年本年收入1532.60万元，其中一般公共预算拨款收入1420.60万元、政府性基金拨款收入112.00万元；本年支出1582.60万元，其中一般公共预算拨款支出1420.60万元、政府性基金拨款支出112.00万元。',
      broken: ['1582.60 ≠ 1420.60 + 112.00'],
    },
    'parts that are all there are': {
      text: '2024年度支出预算100.00万元，其中：基本支出40.00万元，项目支出50.00万元。',
      broken: ['100.00 ≠ 40.00 + 50.00'],
    },
    'the only part, two digits of it swapped': {
      text: '2024年度公用经费5644.71万元，主要包括：取暖费5464.71万元。',
      broken: ['5644.71 ≠ 5464.71'],
    },
    '具体是 opens a list': {
      text: '2024年度支出预算100.00万元，具体是：网络租赁20.00万元，设备维护30.00万元，人员培训51.00万元。',
      broken: ['100.00 ≠ 20.00 + 30.00 + 51.00'],
    },
    'the second part, of all there are, in a sentence of its own': {
      text: '2024年一般公共预算拨款合计1720.36万元。其中：基本支出1120.36万元。项目支出500.00万元，比上年增加50.00万元。',
      broken: ['1720.36 ≠ 1120.36 + 500.00'],
    },
    'budgets of a list whose final accounts add up': {
      final: true,
      text: '全年支出年初预算120.00万元，支出决算96.00万元。其中：\n（1）行政运行（项）。年初预算为40.00万元，支出决算为45.00万元，用于支付工资。\n（2）档案馆（项）。年初预算为57.00万元，支出决算为51.00万元，用于支付房租。',
      broken: ['120.00 ≠ 40.00 + 57.00'],
    },
    'one digit off': {
      text: '2024年度支出预算100.00万元，其中：网络租赁11.00万元、设备维护22.00万元、人员培训77.00万元。',
      broken: ['100.00 ≠ 11.00 + 22.00 + 77.00'],
    },
  },
  notEvaluated: {
    'parts that need not be all': {
      text: '2024年度支出预算100.00万元，主要用于网络租赁12.00万元、设备维护23.00万元等。',
    },
  },
});
