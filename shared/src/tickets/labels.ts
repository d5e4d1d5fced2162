import type { Step, TicketState } from './transitions.ts';

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
  resolved: 4,
  rework: 3,
  closed: 5,
  rated: 6,
  declined: 1,
  withdrawn: 1,
};

export const stateLabel: Record<TicketState, string> = {
  reported: '待立案',
  filed: '待派遣',
  dispatched: '待接单',
  accepted: '处理中',
  returned: '已退回',
  resolved: '待核查',
  rework: '返工中',
  closed: '已办结',
  rated: '已评价',
  declined: '不予立案',
  withdrawn: '已撤回',
};

/** What the trace calls a step, after the actor's label: 「幸福物业 接单」. */
export const stepLabel: Record<Step | 'report', string> = {
  report: '上报',
  file: '立案',
  decline: '不予立案',
  dispatch: '派遣',
  accept: '接单',
  return: '退回',
  resolve: '已处理',
  confirm: '确认修好',
  rework: '要求返工',
  rate: '评价',
  withdraw: '撤回',
  overdue: '已超过时限',
  review: '公开审核',
};
