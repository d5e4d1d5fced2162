import { type MeetingNotice, noticesOf } from '@suishoupai/shared/meetings/notices';
import { factsOf } from './record.ts';
import { meetingOf } from './store.ts';

type Item = Parameters<typeof meetingOf>[0];
/** An item of the deliberations table as it stood before and after; absent when it was not there. */
type Change = { before: Item | undefined; after: Item | undefined };
type Deps = { tell: (notice: MeetingNotice) => Promise<void> };

/** What follows from a change of a meeting: word to those who follow its topics. Late or again, it says the same under the same cause. */
export const makeMeetingFollower =
  ({ tell }: Deps) =>
  async ({ before, after }: Change): Promise<void> => {
    const meeting = after === undefined ? undefined : meetingOf(after);
    if (meeting === undefined) return;
    const known = before === undefined ? undefined : meetingOf(before);
    const notices = noticesOf({ before: known && factsOf(known), after: factsOf(meeting) });
    for (const notice of notices) await tell(notice);
  };
