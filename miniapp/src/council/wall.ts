import { chinaWall, dayName, msOf, wallInstant } from '@suishoupai/shared/time/china';
import { dayMs, minuteMs } from '@suishoupai/shared/time/units';

const two = (value: number): string => String(value).padStart(2, '0');

/** The day and the clock on a wall in China. */
export const wallOf = (iso: string): { day: string; clock: string } => {
  const { day, ms } = chinaWall(iso);
  const minutes = Math.floor(ms / minuteMs);
  return { day: dayName(day), clock: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
};

/** The instant of a day (`YYYY-MM-DD`) and a clock (`HH:mm`) on a wall in China. */
export const instantOf = (day: string, clock: string): string => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return wallInstant(msOf(`${day}T00:00:00.000Z`) / dayMs, (hours * 60 + minutes) * minuteMs);
};
