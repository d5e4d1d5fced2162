import type { BindingKind, UnitStatus } from './contract.ts';
import type { ClaimState } from './transitions.ts';

export const bindingKindLabels: Record<BindingKind, string> = { owner: '业主', member: '住户' };

export const claimStateLabels: Record<ClaimState, string> = {
  waiting: '等社区核对',
  approved: '已认证',
  refused: '没有通过',
  withdrawn: '已撤回',
  ended: '已结束',
};

export const unitStatusLabels: Record<UnitStatus, string> = { sold: '已售', unsold: '未售', undelivered: '未交付' };

/** An area of 0.01 m² in words: 「89.50 ㎡」. Digit by digit, so that no cent is lost. */
export const areaWords = (area: number): string => {
  const digits = String(area).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${digits.slice(-2)} ㎡`;
};
