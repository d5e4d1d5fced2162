import type { ActivityState, Availability, Flag, Learnt, Skill } from './contract.ts';

export const skillLabels: Record<Skill, string> = {
  visiting: '陪伴聊天',
  escorting: '陪同就医',
  firstAid: '急救护理',
  teaching: '课业辅导',
  repair: '小修小补',
  haircut: '理发',
  phones: '教用手机',
  tidying: '清洁整理',
  order: '秩序引导',
  writing: '写字摄影',
};

export const availabilityLabels: Record<Availability, string> = {
  weekday: '工作日白天',
  evening: '工作日晚上',
  weekend: '周末',
};

export const activityStateLabels: Record<ActivityState, string> = {
  planned: '还没发布',
  published: '报名中',
  running: '正在进行',
  finished: '已结束，待核实时长',
  confirmed: '时长已核实',
  calledOff: '已取消',
};

export const flagLabels: Record<Flag['kind'], string> = {
  twoPlaces: '同一时间还在另一个活动',
  tooLong: '比计划长很多',
  far: '签到时离活动地点远',
  noCheckOut: '没有签退',
};

export const learntLabels: Record<Learnt['kind'], string> = { training: '培训', award: '表彰奖励' };

/** 「2 小时 15 分钟」「40 分钟」. */
export const spokenMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
};

/** Twelve characters in threes of four, as people read them out: 「7K2M-9QRT-44WZ」. */
export const spokenCode = (code: string): string => code.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
