/*
 * Invented places, bodies and projects. No name is one of a real budget entity.
 */
import { at } from './dice';

const PLACES = [
  '栖云县',
  '澄河市',
  '望岫县',
  '曲杉县',
  '砚池市',
  '芦荻县',
  '云麓区',
  '秋禾县',
  '霁原市',
  '柏泽县',
  '松隐区',
  '雁荻市',
];

/** Offices: they may be a department, or a unit that publishes alone. */
const OFFICES = [
  '卫生健康局',
  '教育局',
  '农业农村局',
  '水利局',
  '民政局',
  '财政局',
  '自然资源局',
  '文化和旅游局',
  '应急管理局',
  '林业局',
  '住房和城乡建设局',
  '交通运输局',
  '人民代表大会常务委员会办公室',
  '残疾人联合会',
  '审计局',
];

/** Bodies under a department; office tells 参公 bodies, whose running cost is 机关运行经费. */
const BODIES: readonly (readonly [name: string, office: boolean])[] = [
  ['综合服务中心', false],
  ['数据信息中心', false],
  ['综合行政执法队', true],
  ['技术推广站', false],
  ['疾病预防控制中心', false],
  ['妇幼保健院', false],
  ['人民医院', false],
  ['实验小学', false],
  ['第二中学', false],
  ['图书馆', false],
  ['群众艺术馆', false],
  ['档案馆', true],
  ['养老服务中心', false],
  ['水土保持站', false],
  ['排水管理所', false],
  ['动物卫生监督所', true],
  ['公路养护中心', false],
  ['不动产登记中心', false],
  ['救助管理站', false],
  ['社会保险服务中心', true],
  ['全民健身中心', false],
  ['第一幼儿园', false],
  ['林场', false],
  ['中医院', false],
];

/** How many bodies there are to choose from. */
export const BODY_COUNT = BODIES.length;

export interface NamedBody {
  readonly name: string;
  readonly office: boolean;
}

export function departmentName(place: number, office: number): string {
  return at(PLACES, place) + at(OFFICES, office);
}

export function bodyOf(place: number, body: number): NamedBody {
  const [name, office] = at(BODIES, body);
  return { name: at(PLACES, place) + name, office };
}

const TOPICS = [
  '数字档案整理',
  '老旧管网巡检',
  '河道清淤',
  '师资培训',
  '急救设备更新',
  '村级水站维护',
  '乡村路灯亮化',
  '学生营养改善',
  '社区食堂运营',
  '山洪监测预警',
  '图书流动服务',
  '门诊楼屋面防水',
  '疫苗冷链运行',
  '育苗基地灌溉',
  '信访积案化解',
  '执法记录仪购置',
  '低收入家庭助学',
  '垃圾分类宣传',
  '养老床位运营',
  '应急物资储备',
  '文物库房安防',
  '耕地质量监测',
  '网络安全等级测评',
  '公共厕所管护',
  '残疾人辅具适配',
  '非遗传习所布展',
  '体质监测点建设',
  '外聘人员劳务',
  '水质自动站运行',
  '校园安防值守',
  '村医岗位补贴',
  '农机深松作业',
];

const KINDS = ['经费', '项目', '补助资金', '专项资金', '专项经费', '工程尾款', '购买服务', '配套资金'];

/** Blemishes of names that real project lists show: years, levels of government, list letters, brackets. */
const FRAMES: readonly ((core: string, year: number) => string)[] = [
  (core) => core,
  (core) => core,
  (core) => core,
  (core, year) => `${year}年${core}`,
  (core, year) => `${year - 1}年-${year}年${core}`,
  (core) => `${core}（省级）`,
  (core) => `${core}（中央）`,
  (core, year) => `提前下达${year}年${core}（第二批）`,
  (core) => `J${core}`,
  (core) => `Z${core}`,
  (core) => `2${core}`,
  (core, year) => `“十四五”${core}（${year - 2}-${year}年）`,
];

export function projectName(topic: number, kind: number, frame: number, year: number): string {
  return at(FRAMES, frame)(at(TOPICS, topic) + at(KINDS, kind), year);
}

/** Names of projects that pay for one kind of three-public spending and nothing else. */
export const OFFICIAL_PROJECTS = {
  abroad: '因公出国（境）经费',
  reception: '公务接待费',
  purchase: '公务用车购置',
  operation: '公务用车运行维护费',
} as const;

const DUTIES = [
  '拟订本辖区相关事业的年度计划并督促落实。',
  '承担日常受理、登记、统计和信息报送工作。',
  '指导基层站点改进服务流程，组织业务交流。',
  '管理专用设备和场地，保证安全运行。',
  '办理上级交付的调查、评估和宣传任务。',
  '受理群众来信来访，答复政策咨询。',
  '配合有关方面做好汛期、寒潮等特殊时段的保障。',
];

/** Sentences about what the entity does. */
export function duty(index: number): string {
  return at(DUTIES, index);
}
