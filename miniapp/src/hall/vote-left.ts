import { timeLeft } from '@suishoupai/shared/time/china';
import { voteStateLabels } from '@suishoupai/shared/votes/labels';

/**
 * The time that a vote is looked at. The service said that it is over (`overAt`: its close as it was known then): so it is, whatever the
 * clock of the phone says, unless it was extended since.
 */
export const voteClock = (closesAt: string, now: string, overAt: string | undefined): string =>
  overAt === closesAt && now < closesAt ? closesAt : now;

/** What is left of an open vote, in words. The clock that closes it may come a few minutes late: nobody can cast by then. */
export const voteLeft = (closesAt: string, now: string): string =>
  closesAt <= now ? voteStateLabels.closed : timeLeft(closesAt, now).text;
