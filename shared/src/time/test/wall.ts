import { isWorkday, workPeriods } from '../calendar.ts';
import { chinaDay, chinaWall } from '../china.ts';

const hourMs = 3_600_000;

/** `2026-03-02 09:00` on a Chinese wall as an instant. */
export const china = (wall: string): string => new Date(`${wall.replace(' ', 'T')}:00+08:00`).toISOString();

/** An instant as `2026-03-02 09:00` on a Chinese wall. */
export const wallOf = (iso: string | undefined): string | undefined =>
  iso && new Date(Date.parse(iso) + 8 * hourMs).toISOString().slice(0, 16).replace('T', ' ');

/** Whether a limit may end there: within office hours, a close counted in and an opening not. */
export const endsInOffice = (iso: string): boolean => {
  const { ms } = chinaWall(iso);
  return isWorkday(chinaDay(iso)) && workPeriods.some(({ from, to }) => ms > from * hourMs && ms <= to * hourMs);
};
