import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, PersonId } from '@suishoupai/shared/ids';
import type { TakenDown } from '@suishoupai/shared/topics/contract';
import * as z from 'zod/mini';
import type { Safety } from '../tickets/record.ts';

/** Decided by a person: settles what was complained of before. */
export const Judged = z.object({ id: ActionId, by: PersonId, at: Instant, note: z.optional(z.string()) });
export type Judged = z.output<typeof Judged>;

/** Its author's, against a takedown; there is one for ever. `against`: who took it down. */
export const Appeal = z.object({ id: ActionId, at: Instant, note: z.string(), against: PersonId });
export type Appeal = z.output<typeof Appeal>;

/** What a topic's words and a voice have in common for whoever decides on them. */
export type Judgeable = { safety: Safety; judged?: Judged | undefined; appeal?: Appeal | undefined };

/** What the author is told of a takedown that stands. */
export const takenDownOf = ({ safety, judged, appeal }: Judgeable): TakenDown | undefined =>
  safety !== 'hidden' || judged === undefined
    ? undefined
    : { at: judged.at, note: judged.note, canAppeal: appeal === undefined };

/** An appeal is decided by somebody else than its author and whoever took the words down. */
export const mayJudge = ({ safety, appeal }: Judgeable, personId: PersonId, authorId: PersonId): boolean =>
  safety !== 'appealed' || (personId !== authorId && personId !== appeal?.against);
