import { peopleRoutes } from '@suishoupai/shared/people/contract';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { aMediaId, anActionId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import {
  against,
  aHall,
  anOpenVote,
  approve,
  cast,
  close,
  closesAt,
  decidePaper,
  enterPaper,
  type Hall,
  onPaper,
  settle,
  slotIn,
  slotsOf,
  theVote,
} from './votes.builder.ts';

/** Paper beside phones over HTTP: the first one counts, two people handle each sheet, and the totals must agree. */
export const paperCases = (makeService: () => Promise<Service>) => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await aHall(await makeService());
  });
  const aSlot = async (voteId: Vote['id'], building = '2') => {
    const slot = (await slotsOf(hall, voteId, building)).find(({ standing }) => standing === 'none');
    if (slot === undefined) throw new Error('no slot is free');
    return slot.slot;
  };

  test('录入后等第二个人复核，复核了才算一张票', async () => {
    const vote = await anOpenVote(hall);
    const slot = await aSlot(vote.id);
    const { status, body: sheet } = await enterPaper(hall, vote.id, { slot, choice: against });
    expect({ status, state: sheet.state, choice: sheet.choice }).toEqual({
      status: 200,
      state: 'waiting',
      choice: against,
    });
    expect((await slotsOf(hall, vote.id, '2')).find((each) => each.slot === slot)?.standing).toBe('waiting');

    const own = await decidePaper(hall, vote.id, sheet.id, undefined, hall.liu);
    expect(own).toMatchObject({ status: 409, error: { code: 'vote.samePerson' } });
    const confirmed = await decidePaper(hall, vote.id, sheet.id);
    expect(confirmed.body.state).toBe('confirmed');
    expect((await slotsOf(hall, vote.id, '2')).find((each) => each.slot === slot)?.standing).toBe('paper');
    expect(await decidePaper(hall, vote.id, sheet.id)).toMatchObject({ error: { code: 'paper.decided' } });
  });

  test('按人投的，从楼里找到这位居民的票；看过谁，谁都查得到；表决开始以后才认证的没有票', async () => {
    const [zhang, qian] = [await hall.resident('zhang', '1-1-101'), await hall.resident('qian', '1-1-101')];
    await hall.resident('far', '2-1-101');
    const vote = await anOpenVote(hall, { electorate: 'residents', ruleSetId: 'residents-meeting' });
    const late = await hall.resident('late', '1-1-102');
    await cast(hall, vote.id, qian);
    const here = await slotsOf(hall, vote.id, '1');
    const [unit, heads] = ['1 栋 1 单元 101', 1];
    expect(here.map(({ slot: _, ...each }) => each)).toEqual([
      { units: [unit], name: '居*****g', heads, area: 0, standing: 'none' },
      { units: [unit], name: '居****n', heads, area: 0, standing: 'online' },
    ]);
    const { slot } = await slotIn(hall, vote.id, zhang);
    expect(here[0]?.slot).toBe(slot);
    const looks = async ({ token }: Person) =>
      (await hall.call(peopleRoutes.listAccessLog, { token, query: {} })).body.items.map(({ who }) => who);
    expect([await looks(zhang), await looks(late)]).toEqual([['幸福里居委会'], []]);

    const { body: sheet } = await enterPaper(hall, vote.id, { slot });
    expect(sheet.units).toEqual([unit, '居*****g']);
    await decidePaper(hall, vote.id, sheet.id);
    expect((await slotIn(hall, vote.id, zhang)).ballot).toMatchObject({ channel: 'paper' });
    const denied = await hall.call(voteRoutes.findSlots, {
      token: (await hall.signIn('shen', { role: 'communityStaff', communityId: 'ygl', label: '阳光里居委会' })).token,
      params: { voteId: vote.id },
      query: { building: '1' },
    });
    expect(denied.status).toBe(403);
  });

  test('等复核和已确认的纸票都把手机挡在外面；退回了又放开', async () => {
    const chen = await hall.owner('chen', '2-1-101');
    const vote = await anOpenVote(hall);
    const { slot } = await slotIn(hall, vote.id, chen);
    const { body: sheet } = await enterPaper(hall, vote.id, { slot });
    expect(await slotIn(hall, vote.id, chen)).toMatchObject({ isOnPaper: true, mayCast: false });
    expect(await cast(hall, vote.id, chen)).toMatchObject({ status: 409, error: { code: 'vote.onPaper' } });
    await decidePaper(hall, vote.id, sheet.id, { id: anActionId(), decision: 'reject', reason: '签名对不上' });
    expect(await slotIn(hall, vote.id, chen)).toMatchObject({ isOnPaper: false, mayCast: true });
    expect((await cast(hall, vote.id, chen)).status).toBe(200);
  });

  test('手机先投了，纸票记下但不算；纸票先到，手机记下但不算', async () => {
    const [chen, zhou] = [await hall.owner('chen', '2-1-101'), await hall.owner('zhou', '2-1-102')];
    const vote = await anOpenVote(hall);
    await cast(hall, vote.id, chen);
    const late = await enterPaper(hall, vote.id, { slot: (await slotIn(hall, vote.id, chen)).slot, choice: against });
    expect(late.body).toMatchObject({ state: 'refused', reason: expect.stringContaining('手机') });
    await onPaper(hall, vote.id, (await slotIn(hall, vote.id, zhou)).slot);
    expect(await cast(hall, vote.id, zhou)).toMatchObject({ error: { code: 'vote.onPaper' } });
    const again = await enterPaper(hall, vote.id, { slot: (await slotIn(hall, vote.id, zhou)).slot });
    expect(again.body).toMatchObject({ state: 'refused', reason: expect.stringContaining('纸质') });
    expect((await slotIn(hall, vote.id, chen)).ballot).toMatchObject({ choice: approve, channel: 'online' });
    expect((await slotIn(hall, vote.id, zhou)).ballot).toMatchObject({ channel: 'paper', isByOther: true });
  });

  test('手机和纸票同时到，只成一个', async () => {
    const chen = await hall.owner('chen', '2-1-101');
    const vote = await anOpenVote(hall);
    const { slot } = await slotIn(hall, vote.id, chen);
    const [phone, sheet] = await Promise.all([
      cast(hall, vote.id, chen, { slot, replaces: 0 }),
      enterPaper(hall, vote.id, { slot }),
    ]);
    expect([phone.status === 200, sheet.body.state === 'waiting'].filter(Boolean)).toHaveLength(1);
  });

  test('同一张录两次：等复核的不重复收；重发拿回第一次的；换内容不收', async () => {
    const vote = await anOpenVote(hall);
    const slot = await aSlot(vote.id);
    const photo = await hall.cleanPhoto(hall.liu.personId);
    const sheet = { id: anActionId(), slot, choice: approve, photo };
    const first = await enterPaper(hall, vote.id, sheet);
    expect((await enterPaper(hall, vote.id, sheet)).body).toEqual(first.body);
    expect(await enterPaper(hall, vote.id, { ...sheet, choice: against })).toMatchObject({
      error: { code: 'id.reused' },
    });
    expect(await enterPaper(hall, vote.id, { slot })).toMatchObject({ error: { code: 'vote.onPaper' } });
  });

  test('照片不是自己的、填得不合题意、名册上没有的，不收', async () => {
    const vote = await anOpenVote(hall);
    const slot = await aSlot(vote.id);
    const [foreign, none] = [await hall.cleanPhoto(hall.he.personId), aMediaId()];
    expect(await enterPaper(hall, vote.id, { slot, photo: foreign })).toMatchObject({
      error: { code: 'media.notFound' },
    });
    expect(await enterPaper(hall, vote.id, { slot, photo: none })).toMatchObject({ error: { code: 'media.notFound' } });
    expect(await enterPaper(hall, vote.id, { slot, choice: { option: 'maybe' } })).toMatchObject({
      error: { code: 'vote.choice' },
    });
    expect(await enterPaper(hall, vote.id, { slot: 'none' })).toMatchObject({ error: { code: 'vote.noSlot' } });
    expect((await theVote(hall, vote.id, hall.liu)).paper).toMatchObject({ waiting: 0, entered: 0 });
  });

  test('居民录不了纸票；别的街道也不能', async () => {
    const vote = await anOpenVote(hall);
    const other = await hall.signIn('other', { role: 'coordinator', streetId: 'str_other', label: '别的街道' });
    expect(await enterPaper(hall, vote.id, { slot: 'x' }, other)).toMatchObject({ error: { code: 'access.denied' } });
  });

  test('复核以后，选了什么只有录入和复核的两个人看得到', async () => {
    const vote = await anOpenVote(hall);
    await onPaper(hall, vote.id, await aSlot(vote.id));
    const listOf = async (token: string) =>
      (await hall.call(voteRoutes.listPaper, { token, params: { voteId: vote.id }, query: {} })).body.items;
    expect((await listOf(hall.liu.token))[0]?.choice).toEqual(approve);
    expect((await listOf(hall.he.token))[0]?.choice).toEqual(approve);
    expect((await listOf(hall.sun.token))[0]).not.toHaveProperty('choice');
  });

  test('等复核的排在前面', async () => {
    const vote = await anOpenVote(hall);
    await onPaper(hall, vote.id, await aSlot(vote.id));
    await hall.moveTo('2026-12-02T02:00:00.000Z');
    const { body: waiting } = await enterPaper(hall, vote.id, { slot: await aSlot(vote.id) });
    await hall.moveTo('2026-12-03T02:00:00.000Z');
    await onPaper(hall, vote.id, await aSlot(vote.id));
    const { body } = await hall.call(voteRoutes.listPaper, {
      token: hall.liu.token,
      params: { voteId: vote.id },
      query: {},
    });
    expect(body.items.map(({ state }) => state)).toEqual(['waiting', 'confirmed', 'confirmed']);
    expect(body.items[0]?.id).toBe(waiting.id);
  });

  describe('截止前后', () => {
    test('截止前交来的，两天内可以补录，说明哪一刻交的；截止后交来的不收', async () => {
      const vote = await anOpenVote(hall);
      const slot = await aSlot(vote.id);
      await close(hall, vote.id);
      expect(await enterPaper(hall, vote.id, { slot })).toMatchObject({ error: { code: 'vote.over' } });
      expect(await enterPaper(hall, vote.id, { slot, receivedAt: closesAt })).toMatchObject({
        error: { code: 'request.invalid' },
      });
      const sheet = await enterPaper(hall, vote.id, { slot, receivedAt: '2026-12-10T01:00:00.000Z' });
      expect(sheet.body.state).toBe('waiting');
      await hall.moveTo('2026-12-12T02:00:00.000Z');
      const late = await enterPaper(hall, vote.id, {
        slot: await aSlot(vote.id),
        receivedAt: '2026-12-10T01:00:00.000Z',
      });
      expect(late).toMatchObject({ error: { code: 'vote.over' } });
    });

    test('不收纸票的表决，截止就计票；收纸票但一张没有的，补录期满计票', async () => {
      const phone = await anOpenVote(hall, { takesPaper: false });
      expect(await enterPaper(hall, phone.id, { slot: await aSlot(phone.id) })).toMatchObject({
        error: { code: 'vote.stepNotAllowed' },
      });
      expect((await close(hall, phone.id)).state).toBe('counted');
    });

    test('收纸票但一张没有的，工作人员对账就计票，不对账的补录期满自己计票', async () => {
      const vote = await anOpenVote(hall);
      expect((await close(hall, vote.id)).state).toBe('closed');
      await hall.moveTo('2026-12-12T02:00:19.999Z');
      await hall.sweepVotes(hall.now());
      expect((await theVote(hall, vote.id)).state).toBe('closed');
      await hall.moveTo('2026-12-12T03:00:20.000Z');
      await hall.sweepVotes(hall.now());
      expect((await theVote(hall, vote.id)).state).toBe('counted');
    });

    test('还有没复核的不能对账，对不上的不能计票，对上了立刻计票', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall);
      await cast(hall, vote.id, chen);
      await enterPaper(hall, vote.id, { slot: (await slotIn(hall, vote.id, chen)).slot });
      const { body: sheet } = await enterPaper(hall, vote.id, { slot: await aSlot(vote.id) });
      expect(await settle(hall, vote.id, { issued: 0, returned: 0, invalid: 0 })).toMatchObject({
        error: { code: 'vote.stepNotAllowed' },
      });
      await close(hall, vote.id);
      expect(await settle(hall, vote.id, { issued: 5, returned: 3, invalid: 1 })).toMatchObject({
        error: { code: 'vote.paperOpen' },
      });
      await decidePaper(hall, vote.id, sheet.id);
      for (const totals of [
        { issued: 5, returned: 2, invalid: 1 },
        { issued: 2, returned: 3, invalid: 1 },
      ]) {
        const answer = await settle(hall, vote.id, totals);
        expect(answer).toMatchObject({
          status: 422,
          error: { code: 'vote.paperTotals', details: [{ rule: 'totals' }] },
        });
      }
      const id = anActionId();
      const settled = await settle(hall, vote.id, { issued: 5, returned: 3, invalid: 1 }, id);
      expect(settled.body).toMatchObject({
        state: 'counted',
        paper: { issued: 5, entered: 1, refused: 1, waiting: 0 },
      });
      expect((await settle(hall, vote.id, { issued: 5, returned: 3, invalid: 1 }, id)).body.state).toBe('counted');
      expect(await settle(hall, vote.id, { issued: 6, returned: 3, invalid: 1 }, id)).toMatchObject({
        error: { code: 'id.reused' },
      });
      expect(await enterPaper(hall, vote.id, { slot: 'x', receivedAt: '2026-12-02T02:00:00.000Z' })).toMatchObject({
        error: { code: 'vote.over' },
      });
    });

    test('录重了的那张可以退回，不算收回', async () => {
      const vote = await anOpenVote(hall);
      const slot = await aSlot(vote.id);
      await onPaper(hall, vote.id, slot);
      const { body: twice } = await enterPaper(hall, vote.id, { slot });
      await close(hall, vote.id);
      expect(await decidePaper(hall, vote.id, twice.id)).toMatchObject({ error: { code: 'paper.decided' } });
      await decidePaper(hall, vote.id, twice.id, { id: anActionId(), decision: 'reject', reason: '同一张录了两次' });
      expect((await settle(hall, vote.id, { issued: 1, returned: 1, invalid: 0 })).body.state).toBe('counted');
    });
  });
};
