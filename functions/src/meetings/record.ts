import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, CommunityId, MeetingId, PersonId } from '@suishoupai/shared/ids';
import { MeetingCard, MeetingKind, MeetingState } from '@suishoupai/shared/meetings/card';
import { Described, MinutesBody, SignatureRole } from '@suishoupai/shared/meetings/contract';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import type { MeetingFacts } from '@suishoupai/shared/meetings/notices';
import { hourMs } from '@suishoupai/shared/time/units';
import * as z from 'zod/mini';

const Line = z.object({
  id: ActionId,
  what: z.enum(['change', 'open', 'end', 'cancel']),
  at: Instant,
  personId: PersonId,
  digest: z.string(),
  words: z.optional(z.string()),
});

const Signature = z.object({
  id: ActionId,
  number: z.int(),
  role: SignatureRole,
  hash: z.string(),
  personId: PersonId,
  name: z.string(),
  at: Instant,
});
export type Signature = z.output<typeof Signature>;

export const AttendanceCounts = z.object({ onSpot: z.int(), online: z.int(), paper: z.int() });
export type AttendanceCounts = z.output<typeof AttendanceCounts>;

/**
 * A meeting as it is kept. `version` is what pages see and steps answer to; `revision` counts every write. The hashes in `head` and in the
 * signatures stand apart from the versions they are of, so that a changed version is found out.
 */
export const MeetingRecord = z.object({
  id: MeetingId,
  communityId: CommunityId,
  ...Described.shape,
  kind: MeetingKind,
  state: MeetingState,
  version: z.int(),
  revision: z.int(),
  digest: z.string(),
  announcedAt: Instant,
  calledBy: z.optional(PersonId),
  /** The last notice of time and matters. */
  noticedAt: Instant,
  codeSecret: z.string(),
  trace: z.array(Line),
  /** The newest version of the minutes. */
  head: z.optional(z.object({ number: z.int(), hash: z.string() })),
  signatures: z.array(Signature),
  /** Counted for good when the minutes were first signed by both. */
  attendance: z.optional(AttendanceCounts),
});
export type MeetingRecord = z.output<typeof MeetingRecord>;

/** A version of the minutes as it is kept; never written to again. */
export const MinutesRecord = z.object({
  id: ActionId,
  meetingId: MeetingId,
  number: z.int(),
  previous: z.string(),
  author: z.string(),
  personId: PersonId,
  at: Instant,
  reason: z.optional(z.string()),
  attendance: z.int(),
  body: MinutesBody,
  hash: z.string(),
  digest: z.string(),
});
export type MinutesRecord = z.output<typeof MinutesRecord>;

/** Until when a meeting is one of those to come: its end, with some time to run over, or when it was ended. */
export const overAt = ({ endsAt, trace }: MeetingRecord): string =>
  trace.find(({ what }) => what === 'end')?.at ??
  new Date(Date.parse(endsAt) + meetingLimits.overrunHours * hourMs).toISOString();

export const signaturesOf = ({ signatures }: MeetingRecord, number: number): Signature[] =>
  signatures.filter((signature) => signature.number === number);

const isSealed = (meeting: MeetingRecord, number: number) => signaturesOf(meeting, number).length === 2;

/** The number of the newest version that both have signed; 0 when there is none. */
export const signedNumber = (meeting: MeetingRecord): number =>
  Math.max(0, ...meeting.signatures.map(({ number }) => number).filter((number) => isSealed(meeting, number)));

const minutesStateOf = (meeting: MeetingRecord): MeetingCard['minutesState'] => {
  const { head } = meeting;
  if (head === undefined) return 'none';
  return isSealed(meeting, head.number) ? 'signed' : 'written';
};

export const cardOf = (meeting: MeetingRecord): MeetingCard =>
  z.parse(MeetingCard, { ...meeting, minutesState: minutesStateOf(meeting) });

/** The numbers of all versions that both have signed. */
export const signedNumbers = (meeting: MeetingRecord): Set<number> =>
  new Set(meeting.signatures.map(({ number }) => number).filter((number) => isSealed(meeting, number)));

/** The hashes that stand apart from the versions, by number. */
export const anchorsOf = ({ head, signatures }: MeetingRecord): Map<number, string> =>
  new Map([
    ...signatures.map(({ number, hash }): [number, string] => [number, hash]),
    ...(head === undefined ? [] : [[head.number, head.hash] as const]),
  ]);

/** The lines of the trace that everyone reads. */
export const changesOf = ({ trace }: MeetingRecord): { id: string; at: string; words: string }[] =>
  trace.flatMap(({ id, at, what, words }) => (what === 'change' && words !== undefined ? [{ id, at, words }] : []));

export const cancelOf = ({ trace }: MeetingRecord) => {
  const line = trace.find(({ what }) => what === 'cancel');
  return line === undefined ? undefined : { id: line.id, at: line.at, words: line.words ?? '' };
};

/** What its notices look at. */
export const factsOf = (meeting: MeetingRecord): MeetingFacts => ({
  ...meeting,
  changes: changesOf(meeting),
  cancelled: cancelOf(meeting),
  signed: signedNumber(meeting),
});
