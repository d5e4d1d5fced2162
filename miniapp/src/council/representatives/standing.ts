import { placeWords } from '@suishoupai/shared/households/notices';
import type { Representative, RepresentativeChange } from '@suishoupai/shared/households/representatives';
import { chinaDay, exactTime } from '@suishoupai/shared/time/china';

/** 「3 栋 1 单元 501」 of the codes of units. */
export const doorWords = (units: readonly string[]): string =>
  units
    .map((code) => {
      const [building = '', entrance = '', room = ''] = code.split('-');
      return placeWords({ building, entrance, room });
    })
    .join('、');

/** Until when, and why somebody on the list does not vote. */
export const termWords = ({ until, isInForce, addedBy }: Representative, now: string): string => {
  if (until < chinaDay(now)) return `任期 ${until} 已到，不再投票`;
  if (!isInForce) return '已不是认证的居民，不再投票';
  return `任期到 ${until} · ${addedBy} 登记`;
};

export const changeWords = ({ at, by, what, name, reason }: RepresentativeChange): string =>
  `${exactTime(at)} ${by} ${what === 'add' ? '登记' : '撤下'} ${name}${reason === undefined ? '' : `：${reason}`}`;

/** A year from today; the day is to be chosen by the term that the community has. */
export const usualUntil = (now: string): string => {
  const [year = '', ...rest] = chinaDay(now).split('-');
  return [String(Number(year) + 1), ...rest].join('-').replace(/-02-29$/, '-02-28');
};
