import type { CommunityId, PersonId, VoteId } from '../ids.ts';
import { exactTime, untilWords } from '../time/china.ts';

/** What of a vote its notices look at. */
export type VoteFacts = {
  id: VoteId;
  communityId: CommunityId;
  title: string;
  takesPaper: boolean;
  createdAt: string;
  opensAt: string;
  closesAt: string;
  opened?: { at: string } | undefined;
  remindedAt?: string | undefined;
  extensions: readonly { at: string; to: string; notice: string }[];
  closedAt?: string | undefined;
  counted?: { at: string } | undefined;
  published?: { at: string; until: string } | undefined;
  cancelled?: { at: string; reason: string } | undefined;
};

/** What of a slot. `paper`: the sheet that was entered for it. */
export type SlotFacts = { slot: string; paper?: string | undefined };

export type ObjectionFacts = {
  id: string;
  at: string;
  personId: PersonId;
  /** Of its words. */
  safety?: 'pending' | 'pass' | 'held' | 'hidden' | undefined;
  judged?: { id: string; at: string; reason?: string | undefined } | undefined;
  answer?: { id: string; at: string; words: string } | undefined;
};

export type VoteNotice = {
  /** All electors, those who have not cast yet, whoever may cast for one slot, one person, or the desk of the community. */
  to: 'electors' | 'notYetCast' | { slot: string } | { personId: PersonId } | 'desk';
  kind:
    | 'voteAnnounced'
    | 'voteOpen'
    | 'voteSoon'
    | 'voteExtended'
    | 'voteCancelled'
    | 'voteClosed'
    | 'voteCounted'
    | 'voteResult'
    | 'votePaper'
    | 'voteObjection'
    | 'voteAnswered'
    | 'voteReview'
    | 'voteTakedown';
  /** What it follows from, in the shape of an action's or event's id. */
  cause: string;
  at: string;
  title: string;
  text: string;
  voteId: VoteId;
};

/** For what the clock does there is no action: the vote itself is the cause. */
export const causeOf = (id: VoteId): string => `evt_${id.split('_')[2] ?? ''}`;

/**
 * What a step of a vote is told to whom; `before` is absent when it was just announced. Never anything of what was chosen. The same change
 * gives the same notices, so they may be kept again.
 */
export const noticesOfVote = ({
  before,
  after,
}: {
  before?: VoteFacts | undefined;
  after: VoteFacts;
}): VoteNotice[] => {
  const { id: voteId, title: name, opened, remindedAt, closedAt, counted, published, cancelled, takesPaper } = after;
  const about = { cause: causeOf(voteId), voteId };
  const [opens, closes] = [exactTime(after.opensAt), exactTime(after.closesAt)];
  const notices: VoteNotice[] = [];
  const tell = (to: VoteNotice['to'], kind: VoteNotice['kind'], at: string, title: string, text: string) =>
    void notices.push({ ...about, to, kind, at, title, text });
  if (before === undefined) {
    tell('electors', 'voteAnnounced', after.createdAt, '要表决了', `${name}：${opens} 开始，${closes} 截止`);
  }
  if (opened !== undefined && before?.opened === undefined) {
    tell('electors', 'voteOpen', opened.at, '可以投票了', `${name}：${closes} 截止`);
  }
  for (const { at, to, notice } of after.extensions.slice(before?.extensions.length ?? 0)) {
    tell('electors', 'voteExtended', at, '表决延期了', `${name}：改为 ${exactTime(to)} 截止。${notice}`);
  }
  if (remindedAt !== undefined && remindedAt !== before?.remindedAt) {
    tell('notYetCast', 'voteSoon', remindedAt, '表决快要截止', `${name}：${closes} 截止，您还没有投票`);
  }
  if (closedAt !== undefined && before?.closedAt === undefined && takesPaper) {
    tell('desk', 'voteClosed', closedAt, '表决截止了，请核对纸票', `${name}：补录、复核以后对账`);
  }
  if (counted !== undefined && before?.counted === undefined) {
    tell('desk', 'voteCounted', counted.at, '计票完成，请公示结果', name);
  }
  if (published !== undefined && before?.published === undefined) {
    const text = `${name}：最晚 ${untilWords(published.until)} 可以提出异议`;
    tell('electors', 'voteResult', published.at, '表决结果公示了', text);
  }
  if (cancelled !== undefined && before?.cancelled === undefined) {
    tell('electors', 'voteCancelled', cancelled.at, '表决取消了', `${name}：${cancelled.reason}`);
  }
  return notices;
};

/** A sheet that came in for a slot, told to its people at once: whoever did not hand it in must hear of it. */
export const noticesOfSlot = (
  { id: voteId, title }: Pick<VoteFacts, 'id' | 'title'>,
  { before, after }: { before?: SlotFacts | undefined; after: SlotFacts },
  at: string,
): VoteNotice[] => {
  const { slot, paper } = after;
  if (paper === undefined || before?.paper === paper) return [];
  const text = `${title}：收到了您这一户的纸质选票。如果不是您交的，请马上联系社区`;
  return [{ to: { slot }, kind: 'votePaper', cause: paper, at, title: '录入了一张纸质选票', text, voteId }];
};

/** A new objection and one that is held for the desk; its answer, and that it stays hidden, for whoever made it. */
export const noticesOfObjection = (
  { id: voteId, title: name }: Pick<VoteFacts, 'id' | 'title'>,
  { before, after }: { before?: ObjectionFacts | undefined; after: ObjectionFacts },
): VoteNotice[] => {
  const { id: cause, at, personId, answer, safety, judged } = after;
  const isHeld = safety === 'held' && before?.safety !== 'held';
  const isHidden = safety === 'hidden' && judged !== undefined && judged.id !== before?.judged?.id;
  const isNew = before === undefined;
  const text = `${name}：期满以前要答复`;
  return [
    ...(isNew
      ? [{ to: 'desk' as const, kind: 'voteObjection' as const, cause, at, title: '有人对结果提出异议', text, voteId }]
      : []),
    ...(isHeld
      ? [
          {
            to: 'desk' as const,
            kind: 'voteReview' as const,
            cause,
            at,
            title: '有异议等您决定是否公开',
            text: name,
            voteId,
          },
        ]
      : []),
    ...(isHidden
      ? [
          {
            to: { personId },
            kind: 'voteTakedown' as const,
            cause: judged.id,
            at: judged.at,
            title: '您的异议没有公开，仍会答复',
            text: judged.reason === undefined ? name : `${name}：${judged.reason}`,
            voteId,
          },
        ]
      : []),
    ...(answer !== undefined && before?.answer === undefined
      ? [
          {
            to: { personId },
            kind: 'voteAnswered' as const,
            cause: answer.id,
            at: answer.at,
            title: '您的异议有答复了',
            text: `${name}：${answer.words}`,
            voteId,
          },
        ]
      : []),
  ];
};
