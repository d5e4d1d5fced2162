import { beforeEach, describe, expect, test } from 'vitest';
import { type Journey, makeJourney } from '../../test/journey.ts';
import { community, type Person, type Service } from '../../test/service.ts';

/** Two tickets about the same become one, and who goes along. */
export const mergeCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });

  describe('合并与拆分', () => {
    const two = async () => {
      const { li, wang, zhao } = on.cast;
      const kept = await on.report({}, li);
      const double = await on.report({}, wang);
      await on.join(zhao, double.id);
      return { kept, double: await on.get(double.id, wang) };
    };

    test('报的人、同感的人都跟过去：通知、评价、重新打开，一样不少', async () => {
      const { li, wang, zhao, zhang, liu } = on.cast;
      const { kept, double } = await two();
      const merged = await on.take(liu, 'merge', double, { ticketId: kept.id });
      expect(merged).toMatchObject({ state: 'merged', outcome: 'merged', mergedInto: { id: kept.id } });
      expect((await on.get(kept.id, li)).joins).toBe(2);
      expect(await on.inbox(wang)).toContain('已和另一件合并');
      expect((await on.queue(zhang, 'dep_wuye')).body.items.map(({ id }) => id)).toEqual([kept.id]);
      const closed = await on.take(
        li,
        'confirm',
        await on.take(zhang, 'resolve', await on.take(zhang, 'accept', kept)),
      );
      for (const person of [wang, zhao]) {
        expect(await on.inbox(person)).toContain('已办结，请评价');
        expect((await on.get(kept.id, person)).can).toEqual(['rate', 'reopen']);
      }
      expect((await on.take(zhao, 'rate', closed, { stars: 1 })).state).toBe('rework');
    });

    test('拆开只收回因合并而来的；自己同感过的还在；原来那件从停下的地方接着走', async () => {
      const { li, wang, zhao, liu } = on.cast;
      const { kept, double } = await two();
      await on.join(zhao, kept.id);
      const before = await on.stored(double.id);
      const merged = await on.take(liu, 'merge', double, { ticketId: kept.id });
      await on.leave(zhao, double.id);
      await service.moveTo('2026-11-18T02:00:00.000Z');
      const parted = await on.take(liu, 'unmerge', merged);
      expect(parted).toMatchObject({ state: 'dispatched', department: { id: 'dep_wuye' } });
      expect(parted.mergedInto).toBeUndefined();
      const resolve = (await on.stored(double.id)).clocks.find(({ name }) => name === 'resolve');
      expect(resolve?.startedAt).toBe(before.clocks.find(({ name }) => name === 'resolve')?.startedAt);
      expect(resolve?.dueAt).toBe('2026-11-27T10:00:00.000Z');
      expect((await on.get(kept.id, li)).joins).toBe(1);
      expect((await on.get(kept.id, wang)).relation).toBe('public');
      expect((await on.get(kept.id, zhao)).relation).toBe('joiner');
      expect(await on.inbox(wang)).toContain('已单独办理');
    });

    test('不能并入自己、办完的、已经并走的、没有的', async () => {
      const { liu } = on.cast;
      const { kept, double } = await two();
      const closed = await on.closed();
      await on.take(liu, 'merge', double, { ticketId: kept.id });
      const into = (ticketId: string) => on.refusal(liu, 'merge', kept, { ticketId });
      expect(await into(kept.id)).toBe('ticket.mergeTarget');
      expect(await into(closed.id)).toBe('ticket.mergeTarget');
      expect(await into(double.id)).toBe('ticket.mergeTarget');
      expect(await into(`tkt_xfl_${'0'.repeat(26)}`)).toBe('ticket.mergeTarget');
    });

    test('电话报的被并走，社区知道要给那位居民回电话', async () => {
      const { liu, grid } = on.cast;
      const kept = await on.report();
      const phoned = await on.enter(liu);
      await service.stores.people.grant(grid.personId, {
        role: 'communityStaff',
        communityId: 'xfl',
        label: '居委会二',
      });
      await on.take(liu, 'merge', phoned, { ticketId: kept.id });
      expect(await on.inbox(grid)).toContain('请致电居民');
    });
  });

  describe('一环套一环的合并', () => {
    /** Requests that have all read before any of them writes. */
    const together = async <A>(...requests: (() => Promise<A>)[]): Promise<A[]> => {
      const { tickets } = service.stores;
      const { take } = tickets;
      let missing = requests.length;
      let open = () => {};
      const allHere = new Promise<void>((resolve) => {
        open = resolve;
      });
      tickets.take = async (...given) => {
        missing -= 1;
        if (missing === 0) open();
        await allHere;
        return take(...given);
      };
      try {
        return await Promise.all(requests.map((request) => request()));
      } finally {
        tickets.take = take;
      }
    };
    const three = async () => {
      const { li, wang, zhao } = on.cast;
      return { a: await on.report({}, li), b: await on.report({}, wang), c: await on.report({}, zhao) };
    };
    const into = (ticket: { id: string; version: number }, target: { id: string }) => () =>
      on.tryStep(on.cast.liu, 'merge', ticket, { ticketId: target.id });
    const hears = async (person: Person, { id }: { id: string }) => (await on.get(id, person)).relation === 'joiner';

    test('两件同时并入对方，只成一件，另一件被告知并不进去', async () => {
      const { a, b } = await three();
      const answers = await together(into(a, b), into(b, a));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
      expect(answers.find(({ status }) => status === 422)?.error.code).toBe('ticket.mergeTarget');
      const states = [(await on.stored(a.id)).state, (await on.stored(b.id)).state];
      expect(states.toSorted()).toEqual(['dispatched', 'merged']);
    });

    test('甲并入乙、乙并入丙同时来：要么都成，人都跟到丙；要么甲留下', async () => {
      const { li, wang } = on.cast;
      const { a, b, c } = await three();
      const [first, second] = await together(into(a, b), into(b, c));
      expect(second?.status).toBe(200);
      const isMerged = first?.status === 200;
      if (!isMerged) expect(first?.error.code).toBe('ticket.mergeTarget');
      expect((await on.stored(a.id)).state).toBe(isMerged ? 'merged' : 'dispatched');
      expect([await hears(li, c), await hears(wang, c)]).toEqual([isMerged, true]);
    });

    test('甲并入乙、乙并入丙，拆开甲：甲的人不再听丙的；乙的人、自己同感过乙的照旧', async () => {
      const { li, wang, liu } = on.cast;
      const [qin, chen] = [await service.signIn('qin'), await service.signIn('chen')];
      const { a, b, c } = await three();
      for (const [person, ticket] of [
        [qin, a],
        [chen, a],
        [chen, b],
      ] as const) {
        await on.join(person, ticket.id);
      }
      const merged = await on.take(liu, 'merge', a, { ticketId: b.id });
      await on.take(liu, 'merge', b, { ticketId: c.id });
      const listeners = async () => Promise.all([li, qin, chen, wang].map((person) => hears(person, c)));
      expect(await listeners()).toEqual([true, true, true, true]);
      expect((await on.get(c.id)).joins).toBe(4);
      await on.take(liu, 'unmerge', merged);
      expect(await listeners()).toEqual([false, false, true, true]);
      expect((await on.get(c.id)).joins).toBe(2);
      expect((await on.get(a.id, li)).relation).toBe('reporter');
    });

    test('并入的记录后到：乙已并入丙，甲的人仍跟到丙；拆开的记录再来一遍，不多收', async () => {
      const { li, wang, liu } = on.cast;
      const { a, b, c } = await three();
      const merged = await on.take(liu, 'merge', a, { ticketId: b.id });
      const late = await on.stored(a.id);
      await service.stores.joiners.leave(b.id, li.personId, a.id);
      await on.take(liu, 'merge', b, { ticketId: c.id });
      expect(await hears(li, c)).toBe(false);
      await service.follow(late, late.events.length - 1);
      expect([await hears(li, b), await hears(li, c)]).toEqual([true, true]);
      await on.take(liu, 'unmerge', merged);
      const parted = await on.stored(a.id);
      await service.follow(parted, parted.events.length - 1);
      expect([await hears(li, b), await hears(li, c), await hears(wang, c)]).toEqual([false, false, true]);
    });
  });

  describe('电话报的被并走以后', () => {
    const calls = async (person: Person) => {
      const { items } = await service.stores.notices.list(person.personId, undefined);
      return items
        .filter(({ title }) => title === '请致电居民')
        .map(({ about, text }) => ({ ticketId: about, text }))
        .toReversed();
    };

    test('后来办得怎样，照样提醒社区给那位居民打电话，从哪里并来的都算；拆开以后不再提醒', async () => {
      const { li, liu, zhang } = on.cast;
      const wei = await service.signIn('wei', { ...community, label: '居委会小魏' });
      const kept = await on.report();
      const middle = await on.report();
      const phoned = await on.enter(liu);
      const merged = await on.take(liu, 'merge', phoned, { ticketId: middle.id });
      await service.moveTo('2026-11-16T03:00:00.000Z');
      await on.take(liu, 'merge', middle, { ticketId: kept.id });
      await service.moveTo('2026-11-16T04:00:00.000Z');
      const done = await on.take(zhang, 'resolve', await on.take(zhang, 'accept', kept));
      await service.moveTo('2026-11-16T05:00:00.000Z');
      const closed = await on.take(li, 'confirm', done);
      const stored = await on.stored(kept.id);
      await service.follow(stored, 0);
      const [number, other] = [middle.number, kept.number];
      expect(await calls(wei)).toEqual(
        [`已并入 ${number}`, `已并入 ${other}`, '已处理，请问是否修好', '已办结，请问是否满意'].map((what) => ({
          ticketId: phoned.id,
          text: `老人来电：3 栋门前路灯不亮：${what}，居民没有使用小程序`,
        })),
      );
      await on.take(liu, 'unmerge', merged);
      const again = await on.take(li, 'reopen', closed);
      await service.moveTo('2026-11-16T06:00:00.000Z');
      await on.take(zhang, 'resolve', again);
      expect(await calls(wei)).toHaveLength(4);
    });

    test('留下的那件也是电话报的，两位居民各提醒一次；补充只问留下的那位', async () => {
      const { liu, zhang } = on.cast;
      const wei = await service.signIn('wei', { ...community, label: '居委会小魏' });
      const [kept, phoned] = [await on.enter(liu), await on.enter(liu)];
      await on.take(liu, 'merge', phoned, { ticketId: kept.id });
      await service.moveTo('2026-11-16T03:00:00.000Z');
      const accepted = await on.take(zhang, 'accept', kept);
      const answered = await on.take(liu, 'answer', await on.take(zhang, 'ask', accepted));
      await service.moveTo('2026-11-16T04:00:00.000Z');
      await on.take(zhang, 'resolve', answered);
      const told = await calls(wei);
      expect(told.slice(0, 2).map(({ ticketId }) => ticketId)).toEqual([phoned.id, kept.id]);
      expect(told[1]?.text).toContain('需要补充');
      expect(
        told
          .slice(2)
          .map(({ ticketId }) => ticketId)
          .toSorted(),
      ).toEqual([kept.id, phoned.id].toSorted());
    });
  });
};
