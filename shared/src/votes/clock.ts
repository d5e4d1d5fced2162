import { chinaWall, msOf, wallInstant } from '../time/china.ts';
import { dayMs, minuteMs } from '../time/units.ts';
import type { RuleSet } from './rule-set.ts';

/** The first instant (ISO, UTC, ms) at which a matter announced then may be voted on: so many days in China later. Throws RangeError. */
export const earliestOpening = (announcedAt: string, { noticeDays }: Pick<RuleSet, 'noticeDays'>): string =>
  noticeDays === 0 ? announcedAt : wallInstant(chinaWall(announcedAt).day + noticeDays, 0);

/** The end (ISO, UTC, ms) of the days in which residents may object: whole days in China after the one of posting. Throws RangeError. */
export const objectionsEnd = (publishedAt: string, { publicationDays }: Pick<RuleSet, 'publicationDays'>): string =>
  wallInstant(chinaWall(publishedAt).day + publicationDays + 1, 0);

/** What is wrong with the time a vote is open, as a sentence, or undefined. Throws RangeError for what is no instant. */
export const spanProblem = (
  { opensAt, closesAt }: { opensAt: string; closesAt: string },
  { votingDays }: Pick<RuleSet, 'votingDays'>,
): string | undefined => {
  const span = msOf(closesAt) - msOf(opensAt);
  if (span < minuteMs) return '截止要晚于开始';
  if (votingDays === undefined) return span > 366 * dayMs ? '最多开放一年' : undefined;
  if (span < votingDays.min * dayMs) return `至少开放 ${votingDays.min} 天`;
  return span > votingDays.max * dayMs ? `最多开放 ${votingDays.max} 天` : undefined;
};
