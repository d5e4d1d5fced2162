import type { Limit } from '@suishoupai/shared/duty/contract';

/** As much as an extension may be; a supporting department gets no more either. */
const most: Record<Limit['unit'], number> = { workDay: 10, workHour: 24, hour: 24 };
const usual: Record<Limit['unit'], number> = { workDay: 3, workHour: 8, hour: 24 };

export const withUnit = (limit: Limit | undefined, unit: Limit['unit']): Limit =>
  limit?.unit === unit ? limit : { unit, amount: usual[unit] };

export const isAtEnd = ({ unit, amount }: Limit, by: 1 | -1): boolean =>
  by === 1 ? amount >= most[unit] : amount <= 1;

export const steppedLimit = (limit: Limit, by: 1 | -1): Limit =>
  isAtEnd(limit, by) ? limit : { ...limit, amount: limit.amount + by };
