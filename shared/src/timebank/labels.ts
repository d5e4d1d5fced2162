import type { CallOffReason, Fit, Identified, ListingKind, Skill, WeekPart } from './contract.ts';
import type { ExchangeState } from './transitions.ts';

export const skillNames: Record<Skill, string> = {
  company: '陪伴聊天',
  shopping: '代买代取',
  clinic: '陪同看病',
  phone: '教用手机',
  repair: '小修小补',
  cleaning: '打扫收拾',
  cooking: '做饭送饭',
  haircut: '理发',
  tutoring: '辅导功课',
  childcare: '临时照看孩子',
  paperwork: '代办跑腿',
  other: '其他帮忙',
};

/** As the person reads it on what was done for them. */
export const identifiedNames: Record<Identified, string> = {
  callBack: '回拨登记的电话核对了身份',
  atCounter: '在窗口当面核对了身份',
  atHome: '上门当面核对了身份',
};

export const kindNames: Record<ListingKind, string> = { offer: '我能帮', request: '请帮忙' };

const days = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const parts: Record<string, string> = { am: '上午', pm: '下午', eve: '晚上' };
export const weekDays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const dayParts = ['am', 'pm', 'eve'] as const;

export const dayName = (day: (typeof weekDays)[number]): string => days[Number(day)] ?? '';
export const partName = (part: (typeof dayParts)[number]): string => parts[part] ?? '';
const wordsOf = (day: string) =>
  dayParts
    .filter((part) => day.includes(part))
    .map(partName)
    .join('、');

const daysWords = (names: readonly string[]): string => {
  if (names.length === 7) return '每天';
  return names.length === 5 && names[4] === '周五' ? '周一到周五' : names.join('、');
};

/** 周一上午、下午；周三晚上. Days with the same parts are said together. */
export const timesWords = (times: readonly WeekPart[]): string => {
  if (times.length === weekDays.length * dayParts.length) return '每天都可以';
  const byDay = weekDays.flatMap((day) => {
    const said = wordsOf(times.filter((time) => time[0] === day).join());
    return said === '' ? [] : [{ day: dayName(day), said }];
  });
  const groups = new Map<string, string[]>();
  for (const { day, said } of byDay) groups.set(said, [...(groups.get(said) ?? []), day]);
  return [...groups].map(([said, names]) => `${daysWords(names)}${said}`).join('；');
};

/** 1 小时 30 分钟. */
export const minutesWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
};

export const nearNames: Record<Fit['near'], string> = {
  building: '同一栋楼',
  grid: '同一个网格',
  community: '同一个社区',
};

/** Why one listing fits another, in one line. */
export const fitWords = ({ near, times, isLongEnough }: Fit): string =>
  [nearNames[near], `${timesWords(times)}都有空`, ...(isLongEnough ? [] : ['时间短一些'])].join(' · ');

export const exchangeStateNames: Record<ExchangeState, string> = {
  answered: '等对方同意',
  agreed: '已约好',
  disputed: '社区调解中',
  settled: '已完成',
  declined: '没有约成',
  calledOff: '已取消',
  lapsed: '过期未约成',
};

export const callOffReasons: Record<CallOffReason, string> = {
  ill: '身体不舒服',
  busy: '临时有事',
  weather: '天气不好',
  noLonger: '不需要了',
  cannotReach: '联系不上对方',
};
