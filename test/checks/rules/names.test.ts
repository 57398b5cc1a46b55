import { names } from '../../../src/checks/names';
import type { Rule } from '../../../src/checks/rule';
import { ruleOf, testLook } from './look';

const TABLE =
  '2024年度支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n' +
  '合计\t\t20.00\t20.00\t0.00\n210\t卫生健康支出\t20.00\t20.00\t0.00\n' +
  '21011\t行政事业单位医疗\t20.00\t20.00\t0.00\n2101101\t行政单位医疗\t20.00\t20.00\t0.00\n';
const HOSPITAL = TABLE.replace('21011\t行政事业单位医疗', '21002\t公立医院').replace(
  '2101101\t行政单位医疗',
  '2100202\t中医（民族）医院',
);
const text = (item: string, table = TABLE): string =>
  `青石市档案馆\n2024年度单位决算\n\n${table}\n第三部分 2024年度单位决算情况说明\n\n一、一般公共预算支出决算情况说明\n\n1、卫生健康支出（类）${item}20.00万元，主要用于医疗保险缴费。\n`;

testLook(ruleOf(names.rules as readonly Rule[], 'names/item-in-text'), {
  breaks: {
    'a 款 that no form prints': {
      text: text('医疗保障（款）行政单位医疗（项）'),
      said: ['文中的款级科目“医疗保障”，各表中没有这个名称'],
    },
    'a 项 by a former name that ends like the one of now': {
      text: text('行政事业单位医疗（款）归口管理的行政单位医疗（项）'),
      said: ['文中的项级科目“归口管理的行政单位医疗”'],
    },
    'a bracket in it that is not the one of the form': {
      text: text('公立医院（款）中医（民俗）医院（项）', HOSPITAL),
      said: ['文中的项级科目“中医（民俗）医院”'],
    },
    'characters the wrong way round': {
      text: text('行政事业单位医疗(款)行政单位疗医(项)'),
      said: ['文中的项级科目“行政单位疗医”，各表中没有这个名称（表中相近的是“行政单位医疗”）'],
    },
  },
  holds: {
    'a name with a bracket in it': text('公立医院（款）中医（民族）医院（项）', HOSPITAL),
    'the other width of that bracket': text('公立医院(款)中医(民族)医院(项)', HOSPITAL),
    'words before a name with a bracket': text('支出，主要用于中医（民族）医院（项）', HOSPITAL),
    'a bracket that belongs to the words before': text('支出，因公出国（境）以外用于行政单位医疗（项）'),
    'the names of the form': text('行政事业单位医疗（款）行政单位医疗（项）'),
    'words before the name': text('支出，主要用于行政单位医疗（项）'),
    'a document without forms': text('医疗保障（款）行政单位医疗（项）').replace(TABLE, ''),
  },
});
