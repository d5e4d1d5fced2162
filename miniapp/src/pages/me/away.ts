import { chinaWall, wallInstant } from '@suishoupai/shared/time/china';
import { hourMs } from '@suishoupai/shared/time/units';

const returnsAtMs = 8 * hourMs;
const spans = [
  { days: 1, name: '到明天早上' },
  { days: 3, name: '三天' },
  { days: 7, name: '一周' },
  { days: 14, name: '两周' },
  { days: 30, name: '一个月' },
] as const;

/** Until when one may be away: eight in the morning, some days on. */
export const awayChoices = (nowIso: string): { name: string; until: string }[] =>
  spans.map(({ days, name }) => ({ name, until: wallInstant(chinaWall(nowIso).day + days, returnsAtMs) }));

/** Until when somebody is away; undefined for who is back, or was never gone. */
export const awayNow = (awayUntil: string | undefined, nowIso: string): string | undefined =>
  awayUntil !== undefined && awayUntil > nowIso ? awayUntil : undefined;
