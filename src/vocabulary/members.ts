import type { Dimension } from '../model/key';

/*
 * The members of the dimensions and how they nest. Terms are those of 《政府收支分类科目》, 《部门预算公开》 and 《部门决算公开》 forms.
 */

export interface Member {
  readonly id: string;
  /** 标准名称. */
  readonly term: string;
  readonly parent: string;
}

const FUNDS: readonly Member[] = [
  { id: 'fiscal', term: '财政拨款', parent: 'all' },
  { id: 'general', term: '一般公共预算', parent: 'fiscal' },
  { id: 'govfund', term: '政府性基金预算', parent: 'fiscal' },
  { id: 'capital', term: '国有资本经营预算', parent: 'fiscal' },
  { id: 'special', term: '财政专户管理资金', parent: 'all' },
  { id: 'own', term: '单位资金', parent: 'all' },
  { id: 'own:superior', term: '上级补助收入', parent: 'own' },
  { id: 'own:business', term: '事业收入', parent: 'own' },
  { id: 'own:operating', term: '经营收入', parent: 'own' },
  { id: 'own:affiliated', term: '附属单位上缴收入', parent: 'own' },
  { id: 'own:other', term: '其他收入', parent: 'own' },
];

const NATURES: readonly Member[] = [
  { id: 'basic', term: '基本支出', parent: 'all' },
  { id: 'personnel', term: '人员经费', parent: 'basic' },
  { id: 'public', term: '公用经费', parent: 'basic' },
  { id: 'project', term: '项目支出', parent: 'all' },
  { id: 'remitted', term: '上缴上级支出', parent: 'all' },
  { id: 'operating', term: '经营支出', parent: 'all' },
  { id: 'subsidy', term: '对附属单位补助支出', parent: 'all' },
];

const VINTAGES: readonly Member[] = [
  { id: 'current', term: '本年预算', parent: 'all' },
  { id: 'carryover', term: '上年结转（年初结转和结余）', parent: 'all' },
  { id: 'reserve', term: '使用非财政拨款结余', parent: 'all' },
];

/** Items that are neither 科目 nor projects: small trees of their own (三公 'sg', 政府采购 'pr', 机关运行经费 'op', 车辆 'veh'). */
const ITEMS: readonly Member[] = [
  { id: 'sg:abroad', term: '因公出国（境）费', parent: 'sg' },
  { id: 'sg:reception', term: '公务接待费', parent: 'sg' },
  { id: 'sg:vehicle', term: '公务用车购置及运行维护费', parent: 'sg' },
  { id: 'sg:purchase', term: '公务用车购置费', parent: 'sg:vehicle' },
  { id: 'sg:running', term: '公务用车运行维护费', parent: 'sg:vehicle' },
  { id: 'pr:goods', term: '政府采购货物支出', parent: 'pr' },
  { id: 'pr:works', term: '政府采购工程支出', parent: 'pr' },
  { id: 'pr:services', term: '政府采购服务支出', parent: 'pr' },
  { id: 'veh:senior', term: '副部（省）级及以上领导用车', parent: 'veh' },
  { id: 'veh:head', term: '主要负责人用车', parent: 'veh' },
  { id: 'veh:confidential', term: '机要通信用车', parent: 'veh' },
  { id: 'veh:emergency', term: '应急保障用车', parent: 'veh' },
  { id: 'veh:enforcement', term: '执法执勤用车', parent: 'veh' },
  { id: 'veh:special', term: '特种专业技术用车', parent: 'veh' },
  { id: 'veh:retired', term: '离退休干部服务用车', parent: 'veh' },
  { id: 'veh:other', term: '其他用车', parent: 'veh' },
];

/**
 * Items that only some institutions have: 机关运行经费 is the 公用经费 of 行政单位 and 参公事业单位, whose 科目 are parts of the
 * department's.
 */
const OF_SOME_INSTITUTIONS: ReadonlySet<string> = new Set(['op']);

/** True for an item whose parts by 科目 are not those of the whole department. */
export function isOfSomeInstitutions(item: string): boolean {
  return OF_SOME_INSTITUTIONS.has(item);
}

/** One dimension's members: the parent and the children of each. */
interface Tree {
  readonly parents: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

function treeOf(members: readonly Member[]): Tree {
  const children = new Map<string, string[]>();
  for (const { id, parent } of members) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  return { parents: new Map(members.map(({ id, parent }) => [id, parent])), children };
}

const TREES: Partial<Record<Dimension, Tree>> = {
  fund: treeOf(FUNDS),
  nature: treeOf(NATURES),
  vintage: treeOf(VINTAGES),
  item: treeOf(ITEMS),
};
const NONE: readonly string[] = [];

/** The member above, or undefined for a root or a member unknown to the vocabulary. */
export function parentOf(dimension: Dimension, id: string): string | undefined {
  return TREES[dimension]?.parents.get(id);
}

/** The members directly below, in the order of the forms. */
export function childrenOf(dimension: Dimension, id: string): readonly string[] {
  return TREES[dimension]?.children.get(id) ?? NONE;
}

/** True when `id` is `ancestor` or lies below it. */
export function isWithin(dimension: Dimension, id: string, ancestor: string): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parentOf(dimension, at))
    if (at === ancestor) return true;
  return false;
}

/** True where a member stands below one of the others. */
export function isBelowAny(dimension: Dimension, id: string, others: ReadonlySet<string>): boolean {
  for (let at = parentOf(dimension, id); at !== undefined; at = parentOf(dimension, at))
    if (others.has(at)) return true;
  return false;
}
