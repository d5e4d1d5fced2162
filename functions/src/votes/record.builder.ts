import { newTopicId, newVoteId } from '@suishoupai/shared/ids';
import { ruleSetById } from '@suishoupai/shared/votes/rule-sets';
import { anActionId, aPersonId, tail } from '../../test/builders.ts';
import type { CastBallot, PaperRecord, SlotRecord, VoteRecord } from './record.ts';
import { closesAt, motion, opensAt } from './votes.builder.ts';

const ruleSet = () => {
  const found = ruleSetById('owners-ordinary', '2026-12-01');
  if (found === undefined) throw new Error('owners-ordinary is not in force');
  return found;
};

/** As announced. */
export const aVote = (overrides: Partial<VoteRecord> = {}): VoteRecord => ({
  id: newVoteId('xfl', tail()),
  communityId: 'xfl',
  streetId: 'str_changning',
  topicId: newTopicId('xfl', tail()),
  title: '加装电梯',
  announcement: '征求全体业主意见',
  question: motion,
  ruleSet: ruleSet(),
  electorate: 'owners',
  secrecy: 'untilClose',
  showsTurnout: true,
  takesPaper: true,
  createdAt: '2026-11-16T02:00:00.000Z',
  createdBy: { personId: aPersonId(), label: '居委会' },
  announcedAt: '2026-11-16T02:00:00.000Z',
  opensAt,
  closesAt,
  state: 'announced',
  version: 1,
  digest: 'first',
  secret: '0'.repeat(64),
  acts: [],
  extensions: [],
  wakeAt: opensAt,
  ...overrides,
});

export const aSlot = (slot: string, overrides: Partial<SlotRecord> = {}): SlotRecord => ({
  slot,
  kind: 'owners',
  units: [{ unit: `1-1-${slot}`, building: '1', area: 10000 }],
  isShared: false,
  rev: 1,
  past: [],
  ...overrides,
});

export const aBallot = (overrides: Partial<CastBallot> = {}): CastBallot => ({
  id: anActionId(),
  digest: 'd',
  personId: aPersonId(),
  ballot: 'a'.repeat(32),
  choice: { option: 'approve' },
  channel: 'online',
  nonce: 'b'.repeat(32),
  castAt: opensAt,
  leaf: 'c'.repeat(64),
  ...overrides,
});

export const aSheet = (slot: string, overrides: Partial<PaperRecord> = {}): PaperRecord => ({
  id: anActionId(),
  digest: 'd',
  rev: 0,
  slot,
  units: ['1 栋 1 单元 101'],
  at: opensAt,
  receivedAt: opensAt,
  by: { personId: aPersonId(), label: '居委会' },
  choice: { option: 'approve' },
  photo: `med_${tail()}`,
  state: 'waiting',
  ...overrides,
});
