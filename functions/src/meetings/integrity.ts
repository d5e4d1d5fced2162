import { createHash } from 'node:crypto';
import { intactVersions, type Sha256Hex } from '@suishoupai/shared/meetings/minutes';
import { anchorsOf, type MeetingRecord, type MinutesRecord } from './record.ts';

export const sha256: Sha256Hex = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The numbers of those versions that are what was hashed, for a run of versions or one alone. */
export const integrityOf = (meeting: MeetingRecord, versions: readonly MinutesRecord[]): Set<number> =>
  intactVersions(
    sha256,
    versions.map((version) => ({ ...version, meetingId: meeting.id })),
    anchorsOf(meeting),
  );

/** The same for all that there should be: when one is gone, none of them can be trusted. */
export const integrityOfAll = (meeting: MeetingRecord, versions: readonly MinutesRecord[]): Set<number> =>
  versions.length === (meeting.head?.number ?? 0) ? integrityOf(meeting, versions) : new Set();
