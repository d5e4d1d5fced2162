import { communityOf, type PersonId } from '@suishoupai/shared/ids';
import { causeOf } from '@suishoupai/shared/votes/notices';
import type { StaffWords } from '../moderation/staff-words.ts';
import { objectionOf } from './objection-store.ts';
import type { VoteRecord } from './record.ts';
import { voteOf } from './store.ts';

type Item = Parameters<typeof voteOf>[0];
type Change = { before: Item | undefined; after: Item | undefined };

const ofVote = (before: VoteRecord | undefined, vote: VoteRecord): StaffWords[] => {
  const { id: about, communityId, title: name, announcement, question, createdBy, createdAt, cancelled } = vote;
  const said = (authorId: PersonId | undefined, at: string, ...words: string[]): StaffWords[] =>
    authorId === undefined ? [] : [{ about, communityId, name, cause: causeOf(about), at, authorId, words }];
  const options = question.options.map(({ text }) => text);
  return [
    ...(before === undefined
      ? said(createdBy.personId, createdAt, name, announcement, question.text, ...options)
      : vote.extensions.slice(before.extensions.length).flatMap(({ at, by, notice }) => said(by, at, notice))),
    ...(cancelled === undefined || before?.cancelled !== undefined
      ? []
      : said(cancelled.by, cancelled.at, cancelled.reason)),
  ];
};

/** What staff said with a change of a vote: its announcement, notices, the reason to cancel it, answers to objections. */
export const staffWordsInVotes = ({ before, after }: Change): StaffWords[] => {
  if (after === undefined) return [];
  const vote = voteOf(after);
  if (vote !== undefined) return ofVote(before === undefined ? undefined : voteOf(before), vote);
  const { voteId: about, answer } = objectionOf(after) ?? {};
  if (about === undefined || answer?.personId === undefined) return [];
  if (before !== undefined && objectionOf(before)?.answer !== undefined) return [];
  const { id: cause, at, personId: authorId, words } = answer;
  return [{ about, communityId: communityOf(about), name: '对异议的答复', cause, at, authorId, words: [words] }];
};
