import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, MediaId, MeetingId } from '@suishoupai/shared/ids';
import type { MinutesVersion } from '@suishoupai/shared/meetings/contract';
import { minutesLines } from '@suishoupai/shared/meetings/minutes';
import { diffArrays } from 'diff';
import type { Viewer } from '../http/handlers.ts';
import type { Log } from '../log.ts';
import type { FileUrls } from '../media/file-urls.ts';
import type { PlacesService } from '../places/service.ts';
import { calendarFile } from './calendar.ts';
import { integrityOf, integrityOfAll } from './integrity.ts';
import { type MeetingRecord, type MinutesRecord, signedNumbers } from './record.ts';
import type { Standing } from './standing.ts';
import type { MeetingStore } from './store.ts';
import { minutesView } from './view.ts';

/** Past so many different lines two versions are shown as one taken out and one put in: comparing longer takes seconds. */
const maxDifferences = 3000;

type Line = { kind: 'same' | 'added' | 'removed'; text: string };

const all = (kind: Line['kind'], texts: readonly string[]): Line[] => texts.map((text) => ({ kind, text }));

/** Two texts line by line, what was taken out before what was put in. */
export const diffOf = (before: readonly string[], after: readonly string[]): Line[] => {
  const parts = diffArrays([...before], [...after], { maxEditLength: maxDifferences });
  if (parts === undefined) return [...all('removed', before), ...all('added', after)];
  return parts.flatMap(({ added, removed, value }) => all(added ? 'added' : removed ? 'removed' : 'same', value));
};

type IntactDeps = { meetings: Pick<MeetingStore, 'findMinutes'>; log: Log };

/** A version that is what was hashed; anything else is refused, and noted where operators look. */
export const makeIntact =
  ({ meetings, log }: IntactDeps) =>
  async (meeting: MeetingRecord, number: number): Promise<MinutesRecord> => {
    const minutes = await meetings.findMinutes(meeting.id, number);
    if (minutes !== undefined && integrityOf(meeting, [minutes]).has(number)) return minutes;
    log.error('minutes altered', { meetingId: meeting.id, number });
    throw new AppError('minutes.altered');
  };

type Deps = {
  meetings: MeetingStore;
  standing: Standing;
  places: Pick<PlacesService, 'getCommunity'>;
  fileUrls: FileUrls;
  intact: ReturnType<typeof makeIntact>;
  log: Log;
};
type Hanging = { meetingId: MeetingId; number: number; mediaId: MediaId };
type Query = { communityId: CommunityId; when?: 'coming' | 'past' | undefined; cursor?: string | undefined };

/** Lists, versions and what differs between them. */
export const makeReading = ({ meetings, standing, places, fileUrls, intact: demandIntact, log }: Deps) => {
  /** All versions a viewer may read, with whether each is what was hashed; the oldest first. */
  const versionsFor = async (viewer: Viewer | undefined, id: MeetingId, now: Date) => {
    const meeting = await standing.find(id);
    const [versions, post] = await Promise.all([
      meetings.listMinutes(id),
      standing.postIn(viewer, meeting.communityId, now),
    ]);
    const intact = integrityOfAll(meeting, versions);
    if (intact.size < versions.length) log.error('minutes altered', { meetingId: id });
    const signed = signedNumbers(meeting);
    const shown = versions.filter(({ number }) => post !== undefined || signed.has(number));
    return { meeting, intact, shown };
  };

  return {
    list: async ({ communityId, when = 'coming', cursor }: Query, now: Date) => {
      await places.getCommunity(communityId, now);
      return meetings.list({ communityId, when, now: now.toISOString(), cursor });
    },

    versions: async (viewer: Viewer | undefined, id: MeetingId, now: Date): Promise<{ items: MinutesVersion[] }> => {
      const { meeting, intact, shown } = await versionsFor(viewer, id, now);
      return { items: shown.toReversed().map((each) => minutesView(meeting, each, intact.has(each.number))) };
    },

    /** Against the version before that this viewer may read: for the public the last one that was signed. */
    diff: async (viewer: Viewer | undefined, id: MeetingId, number: number, now: Date) => {
      const { intact, shown } = await versionsFor(viewer, id, now);
      const index = shown.findIndex((version) => version.number === number);
      const [before, after] = [shown[index - 1], shown[index]];
      if (after === undefined) throw new AppError('minutes.notFound');
      if (!intact.has(number) || (before !== undefined && !intact.has(before.number))) {
        throw new AppError('minutes.altered');
      }
      return { lines: diffOf(before === undefined ? [] : minutesLines(before.body), minutesLines(after.body)) };
    },

    /** A link to a file of a version that this viewer may read, and that is what was hashed. */
    attachment: async (viewer: Viewer | undefined, { meetingId, number, mediaId }: Hanging, now: Date) => {
      const meeting = await standing.find(meetingId);
      const isShown =
        signedNumbers(meeting).has(number) ||
        (number <= (meeting.head?.number ?? 0) &&
          (await standing.postIn(viewer, meeting.communityId, now)) !== undefined);
      if (!isShown) throw new AppError('minutes.notFound');
      const { body } = await demandIntact(meeting, number);
      const file = body.attachments?.find(({ id }) => id === mediaId);
      if (file === undefined) throw new AppError('attachment.notFound');
      return fileUrls(mediaId, file);
    },

    calendar: async (id: MeetingId) => calendarFile(await standing.find(id)),
  };
};
