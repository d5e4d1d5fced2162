import type { Vote } from '@suishoupai/shared/votes/contract';
import type { VoteNotice } from '@suishoupai/shared/votes/notices';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, expect, test } from 'vitest';
import { anActionId, tail } from '../../test/builders.ts';
import { aService } from '../../test/service.ts';
import { makeElectors } from '../households/electors.ts';
import { makeSettleBindings } from '../households/settling.ts';
import { type Addressees, makeVoteFollower } from './follower.ts';
import type { VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import { votePk } from './store.ts';
import {
  aHall,
  announce,
  anOpenVote,
  aRoll,
  cast,
  close,
  enterPaper,
  type Hall,
  importRoll,
  owners,
  publish,
  slotIn,
} from './votes.builder.ts';

type Told = { notice: VoteNotice; addressees: Addressees };
let hall: Hall;
let told: Told[];
let follow: ReturnType<typeof makeVoteFollower>;
beforeEach(async () => {
  hall = await aHall(await aService(undefined, { isFollowed: false }));
  told = [];
  follow = makeVoteFollower({
    ...hall.stores,
    electors: makeElectors(hall.stores),
    wechat: { checkText: async (_, words) => (words.includes('待审') ? 'held' : 'pass') },
    tell: async (notice, addressees) => void told.push({ notice, addressees }),
  });
});

const recordOf = async (id: Vote['id']): Promise<VoteRecord> => {
  const vote = await hall.stores.votes.find(id);
  if (vote === undefined) throw new Error('no vote');
  return vote;
};
const itemOf = (vote: VoteRecord) => ({ pk: votePk(vote.id), sk: 'vote', ...vote });

test('公告告诉每位认证过的业主，快截止只告诉还没投的', async () => {
  const [wang, chen] = [await hall.owner('wang', '1-1-101'), await hall.owner('chen', '2-1-101')];
  const tenant = await hall.resident('tenant', '2-1-101');
  const { body: announced } = await announce(hall);
  await follow({ before: undefined, after: itemOf(await recordOf(announced.id)) });
  expect(told).toMatchObject([
    { notice: { kind: 'voteAnnounced' }, addressees: { personIds: [wang.personId, chen.personId] } },
  ]);

  await hall.moveTo(announced.opensAt);
  await hall.sweepVotes(hall.now());
  await cast(hall, announced.id, wang);
  const before = await recordOf(announced.id);
  await hall.moveTo('2026-12-09T03:00:00.000Z');
  await hall.sweepVotes(hall.now());
  const after = await recordOf(announced.id);
  await follow({ before: itemOf(before), after: itemOf(after) });
  expect(told.at(-1)).toMatchObject({ notice: { kind: 'voteSoon' }, addressees: { personIds: [chen.personId] } });
  expect(JSON.stringify(told)).not.toContain(tenant.personId);
});

test('开始以后换了名册，原来那一票还在的业主，照样提醒', async () => {
  const chen = await hall.owner('chen', '2-1-101');
  const vote = await anOpenVote(hall);
  await hall.moveTo('2026-12-05T02:00:00.000Z');
  const sold = aRoll.map((unit) => (unit.code === '2-1-101' ? { ...unit, owners: [owners.sun] } : unit));
  await importRoll(hall.service, sold);
  await makeSettleBindings({ ...hall.stores, newEventId: () => `evt_${tail()}`, now: hall.now })('xfl');
  expect(await hall.stores.claims.bindingsOf(chen.personId, 'xfl')).toEqual([]);
  const before = await recordOf(vote.id);
  await hall.moveTo('2026-12-09T03:00:00.000Z');
  await hall.sweepVotes(hall.now());
  await follow({ before: itemOf(before), after: itemOf(await recordOf(vote.id)) });
  expect(told).toMatchObject([{ notice: { kind: 'voteSoon' }, addressees: { personIds: [chen.personId] } }]);
});

test('录入纸票，告诉这一户的共有人；投票不告诉任何人', async () => {
  const [li, zhao] = [await hall.owner('li', '1-1-201'), await hall.owner('zhao', '1-1-201')];
  const vote = await anOpenVote(hall);
  const { slot } = await slotIn(hall, vote.id, li);
  const place = boxOf(await recordOf(vote.id));
  const slotItem = async () => ({
    pk: votePk(vote.id),
    sk: `slot#${place?.roll}#${slot}`,
    ...(place === undefined ? undefined : await hall.stores.ballots.findSlot(place, slot)),
  });
  const empty = await slotItem();
  await enterPaper(hall, vote.id, { slot });
  const entered = await slotItem();
  await follow({ before: empty, after: entered });
  expect(told).toMatchObject([
    { notice: { kind: 'votePaper' }, addressees: { personIds: [li.personId, zhao.personId] } },
  ]);
  await follow({ before: entered, after: entered });
  await follow({ before: undefined, after: empty });
  await follow({ before: undefined, after: { pk: votePk(vote.id), sk: 'ledger', rev: 1 } });
  expect(told).toHaveLength(1);
});

test('有人投诉议题里的发言，与表决无关', async () => {
  const flag = { id: anActionId(), kind: 'flag', item: anActionId(), reason: 'abuse', at: hall.now().toISOString() };
  const after = {
    pk: 'xfl#top_xfl_1',
    sk: `objection#${flag.item}#${hall.he.personId}`,
    by: hall.he.personId,
    ...flag,
  };
  await follow({ before: undefined, after });
  expect(told).toEqual([]);
});

test('异议先过一遍文字检查，社区的工作人员知道，答复了本人知道', async () => {
  const chen = await hall.owner('chen', '2-1-101');
  const guest = await hall.signIn('guest');
  const vote = await anOpenVote(hall, { takesPaper: false });
  await close(hall, vote.id);
  await publish(hall, vote.id);
  for (const words of ['我家没有收到通知', '这是一句待审的话']) {
    const body = { id: anActionId(), words };
    await hall.call(voteRoutes.object, { token: chen.token, params: { voteId: vote.id }, body });
    const standing = await hall.stores.voteObjections.find(vote.id, body.id);
    await follow({ before: undefined, after: { pk: votePk(vote.id), sk: `objection#${body.id}`, ...standing } });
  }
  expect(told.map(({ notice, addressees }) => [notice.kind, addressees])).toEqual([
    ['voteObjection', { desk: 'community', communityId: 'xfl' }],
    ['voteObjection', { desk: 'community', communityId: 'xfl' }],
  ]);
  const wordsFor = async (token: string) =>
    (await hall.call(voteRoutes.listObjections, { token, params: { voteId: vote.id }, query: {} })).body.items.map(
      ({ words }) => words,
    );
  expect(await wordsFor(guest.token)).toEqual(['我家没有收到通知', '（内容还在核对，暂不公开）']);
  expect(await wordsFor(hall.liu.token)).toEqual(['我家没有收到通知', '这是一句待审的话']);

  const [first] = await hall.stores.voteObjections.all(vote.id);
  if (first === undefined) throw new Error('no objection');
  const item = { pk: votePk(vote.id), sk: `objection#${first.id}`, ...first };
  const answer = { id: anActionId(), digest: 'd', words: '已核实', at: hall.now().toISOString(), who: '居委会' };
  await follow({ before: item, after: { ...item, answer } });
  expect(told.at(-1)).toMatchObject({ notice: { kind: 'voteAnswered' }, addressees: { personIds: [chen.personId] } });
});
