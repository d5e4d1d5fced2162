import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { CommunityId, MeetingId } from '../ids.ts';

/** 民情恳谈会、事务协调会、工作听证会、成效评议会、四方联席会议、协同治理委员会. */
export const MeetingKind = z.enum(['hearth', 'mediation', 'hearing', 'appraisal', 'joint', 'council']);
export type MeetingKind = z.output<typeof MeetingKind>;

/**
 * `announced` → `inSession` (sign-in opened) → `ended` → `signed` (minutes signed by chair and recorder); or `cancelled` with a reason.
 * A correction of signed minutes keeps the meeting `signed`: the signed version stands until the new one is signed by both.
 */
export const MeetingState = z.enum(['announced', 'inSession', 'ended', 'signed', 'cancelled']);
export type MeetingState = z.output<typeof MeetingState>;

export const MeetingCard = z.object({
  id: MeetingId,
  communityId: CommunityId,
  kind: MeetingKind,
  state: MeetingState,
  title: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** Of the newest version of the minutes: none yet, written, or signed by both. A correction of signed minutes is `written` again. */
  minutesState: z.enum(['none', 'written', 'signed']),
});
export type MeetingCard = z.output<typeof MeetingCard>;
