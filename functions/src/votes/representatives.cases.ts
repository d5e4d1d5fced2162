import { representativeRoutes } from '@suishoupai/shared/households/representatives';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { aHall, announce, anOpenVote, cast, close, type Hall, slotIn, slotsOf, theVote } from './votes.builder.ts';

const params = { communityId: 'xfl' };
const meeting = {
  electorate: 'representatives',
  ruleSetId: 'representatives-meeting',
  takesPaper: false,
} as const;

/** Votes of the residents' representatives; run against every implementation of the stores. */
export const representativeVoteCases = (makeService: () => Promise<Service>) => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await aHall(await makeService());
  });

  const put = async (person: Person, until = '2027-12-31') => {
    const [binding] = await hall.stores.claims.bindingsOf(person.personId, 'xfl');
    if (binding === undefined) throw new Error('not bound');
    const id = anActionId();
    const body = { id, claimId: binding.claimId, until };
    await hall.call(representativeRoutes.addRepresentative, { token: hall.liu.token, params, body });
    return id;
  };
  const takeOff = (representativeId: ReturnType<typeof anActionId>) =>
    hall.call(representativeRoutes.removeRepresentative, {
      token: hall.liu.token,
      params: { ...params, representativeId },
      body: { id: anActionId(), reason: '换届了' },
    });

  describe('居民代表表决', () => {
    test('开始那天没有在任的代表，不能公告', async () => {
      expect(await announce(hall, meeting)).toMatchObject({ error: { code: 'vote.ruleSet' } });
      await put(await hall.resident('zhang', '1-1-101'), '2026-11-30');
      expect(await announce(hall, meeting)).toMatchObject({ error: { code: 'vote.ruleSet' } });
      await put(await hall.resident('qian', '1-1-101'));
      expect((await announce(hall, meeting)).status).toBe(200);
    });

    test('开始时名单固定：撤下的照样投，后来登记的不投；一人一票，计票按代表算', async () => {
      const [zhang, qian, feng] = [
        await hall.resident('zhang', '1-1-101'),
        await hall.resident('qian', '1-1-102'),
        await hall.resident('feng', '2-1-101'),
      ];
      const first = await put(zhang);
      await put(qian);
      const vote = await anOpenVote(hall, meeting);
      expect(vote.state).toBe('open');
      await hall.moveTo('2026-12-02T02:00:00.000Z');
      await takeOff(first);
      await put(feng);

      expect((await theVote(hall, vote.id, feng)).whyNot).toBe('这次由居民代表表决，代表名单上没有您');
      expect(await slotIn(hall, vote.id, zhang)).toMatchObject({ units: [], heads: 1, mayCast: true });
      const { slot } = await slotIn(hall, vote.id, qian);
      expect(await cast(hall, vote.id, feng, { slot, replaces: 0 })).toMatchObject({
        error: { code: 'vote.notYours' },
      });
      for (const person of [zhang, qian]) expect((await cast(hall, vote.id, person)).status).toBe(200);
      const closed = await close(hall, vote.id);
      expect(closed).toMatchObject({ state: 'counted', result: { outcome: 'passed' } });
      const { body: pack } = await hall.call(voteRoutes.getVote, { params: { voteId: vote.id } });
      expect(pack.progress?.eligible.heads).toBe(2);
    });

    test('收纸票的，工作人员按楼栋找得到代表，找不到别的居民', async () => {
      const [zhang] = [await hall.resident('zhang', '1-1-101'), await hall.resident('feng', '1-1-102')];
      await put(zhang);
      const vote = await anOpenVote(hall, { ...meeting, takesPaper: true });
      expect(await slotsOf(hall, vote.id, '1')).toMatchObject([{ units: ['1 栋 1 单元 101'], name: '居*****g' }]);
    });
  });
};
