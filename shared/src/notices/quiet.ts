import { chinaWall, wallInstant } from '../time/china.ts';
import { hourMs } from '../time/units.ts';

/** Between these hours in China a phone stays silent for all that can wait. */
const quiet = { from: 22 * hourMs, to: 7 * hourMs };

export type Urgency = 'urgent' | 'canWait';

/** When a message may reach the phone (ISO, UTC, ms): now, or at 07:00 in China after a night it can wait through. Throws RangeError. */
export const pushAt = (nowIso: string, urgency: Urgency): string => {
  const { day, ms } = chinaWall(nowIso);
  if (urgency === 'urgent' || (ms >= quiet.to && ms < quiet.from)) return nowIso;
  return wallInstant(ms < quiet.to ? day : day + 1, quiet.to);
};

/** `urgent` is what falls due before the night is over: in the morning it would be too late to hear of it. Throws RangeError. */
export const urgencyOf = (nowIso: string, dueAt: string | undefined): Urgency =>
  dueAt !== undefined && dueAt > nowIso && dueAt < pushAt(nowIso, 'canWait') ? 'urgent' : 'canWait';
