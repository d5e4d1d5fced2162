import type { ClockName } from './clock-name.ts';
import type { Channel } from './contract.ts';
import type { Outcome, TicketState } from './states.ts';
import type { Step } from './transitions.ts';

/** 六步条: the signature of the product. */
export const sixSteps = [
  { glyph: '报', name: '上报' },
  { glyph: '立', name: '立案' },
  { glyph: '派', name: '派遣' },
  { glyph: '办', name: '处理' },
  { glyph: '核', name: '核查' },
  { glyph: '评', name: '评价' },
] as const;

/** Index of the step a ticket in this state stands at; steps before it are done. 6: all done. */
export const stepIndex: Record<TicketState, number> = {
  reported: 1,
  filed: 2,
  dispatched: 3,
  accepted: 3,
  returned: 2,
  disputed: 2,
  waiting: 3,
  resolved: 4,
  rework: 3,
  closed: 5,
  rated: 6,
  parked: 3,
  declined: 1,
  withdrawn: 1,
  merged: 2,
};

export const stateLabel: Record<TicketState, string> = {
  reported: '待立案',
  filed: '待派遣',
  dispatched: '待接单',
  accepted: '处理中',
  returned: '已退回',
  disputed: '待协调',
  waiting: '等居民补充',
  resolved: '待核查',
  rework: '返工中',
  closed: '已办结',
  rated: '已评价',
  parked: '已挂账',
  declined: '不予立案',
  withdrawn: '已撤回',
  merged: '已合并',
};

/** 「已处理」 is not yet 「已办结」; neither is ever counted as the other. */
export const outcomeLabel: Record<Outcome, string> = {
  open: '办理中',
  resolved: '已处理待核查',
  closed: '已办结',
  parked: '挂账',
  declined: '不予立案',
  withdrawn: '已撤回',
  merged: '已合并',
};

/** What the trace calls a step, after the actor's label: 「幸福物业 接单」. */
export const stepLabel: Record<Step | 'report', string> = {
  report: '上报',
  file: '立案',
  decline: '不予立案',
  dispatch: '派遣',
  joint: '吹哨派遣',
  accept: '接单',
  return: '退回',
  ask: '请居民补充',
  answer: '补充说明',
  answerTimeout: '没有等到补充，继续办理',
  progress: '办理进展',
  askExtension: '申请延期',
  grantExtension: '同意延期',
  refuseExtension: '不同意延期',
  reply: '协办回复',
  excuse: '免除协办',
  resolve: '已处理',
  confirm: '确认修好',
  rework: '要求返工',
  rate: '评价',
  reopen: '重新打开',
  park: '挂账',
  unpark: '销账，继续办理',
  withdraw: '撤回',
  merge: '合并',
  unmerge: '拆分',
  handOver: '交接',
  remark: '内部备注',
  callBack: '电话回告',
  warning: '时限将到',
  overdue: '已超过时限',
  escalation: '超时升级',
  review: '公开审核',
};

export const channelLabel: Record<Channel, string> = {
  app: '手机上报',
  phone: '电话代录',
  paper: '书面代录',
  walkIn: '来访代录',
  patrol: '巡查发现',
  visit: '走访记录',
  resolution: '议事决定',
};

/** What a clock measures; stages and tasks bring a name of their own. */
export const clockLabel = (name: ClockName): string => {
  if (name.startsWith('stage')) return '阶段';
  if (name.startsWith('task:')) return '协办';
  return clockNames[name] ?? '时限';
};
const clockNames: Record<string, string> = {
  file: '立案',
  dispatch: '派遣',
  settle: '协调',
  respond: '首次响应',
  accept: '接单',
  resolve: '办结',
  check: '核查',
  redo: '返工',
  answer: '等居民补充',
  review: '挂账复核',
};
