import { ActionId } from '@suishoupai/shared/ids';
import { Attachment } from '@suishoupai/shared/meetings/attachments';
import type { Meeting, MinutesVersion, MinutesWriting } from '@suishoupai/shared/meetings/contract';
import * as z from 'zod/mini';
import { DraftPhoto } from '../../../photos/draft-photo.ts';
import { DraftFile } from './_files/draft-file.ts';

/** Minutes in the making, kept on the phone. A resolution has its id from when its line is added. */
export const Writing = z.object({
  reason: z.string(),
  sections: z.array(z.object({ heading: z.string(), words: z.string() })),
  resolutions: z.array(z.object({ id: ActionId, words: z.string(), topicId: z.optional(z.string()) })),
  photos: z._default(z.array(DraftPhoto), []),
  /** Of the version before, as they are to stay; absent: all of them. */
  attachments: z.optional(z.array(Attachment)),
  files: z._default(z.array(DraftFile), []),
});
export type Writing = z.output<typeof Writing>;

const nothing = { reason: '', photos: [], files: [] };

/** The newest version to go on from, or a section for each item of the agenda. */
export const firstWriting = (meeting: Pick<Meeting, 'agenda'>, newest: MinutesVersion | undefined): Writing =>
  newest === undefined
    ? { ...nothing, sections: meeting.agenda.map(({ title }) => ({ heading: title, words: '' })), resolutions: [] }
    : { ...nothing, sections: newest.body.sections, resolutions: newest.body.resolutions };

/** The files of the version before that stay. */
export const hungOf = ({ attachments }: Writing, newest: MinutesVersion | undefined): Attachment[] =>
  attachments ?? newest?.body.attachments ?? [];

const blank = (words: string): boolean => words.trim() === '';

export const missingIn = (
  { reason, sections, resolutions, attachments = [] }: Writing,
  follows: number,
): string | undefined => {
  const written = sections.filter(({ words }) => !blank(words));
  if (written.length === 0) return '写下会上说了什么';
  if (written.some(({ heading }) => blank(heading))) return '每一段要有小标题';
  if (resolutions.some(({ words }) => !blank(words) && words.trim().length < 4)) return '决议至少 4 个字';
  if (attachments.some(({ name }) => blank(name))) return '每个附件要有名字';
  return follows > 0 && reason.trim().length < 2 ? '写明为什么要改' : undefined;
};

/** What is sent: sections and resolutions that say nothing are left out; photos of the version before stay. */
export const bodyOf = (writing: Writing, newest: MinutesVersion | undefined): MinutesWriting => ({
  sections: writing.sections
    .filter(({ words }) => !blank(words))
    .map(({ heading, words }) => ({ heading: heading.trim(), words: words.trim() })),
  resolutions: writing.resolutions
    .filter(({ words }) => !blank(words))
    .map(({ id, words, topicId }) => ({ id, words: words.trim(), ...(topicId === undefined ? {} : { topicId }) })),
  photos: [...(newest?.body.photos ?? []), ...writing.photos.map(({ id }) => id)],
  attachments: [...hungOf(writing, newest), ...writing.files].map(({ id, name }) => ({ id, name: name.trim() })),
});
