import { householdRoutes, type Owner } from '@suishoupai/shared/households/contract';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import type { Service } from '../../test/service.ts';
import {
  against,
  aHall,
  announce,
  anOpenVote,
  aRoll,
  cast,
  closedAt,
  closesAt,
  enterPaper,
  type Hall,
  importRoll,
  onPaper,
  opensAt,
  owners,
  publish,
  settle,
  slotIn,
  slotsOf,
  theVote,
} from './votes.builder.ts';

/** A call of a store that waits, from the first time on, until it is let go; then it is carried out as it was asked. */
const held = <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) => {
  const open = { release: () => {}, arrive: () => {} };
  const gate = new Promise<void>((resolve) => {
    open.release = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    open.arrive = resolve;
  });
  let isFirst = true;
  return {
    call: async (...given: Given): Promise<Answer> => {
      if (isFirst) {
        isFirst = false;
        open.arrive();
        await gate;
      }
      return call(...given);
    },
    arrived,
    release: () => open.release(),
  };
};

/** Two things at the same moment, in either order, through stores that can be held up. */
export const raceCases = (makeService: () => Promise<Service>) => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await aHall(await makeService());
  });
  /** The next write of a slot waits; what comes after it does not. */
  const holdWrite = () => {
    const { ballots } = hall.stores;
    const gate = held(ballots.write);
    ballots.write = gate.call;
    return gate;
  };
  const sweepAt = async (iso: string) => {
    await hall.moveTo(iso);
    return hall.sweepVotes(hall.now());
  };
  const sell = (code: string, to: keyof typeof owners) =>
    hall.call(householdRoutes.transferUnit, {
      token: hall.liu.token,
      params: { communityId: 'xfl', code },
      body: { id: anActionId(), owners: [owners[to]], reason: '二手房过户' },
    });
  const participating = async (voteId: Vote['id']) => (await publish(hall, voteId)).body.result?.participating;
  const extend = async (voteId: Vote['id'], to: string) =>
    hall.call(voteRoutes.extendVote, {
      token: hall.liu.token,
      params: { voteId },
      body: {
        id: anActionId(),
        version: (await theVote(hall, voteId, hall.liu)).version,
        closesAt: to,
        notice: '还差几户，延长两天',
      },
    });
  const longer = '2026-12-12T02:00:00.000Z';

  describe('截止和投票', () => {
    test('截止前开始、迟迟没写下的票：还没封存就算，封存了就告诉人没投上', async () => {
      const [wang, chen] = [await hall.owner('wang', '1-1-101'), await hall.owner('chen', '2-1-101')];
      const vote = await anOpenVote(hall, { takesPaper: false });
      const slots = { wang: (await slotIn(hall, vote.id, wang)).slot, chen: (await slotIn(hall, vote.id, chen)).slot };
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      const first = holdWrite();
      const inTime = cast(hall, vote.id, wang, { slot: slots.wang, replaces: 0 });
      await first.arrived;
      await sweepAt('2026-12-10T02:00:19.999Z');
      first.release();
      expect((await inTime).status).toBe(200);

      await hall.moveTo('2026-12-10T01:59:59.999Z');
      const second = holdWrite();
      const tooSlow = cast(hall, vote.id, chen, { slot: slots.chen, replaces: 0 });
      await second.arrived;
      await sweepAt(closedAt);
      second.release();
      expect(await tooSlow).toMatchObject({ status: 409, error: { code: 'vote.over' } });
      expect(await participating(vote.id)).toMatchObject({ heads: 1, online: 1 });
    });

    /** One of two copies of a request is held on its way to the slot; the other is then told that it is over, and so is the first. */
    const aSlowCopy = async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall, { takesPaper: false });
      const given = { id: anActionId(), slot: (await slotIn(hall, vote.id, wang)).slot, replaces: 0 };
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      const gate = holdWrite();
      const slow = cast(hall, vote.id, wang, given);
      await gate.arrived;
      const isRefusedForGood = async (): Promise<void> => {
        expect((await cast(hall, vote.id, wang, given)).error.code).toBe('vote.over');
        gate.release();
        expect((await slow).error.code).toBe('vote.over');
        expect((await slotIn(hall, vote.id, wang)).ballot).toBeUndefined();
      };
      return { vote, isRefusedForGood };
    };

    test('同一张票的两份请求：一份被告知已经截止，另一份再慢也不收', async () => {
      const { isRefusedForGood } = await aSlowCopy();
      await hall.moveTo(closesAt);
      await isRefusedForGood();
    });

    test('截止了还没封存：一份被告知已经截止，同一张票的另一份再慢也不收', async () => {
      const { vote, isRefusedForGood } = await aSlowCopy();
      const { ballots } = hall.stores;
      const { slots } = ballots;
      ballots.slots = async () => {
        throw new Error('cut off before anything is sealed');
      };
      await sweepAt(closedAt);
      ballots.slots = slots;
      expect((await theVote(hall, vote.id)).state).toBe('closed');
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      await isRefusedForGood();
    });

    test('封存到一半时写下的票，答应了就一定计入', async () => {
      const people = [
        await hall.owner('wang', '1-1-101'),
        await hall.owner('chen', '2-1-101'),
        await hall.owner('zhou', '2-1-102'),
      ];
      const vote = await anOpenVote(hall, { takesPaper: false });
      const slots = await Promise.all(people.map(async (person) => (await slotIn(hall, vote.id, person)).slot));
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      const { ballots } = hall.stores;
      const reading = held(ballots.slots);
      const asked = people.map((person, i) => ({ person, slot: slots[i] ?? '' }));
      const write = held(ballots.write);
      ballots.write = write.call;
      const [first, ...others] = asked;
      const early = first && cast(hall, vote.id, first.person, { slot: first.slot, replaces: 0 });
      await write.arrived;
      ballots.slots = reading.call;
      const closing = sweepAt(closedAt);
      await reading.arrived;
      write.release();
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      const rest = others.map(({ person, slot }) => cast(hall, vote.id, person, { slot, replaces: 0 }));
      reading.release();
      const answers = await Promise.all([early, ...rest]);
      await closing;
      await sweepAt(closedAt);
      const acknowledged = answers.filter((answer) => answer?.status === 200).length;
      expect(await participating(vote.id)).toMatchObject({ heads: acknowledged });
    });

    test('两个清扫一先一后，一个卡在写结果上，结果只有一份', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall, { takesPaper: false });
      await cast(hall, vote.id, chen);
      const { votes } = hall.stores;
      const gate = held(votes.write);
      votes.write = gate.call;
      const slow = sweepAt(closedAt);
      await gate.arrived;
      await sweepAt(closedAt);
      gate.release();
      await slow;
      expect(await participating(vote.id)).toMatchObject({ heads: 1 });
      expect(hall.logged).toEqual([]);
    });
  });

  describe('延期', () => {
    test('截止前批的延期，清扫想封存时已经生效，票接着投', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall, { takesPaper: false });
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      const { votes } = hall.stores;
      const gate = held(votes.write);
      votes.write = gate.call;
      const closing = sweepAt(closedAt);
      await gate.arrived;
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      expect((await extend(vote.id, longer)).status).toBe(200);
      gate.release();
      await closing;
      await sweepAt(closedAt);
      expect((await theVote(hall, vote.id)).state).toBe('open');
      expect((await cast(hall, vote.id, chen)).status).toBe(200);
    });

    test('封存以后才写到的延期不算，写延期的人知道', async () => {
      const vote = await anOpenVote(hall, { takesPaper: false });
      await hall.moveTo('2026-12-10T01:59:59.999Z');
      const { votes } = hall.stores;
      const gate = held(votes.write);
      votes.write = gate.call;
      const late = extend(vote.id, longer);
      await gate.arrived;
      await sweepAt(closedAt);
      gate.release();
      expect(await late).toMatchObject({ status: 409, error: { code: 'vote.changed' } });
      expect((await theVote(hall, vote.id)).closesAt).toBe(closesAt);
    });

    test('正在投的票碰上延期，照样算', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall, { takesPaper: false });
      const gate = holdWrite();
      const casting = cast(hall, vote.id, chen);
      await gate.arrived;
      expect((await extend(vote.id, longer)).status).toBe(200);
      gate.release();
      expect((await casting).status).toBe(200);
      await sweepAt('2026-12-12T02:00:20.000Z');
      expect(await participating(vote.id)).toMatchObject({ heads: 1 });
    });
  });

  describe('卖房', () => {
    test('卖方投票时房子正好过户：还有别的房，票算剩下的；全卖了，票不成', async () => {
      const [wang, chen] = [await hall.owner('wang', '1-1-101'), await hall.owner('chen', '2-1-101')];
      const vote = await anOpenVote(hall, { takesPaper: false });
      for (const [person, code, status] of [
        [wang, '1-1-102', 200],
        [chen, '2-1-101', 403],
      ] as const) {
        const gate = holdWrite();
        const casting = cast(hall, vote.id, person);
        await gate.arrived;
        expect((await sell(code, 'sun')).status).toBe(200);
        gate.release();
        expect((await casting).status).toBe(status);
      }
      const sun = await hall.owner('sun', '2-1-101');
      expect(await slotIn(hall, vote.id, sun)).toMatchObject({ area: 19050, heads: 1 });
      await cast(hall, vote.id, sun);
      await sweepAt(closedAt);
      expect(await participating(vote.id)).toMatchObject({ heads: 2, area: 28050 });
    });

    test('过户写到一半，卖方的票先到了，票有效，房子不转', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall, { takesPaper: false });
      const gate = holdWrite();
      const selling = sell('2-1-101', 'sun');
      await gate.arrived;
      const casting = cast(hall, vote.id, chen);
      expect((await casting).status).toBe(200);
      gate.release();
      await selling;
      const sun = await hall.owner('sun', '2-1-101');
      expect((await theVote(hall, vote.id, sun)).mine).toEqual([]);
      await sweepAt(closedAt);
      expect(await participating(vote.id)).toMatchObject({ heads: 1, area: 8050 });
    });

    test('同一次过户再来一遍，来回卖过也不会再转一次', async () => {
      const vote = await anOpenVote(hall, { takesPaper: false });
      await sell('2-1-101', 'sun');
      await sell('2-1-101', 'chen');
      for (const { change } of hall.transfers()) await hall.followHall(change);
      const chen = await hall.owner('chen', '2-1-101');
      expect(await slotIn(hall, vote.id, chen)).toMatchObject({ area: 8050 });
    });

    test('开始的那一刻卖房：名册是卖以前读的，也会转给买方', async () => {
      const { ballots } = hall.stores;
      const freeze = held(ballots.freeze);
      ballots.freeze = freeze.call;
      const { id } = (await announce(hall, { takesPaper: false })).body;
      const opening = sweepAt(opensAt);
      await freeze.arrived;
      const selling = sell('2-1-101', 'sun');
      freeze.release();
      await selling;
      await opening;
      const sun = await hall.owner('sun', '2-1-101');
      expect(await slotIn(hall, id, sun)).toMatchObject({ area: 8050 });
    });
  });

  describe('表决开着的时候又导入了一份名册', () => {
    const corrected = (code: string, ...of: Owner[]) =>
      aRoll.map((unit) => (unit.code === code ? { ...unit, owners: of } : unit));
    const seller = { name: '陈静', idTail: '4440' };

    test.each([
      ['证件号改正了，认证随之结束的业主', [seller]],
      ['多写了一位共有人的业主', [owners.chen, owners.zhou]],
      ['整套换了人的业主', [owners.zhou]],
    ])('%s，照开始时的名册投；新名册上的人这次没有票', async (_, of) => {
      const [chen, zhou] = [await hall.owner('chen', '2-1-101'), await hall.owner('zhou', '2-1-102')];
      const vote = await anOpenVote(hall, { takesPaper: false });
      const { slot } = await slotIn(hall, vote.id, chen);
      await hall.moveTo('2026-12-02T02:00:00.000Z');
      await importRoll(hall.service, corrected('2-1-101', ...of));
      await hall.moveTo('2026-12-02T03:00:00.000Z');
      expect(await slotIn(hall, vote.id, chen)).toMatchObject({ slot, units: ['2 栋 1 单元 101'], mayCast: true });
      expect((await cast(hall, vote.id, chen)).status).toBe(200);
      expect((await theVote(hall, vote.id, zhou)).mine.map(({ units }) => units)).toEqual([['2 栋 1 单元 102']]);
      const next = await anOpenVote(hall, {
        opensAt: '2026-12-20T02:00:00.000Z',
        closesAt: '2026-12-27T02:00:00.000Z',
      });
      expect((await theVote(hall, next.id, chen)).mine.map(({ slot: each }) => each)).not.toContain(slot);
    });

    test('名册改过以后再卖，没投过的票还是转给买方', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall, { takesPaper: false });
      await hall.moveTo('2026-12-02T02:00:00.000Z');
      await importRoll(hall.service, corrected('2-1-101', seller));
      const { status } = await hall.call(householdRoutes.transferUnit, {
        token: hall.liu.token,
        params: { communityId: 'xfl', code: '2-1-101' },
        body: { id: anActionId(), owners: [owners.sun], reason: '不动产登记已经过户' },
      });
      expect(status).toBe(200);
      const sun = await hall.owner('sun', '2-1-101');
      expect(await slotIn(hall, vote.id, sun)).toMatchObject({ units: ['2 栋 1 单元 101'], mayCast: true });
      expect((await theVote(hall, vote.id, chen)).may).toEqual([]);
      expect((await cast(hall, vote.id, sun)).status).toBe(200);
    });
  });

  describe('纸票', () => {
    test.each(['phone', 'paper'] as const)('手机和纸票同时到，%s 先写下的算', async (first) => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall);
      const { slot } = await slotIn(hall, vote.id, chen);
      const phone = () => cast(hall, vote.id, chen, { slot, replaces: 0, choice: against });
      const gate = holdWrite();
      if (first === 'phone') {
        const sheet = enterPaper(hall, vote.id, { slot });
        await gate.arrived;
        expect((await phone()).status).toBe(200);
        gate.release();
        expect((await sheet).body).toMatchObject({ state: 'refused' });
      } else {
        const casting = phone();
        await gate.arrived;
        const { body } = await enterPaper(hall, vote.id, { slot });
        expect(body.state).toBe('waiting');
        gate.release();
        expect(await casting).toMatchObject({ error: { code: 'vote.onPaper' } });
      }
    });

    test('对账的同时录入的纸票，不会漏在结果外面', async () => {
      const vote = await anOpenVote(hall);
      const [slot] = (await slotsOf(hall, vote.id, '2')).map((each) => each.slot);
      await sweepAt(closedAt);
      const gate = holdWrite();
      const entering = enterPaper(hall, vote.id, { slot: slot ?? '', receivedAt: '2026-12-09T02:00:00.000Z' });
      await gate.arrived;
      expect((await settle(hall, vote.id, { issued: 0, returned: 0, invalid: 0 })).body.state).toBe('counted');
      gate.release();
      expect(await entering).toMatchObject({ error: { code: 'vote.over' } });
      expect(await participating(vote.id)).toMatchObject({ heads: 0, paper: 0 });
    });

    test('两个人同时复核一张，只有一个算', async () => {
      const vote = await anOpenVote(hall);
      const [slot] = (await slotsOf(hall, vote.id, '2')).map((each) => each.slot);
      const { body: sheet } = await enterPaper(hall, vote.id, { slot: slot ?? '' });
      const decide = (
        token: string,
        body: { id: ReturnType<typeof anActionId> } & (
          | { decision: 'confirm' }
          | { decision: 'reject'; reason: string }
        ),
      ) => hall.call(voteRoutes.decidePaper, { token, params: { voteId: vote.id, paperId: sheet.id }, body });
      const answers = await Promise.all([
        decide(hall.he.token, { id: anActionId(), decision: 'confirm' }),
        decide(hall.sun.token, { id: anActionId(), decision: 'reject', reason: '看不清签名' }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    });

    test('纸票交了以后卖房，卖方的纸票有效', async () => {
      const vote = await anOpenVote(hall);
      const unit = (await slotsOf(hall, vote.id, '2')).find(({ units }) => units.includes('2 栋 1 单元 101'));
      await onPaper(hall, vote.id, unit?.slot ?? '');
      await sell('2-1-101', 'sun');
      const sun = await hall.owner('sun', '2-1-101');
      expect((await theVote(hall, vote.id, sun)).mine).toEqual([]);
    });
  });
};
