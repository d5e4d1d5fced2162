import type { TicketId, TopicId } from '@suishoupai/shared/ids';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { topicKinds } from '@suishoupai/shared/topics/paths';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import * as z from 'zod/mini';
import { DraftPhoto } from '../../photos/draft-photo.ts';

export const Draft = z.object({
  kind: z.optional(z.enum(topicKinds)),
  title: z.string(),
  words: z.string(),
  photos: z.array(DraftPhoto),
});
export type Draft = z.output<typeof Draft>;

export const Proposal = topicRoutes.proposeTopic.body;
export type Proposal = z.output<typeof Proposal>;

const shortest = { title: 4, words: 10 } as const;

/** What the form still needs, said on its button; undefined when it may go. */
export const missingIn = ({ kind, title, words, photos }: Draft): string | undefined => {
  if (kind === undefined) return '先选是哪一类事';
  if (title.trim().length < shortest.title) return `标题至少 ${shortest.title} 个字`;
  if (words.trim().length < shortest.words) return `再说详细一点，至少 ${shortest.words} 个字`;
  if (photos.some(({ state }) => state === 'refused' || state === 'failed')) return '有照片没有传上去';
  return photos.every(({ state }) => state === 'ready') ? undefined : '照片还在上传';
};

/** Undefined while something is missing. */
export const proposalOf = (draft: Draft, id: TopicId, ticketId: TicketId | undefined): Proposal | undefined => {
  const { kind, title, words, photos } = draft;
  if (kind === undefined || missingIn(draft) !== undefined) return undefined;
  return {
    id,
    kind,
    title: title.trim().slice(0, topicLimits.title),
    words: words.trim(),
    ...(photos.length === 0 ? {} : { photos: photos.map((photo) => photo.id) }),
    ...(ticketId === undefined ? {} : { ticketId }),
  };
};
