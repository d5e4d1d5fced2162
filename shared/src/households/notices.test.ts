import { expect, test } from 'vitest';
import { type ClaimFacts, noticesOf, placeWords } from './notices.ts';

const tail = '01jd0000000000000000000000';
const personId = `usr_${tail}` as const;
const staffId = 'usr_01jd0000000000000000000001';
const claim: ClaimFacts = {
  id: `clm_xfl_${tail}`,
  communityId: 'xfl',
  personId,
  at: '2026-11-16T02:00:00.000Z',
  building: '3',
  entrance: '1',
  room: '501',
  as: 'owner',
  state: 'waiting',
  events: [],
};
const event = (step: ClaimFacts['events'][number]['step'], by?: ClaimFacts['personId'], reason?: string) => ({
  id: `act_${tail}`,
  at: '2026-11-16T03:00:00.000Z',
  step,
  personId: by,
  reason,
});
const after = (...events: ClaimFacts['events']) => noticesOf({ before: claim, after: { ...claim, events } });

test('新申请告诉社区，不带名字', () => {
  expect(noticesOf({ after: claim })).toEqual([
    {
      to: { desk: 'community', communityId: 'xfl' },
      kind: 'claimWaiting',
      cause: `act_${tail}`,
      at: claim.at,
      title: '有房屋认证等您核对',
      text: '3 栋 1 单元 501（业主）',
      claimId: claim.id,
    },
  ]);
});

test.each([
  ['approve', undefined, 'claimApproved', '3 栋 1 单元 501（业主）'],
  ['refuse', '名字对不上', 'claimRefused', '3 栋 1 单元 501（业主）：名字对不上'],
  ['end', '房屋已过户', 'claimEnded', '3 栋 1 单元 501（业主）：房屋已过户'],
] as const)('%s 告诉本人', (step, reason, kind, text) => {
  expect(after(event(step, staffId, reason))).toMatchObject([{ to: { personId }, kind, text, cause: `act_${tail}` }]);
});

test('自己做的、名册自动跟着改的，不用告诉；没有新的一步，也没有话', () => {
  expect([after(event('withdraw', personId)), after(event('rebind')), after()]).toEqual([[], [], []]);
});

test('地址照人说的说', () => {
  expect(placeWords({ building: '桂花楼', entrance: '', room: 'B02' })).toBe('桂花楼 B02');
});
