import { timeLeft } from '@suishoupai/shared/time/china';
import { voteStateLabels } from '@suishoupai/shared/votes/labels';

/** What is left of an open vote, in words. The clock that closes it may come a few minutes late: nobody can cast by then. */
export const voteLeft = (closesAt: string, now: string): string =>
  closesAt <= now ? voteStateLabels.closed : timeLeft(closesAt, now).text;
