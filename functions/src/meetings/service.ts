import type { MediaId } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import type { Log } from '../log.ts';
import type { FileUrls } from '../media/file-urls.ts';
import type { PlacesService } from '../places/service.ts';
import type { MediaOf } from './attaching.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { makeAttending, type NoteLook } from './attending.ts';
import { makeCalling } from './calling.ts';
import { makeIntact, makeReading } from './reading.ts';
import { makeRecording } from './recording.ts';
import { makeStanding } from './standing.ts';
import type { MeetingStore } from './store.ts';
import { type FindTopic, makeMeetingView } from './view.ts';

type Deps = {
  meetings: MeetingStore;
  attendance: AttendanceStore;
  places: Pick<PlacesService, 'getCommunity'>;
  findTopic: FindTopic;
  mediaOf: MediaOf;
  fileUrls: FileUrls;
  photoUrls: (id: MediaId) => Photo;
  noteLook: NoteLook;
  randomBytes: (count: number) => Uint8Array;
  log: Log;
};

/** Meetings: notice, attendance, minutes. */
export const makeMeetingService = (given: Deps) => {
  const standing = makeStanding(given);
  const viewing = makeMeetingView({ ...given, standing });
  const deps = { ...given, standing, viewing, intact: makeIntact(given) };
  return {
    find: standing.find,
    view: viewing.view,
    calling: makeCalling(deps),
    attending: makeAttending(deps),
    recording: makeRecording(deps),
    reading: makeReading(deps),
  };
};

export type MeetingService = ReturnType<typeof makeMeetingService>;
