import type { Line } from './contract.ts';
import type { RuleId } from './earning.ts';
import type { TotalRow } from './open-book.ts';
import type { Cause, Unit } from './transfer.ts';

export const unitNames: Record<Unit, string> = { points: '积分', minutes: '服务时长' };

export const ruleNames: Record<RuleId, string> = {
  report: '上报修好',
  check: '帮邻居核实',
  vote: '参加表决',
  meeting: '到会签到',
  inspection: '完成巡查',
  service: '志愿服务',
};

const causeNames: Record<Cause['kind'], string> = {
  ...ruleNames,
  survey: '填写征询',
  order: '兑换',
  gift: '转给家人',
  exchange: '邻里互助',
  pool: '互助池',
  expiry: '到期清零',
  correction: '工作人员更正',
};

/** What a line is called. */
export const lineTitle = ({ cause, phase, isUndoing }: Pick<Line, 'cause' | 'phase' | 'isUndoing'>): string => {
  if (phase === 'reserve') return `${causeNames[cause.kind]}（先留着）`;
  if (phase === 'release' || phase === 'expire') return `${causeNames[cause.kind]}（退回）`;
  return isUndoing && cause.kind !== 'correction' ? `${causeNames[cause.kind]}（收回）` : causeNames[cause.kind];
};

/** 90 minutes are 1 小时 30 分钟. */
export const minutesWords = (minutes: number): string => {
  const [sign, all] = [minutes < 0 ? '−' : '', Math.abs(minutes)];
  const [hours, rest] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return `${sign}${rest} 分钟`;
  return rest === 0 ? `${sign}${hours} 小时` : `${sign}${hours} 小时 ${rest} 分钟`;
};

export const amountWords = (unit: Unit, amount: number): string =>
  unit === 'points' ? `${amount < 0 ? '−' : ''}${Math.abs(amount)} 分` : minutesWords(amount);

/** With its sign, as a line shows it; what only holds or frees says so. */
export const movedWords = ({ unit, moved, held }: Pick<Line, 'unit' | 'moved' | 'held'>): string => {
  if (moved !== 0) return `${moved > 0 ? '+' : ''}${amountWords(unit, moved)}`;
  return held > 0 ? `留 ${amountWords(unit, held)}` : `还 ${amountWords(unit, -held)}`;
};

export const wayNames: Record<TotalRow['way'], string> = {
  issued: '发放',
  taken: '收回',
  redeemed: '兑换',
  restored: '退还',
  expired: '过期',
  donated: '捐入时间银行',
  drawn: '从时间银行取用',
  given: '居民互赠',
};

/** Under which heading a row of totals stands: by a rule, or for what. */
export const headingName = (by: string): string => (by in causeNames ? causeNames[by as Cause['kind']] : by);
