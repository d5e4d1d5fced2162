import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, PersonId, TopicId } from '@suishoupai/shared/ids';
import { Reaction, Stance } from '@suishoupai/shared/topics/contract';
import * as z from 'zod/mini';
import { Safety } from '../tickets/record.ts';
import { Appeal, Judged } from './judgement.ts';

/** How often each reaction was given, all of them named. */
export const reactionCounts = (counts: Readonly<Record<string, number>>): Record<Reaction, number> => ({
  agree: counts['agree'] ?? 0,
  thanks: counts['thanks'] ?? 0,
  doubt: counts['doubt'] ?? 0,
});

export const VoiceRecord = z.object({
  id: ActionId,
  topicId: TopicId,
  at: Instant,
  authorId: PersonId,
  author: z.string(),
  stance: Stance,
  text: z.string(),
  replyTo: z.optional(ActionId),
  /** Counts every write: whoever writes has seen the one before. */
  rev: z.int(),
  safety: Safety,
  judged: z.optional(Judged),
  appeal: z.optional(Appeal),
  /** How many replies may be read, as last counted. */
  replies: z.int(),
  /** As last counted. */
  reactions: z.record(Reaction, z.int()),
});
export type VoiceRecord = z.output<typeof VoiceRecord>;

export const isVoiceShown = ({ safety }: Pick<VoiceRecord, 'safety'>): boolean =>
  safety === 'pass' || safety === 'flagged';
