import type { PlannedStep } from '../act.ts';

const seven = [
  { step: 'list', who: '社区党委', duty: '把议题、背景和各家的诉求列清楚', effect: '大家知道要议什么' },
  { step: 'settle', who: '社区党委', duty: '定下这次议什么、不议什么', effect: '主题明确，不跑题' },
  { step: 'announce', who: '居委会', duty: '会前公告贴到每个门洞，同时发在这里', effect: '想参加的人都知道' },
  { step: 'discuss', who: '居委会、楼组长', duty: '召集协商，赞成反对都听', effect: '不同意见都说到了' },
  { step: 'plan', who: '居委会、业委会', duty: '形成方案，该表决的交表决', effect: '有生效的决定' },
  { step: 'carryOut', who: '物业、业委会', duty: '转成工单，按期办完', effect: '决定落到实处' },
  { step: 'evaluate', who: '居务监督委员会', duty: '回访居民，请大家打分', effect: '办得好不好由居民说' },
] as const;

const fast = [
  { step: 'propose', who: '居民', duty: '提出想办的事', effect: '事情提出来了' },
  { step: 'discuss', who: '楼组长', duty: '群里和当面都问一遍', effect: '没有漏掉反对的人' },
  { step: 'decide', who: '居委会', duty: '按协商的意见作出决定', effect: '有明确的决定' },
  { step: 'publish', who: '居委会、物业', duty: '公示三天并办理', effect: '居民看得到结果' },
] as const;

/** The seven steps with the days from taking up to the day on which each is due. */
export const sevenSteps = (...days: [number, number, number, number, number, number, number]): PlannedStep[] =>
  seven.map((step, i) => ({ ...step, dueIn: days[i] ?? 0 }));

export const fastSteps = (...days: [number, number, number, number]): PlannedStep[] =>
  fast.map((step, i) => ({ ...step, dueIn: days[i] ?? 0 }));
