import type { Photo } from '@suishoupai/shared/media/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';

/** One side of the pair: pictures with their date, or the words that stand in their place. */
export type Side = { caption: string; photos: readonly Photo[] } | { caption: string; words: string };

const sideOf = (caption: string, photos: readonly Photo[], isHeld: boolean): Side => {
  if (photos.length > 0) return { caption, photos };
  return { caption, words: isHeld ? '照片待审核' : '没有照片' };
};

/**
 * What it looked like and what it looks like now: of several replies the last counts. `before` is absent when there never was a photo,
 * as of what came by telephone; `after` when none will come, or when it would stand there alone and empty.
 */
export const picturesOf = (ticket: TicketView, now: string): { before?: Side; after?: Side } => {
  const { events, state, reportedAt, isHeld, channel } = ticket;
  const report = events.find(({ step }) => step === 'report');
  const reply = [...events].reverse().find(({ step }) => step === 'resolve');
  const photos = report?.photos ?? [];
  const before =
    photos.length === 0 && channel !== 'app'
      ? {}
      : { before: sideOf(`处理前 ${shortTime(report?.at ?? reportedAt, now)}`, photos, isHeld) };
  if (reply !== undefined)
    return { ...before, after: sideOf(`处理后 ${shortTime(reply.at, now)}`, reply.photos, isHeld) };
  const isStopped = state === 'declined' || state === 'withdrawn';
  if (isStopped || !('before' in before)) return before;
  return { ...before, after: { caption: '处理后', words: '处理后的照片会放在这里' } };
};

/** Events whose photos are all to be seen at the head of the screen already; the trace leaves those out. */
export const seenAbove = ({ events }: TicketView, head: 'pair' | 'strip'): ReadonlySet<string> => {
  const report = events.find(({ step }) => step === 'report');
  const reply = [...events].reverse().find(({ step }) => step === 'resolve');
  const isStrip = head === 'strip' && reply === undefined;
  const seen = [report, reply].filter((event) => event !== undefined);
  return new Set(seen.filter(({ photos }) => isStrip || photos.length === 1).map(({ id }) => id));
};
