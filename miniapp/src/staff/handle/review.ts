import type { RouteResponse } from '@suishoupai/shared/contract/route';
import { flagReasonLabel, type moderationRoutes } from '@suishoupai/shared/moderation/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { type HeldItem, heldItems, safetyLabel } from '../../ticket/held.ts';
import type { Tone } from '../../ui/chip.tsx';

export type Complaint = RouteResponse<typeof moderationRoutes.listFlags>['items'][number];

/** Something to decide on: what it is, and why somebody must look. */
export type ReviewItem = {
  id: HeldItem['id'];
  /** 「居民 上报」 and its hour; of a comment neither is told. */
  by: string;
  at: string | undefined;
  word: string;
  tone: Tone;
  what: { kind: 'words'; words: string } | { kind: 'photo'; url: string; thumbUrl: string };
  /** What was complained of, and what its maker says to that. */
  because: string[];
  /** What staff have decided already stays hidden without another word. */
  hideText: string | undefined;
};

const becauseOf = ({ kind, count, reasons, notes }: Complaint): string[] => {
  const named = reasons.map((reason) => flagReasonLabel[reason]).join('、');
  if (kind === 'check') return [];
  const head = kind === 'flag' ? `${count} 人投诉${named === '' ? '' : `：${named}`}` : '作者申诉，请再看一次';
  return [head, ...notes.map((note) => `“${note}”`)];
};

const hideTextOf = (safety: HeldItem['safety']): string | undefined => {
  if (safety === 'hidden') return undefined;
  return safety === 'appealed' ? '仍不公开' : '不公开';
};

const ofTrace = (held: HeldItem, complaints: readonly Complaint[]): ReviewItem => ({
  id: held.id,
  by: held.by,
  at: held.at,
  word: safetyLabel[held.safety],
  tone: held.safety === 'pending' || held.safety === 'hidden' ? 'calm' : 'soon',
  what:
    held.kind === 'words'
      ? { kind: 'words', words: held.words }
      : { kind: 'photo', url: held.url, thumbUrl: held.thumbUrl },
  because: complaints.filter(({ item }) => item === held.id).flatMap(becauseOf),
  hideText: hideTextOf(held.safety),
});

/** A comment stands in no line of the trace: its words come with the complaint. */
const ofComment = (item: Complaint['item'], complaints: readonly Complaint[]): ReviewItem[] => {
  const mine = complaints.filter((each) => each.item === item);
  const words = mine.find(({ text }) => text !== undefined)?.text;
  if (words === undefined) return [];
  const isAppealed = mine.some(({ kind }) => kind === 'appeal');
  const isHeld = mine.every(({ kind }) => kind === 'check');
  return [
    {
      id: item,
      by: '评论',
      at: undefined,
      word: isAppealed ? safetyLabel.appealed : isHeld ? safetyLabel.held : safetyLabel.flagged,
      tone: 'soon',
      what: { kind: 'words', words },
      because: mine.flatMap(becauseOf),
      hideText: hideTextOf(isAppealed ? 'appealed' : 'flagged'),
    },
  ];
};

/** Everything about a ticket that waits for a person to show or hide it, or was hidden. */
export const reviewItems = (ticket: TicketView, complaints: readonly Complaint[]): ReviewItem[] => {
  const held = heldItems(ticket);
  const inTrace = new Set<string>(held.map(({ id }) => id));
  const comments = [...new Set(complaints.map(({ item }) => item))].filter((item) => !inTrace.has(item));
  return [...comments.flatMap((item) => ofComment(item, complaints)), ...held.map((each) => ofTrace(each, complaints))];
};
