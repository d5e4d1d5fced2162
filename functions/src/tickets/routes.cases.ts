import { type MediaId, newTicketId, type PersonId, type TicketId } from '@suishoupai/shared/ids';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { stepRoutes, type TicketView, ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { aMediaId, anActionId, aTicketId, inside, lampCode, outside, tail, unlistedCode } from '../../test/builders.ts';
import { community, grid01, type Service, wuye } from '../../test/service.ts';

/** The journey of a report through the front door; run against every implementation of the stores. */
export const ticketRouteCases = (makeService: () => Promise<Service>): void => {
  type Person = { token: string; personId: PersonId };
  let service: Service;
  let li: Person;
  let zhang: Person;
  let wang: Person;
  let liu: Person;
  let grid: Person;

  beforeEach(async () => {
    service = await makeService();
    li = await service.signIn('li');
    wang = await service.signIn('wang');
    zhang = await service.signIn('zhang', wuye);
    grid = await service.signIn('grid', grid01);
    liu = await service.signIn('liu', community);
  });

  type ReportBody = {
    id: TicketId;
    categoryCode: string;
    description: string;
    place: { point: typeof inside | typeof outside; label: string };
    photoIds: MediaId[];
  };
  const aReport = async (person: Person = li, overrides: Partial<ReportBody> = {}): Promise<ReportBody> => ({
    id: aTicketId(),
    categoryCode: lampCode,
    description: '3 栋门前路灯不亮，晚上七点以后一直不亮',
    place: { point: inside, label: '3 栋东门' },
    photoIds: [await service.cleanPhoto(person.personId)],
    ...overrides,
  });

  const report = async (overrides: Partial<ReportBody> = {}): Promise<TicketView> => {
    const body = await aReport(li, overrides);
    return (await service.call(ticketRoutes.reportTicket, { token: li.token, body })).body;
  };

  const get = async (ticketId: TicketId, person?: Person) =>
    (await service.call(ticketRoutes.getTicket, { params: { ticketId }, token: person?.token })).body;

  const accept = (ticket: TicketView, person = zhang, id = anActionId()) =>
    service.call(stepRoutes.accept, {
      token: person.token,
      params: { ticketId: ticket.id },
      body: { id, version: ticket.version },
    });

  const resolve = async (ticket: TicketView) =>
    service.call(stepRoutes.resolve, {
      token: zhang.token,
      params: { ticketId: ticket.id },
      body: {
        id: anActionId(),
        version: ticket.version,
        note: '已更换灯头',
        photoIds: [await service.cleanPhoto(zhang.personId)],
      },
    });

  const resolved = async (): Promise<TicketView> => (await resolve((await accept(await report())).body)).body;

  describe('上报', () => {
    test('按责任清单当场派给物业，居民看得到全部', async () => {
      const ticket = await report();
      expect(ticket).toMatchObject({
        state: 'dispatched',
        relation: 'reporter',
        title: '3 栋门前路灯不亮，晚上七点以后一直不亮',
        categoryName: '路灯',
        department: { id: 'dep_wuye', name: '幸福物业' },
        grid: { id: 'grd_01' },
        dueAt: '2026-11-17T02:00:00.000Z',
        can: ['withdraw'],
        isHeld: true,
      });
      expect(ticket.events.map(({ step, actor }) => `${actor} ${step}`)).toEqual([
        '居民 report',
        '系统 file',
        '系统 dispatch',
      ]);
    });

    test('清单上没有的类别，交给社区指派', async () => {
      const ticket = await report({ categoryCode: unlistedCode });
      expect(ticket.state).toBe('reported');
      const queue = await service.call(ticketRoutes.getQueue, {
        token: liu.token,
        query: { communityId: 'xfl', desk: 'community' },
      });
      expect(queue.body.items.map(({ id }) => id)).toEqual([ticket.id]);
    });

    test('同一编号再交一次，得到第一次的结果', async () => {
      const body = await aReport();
      const first = await service.call(ticketRoutes.reportTicket, { token: li.token, body });
      service.moveTo('2026-11-16T03:00:00.000Z');
      const again = await service.call(ticketRoutes.reportTicket, { token: li.token, body });
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.body);
      expect((await service.stores.tickets.listByCommunity('xfl')).items).toHaveLength(1);
    });

    test('同一编号换了内容或换了人，拒绝，先前的不变', async () => {
      const body = await aReport();
      await service.call(ticketRoutes.reportTicket, { token: li.token, body });
      const before = await service.stores.tickets.find(body.id);
      const other = await service.call(ticketRoutes.reportTicket, {
        token: li.token,
        body: { ...body, description: '别的话' },
      });
      const thief = await service.call(ticketRoutes.reportTicket, { token: wang.token, body });
      expect([other.error.code, thief.error.code]).toEqual(['id.reused', 'id.reused']);
      expect(await service.stores.tickets.find(body.id)).toEqual(before);
    });

    test.each<[string, Partial<ReportBody>, string]>([
      ['社区之外', { place: { point: outside, label: '远处' } }, 'place.outside'],
      ['不认识的类别', { categoryCode: 'C9999' }, 'category.unknown'],
      ['没有这张照片', { photoIds: [aMediaId()] }, 'media.notFound'],
      ['编号是别的社区的', { id: newTicketId('hpy', tail()) }, 'request.invalid'],
    ])('%s：说清楚，什么也不写', async (_, overrides, code) => {
      const body = await aReport(li, overrides);
      const answer = await service.call(ticketRoutes.reportTicket, { token: li.token, body });
      expect(answer.error.code).toBe(code);
      expect(await service.stores.tickets.find(body.id)).toBeUndefined();
    });

    test('别人的照片用不了，一张照片也不能用在两件事上', async () => {
      const photoIds = [await service.cleanPhoto(wang.personId)];
      const stolen = await service.call(ticketRoutes.reportTicket, {
        token: li.token,
        body: await aReport(li, { photoIds }),
      });
      expect(stolen.error.code).toBe('media.notFound');
      expect(stolen.error.details?.[0]?.field).toBe('body.photoIds.0');

      const photo = [await service.cleanPhoto(li.personId)];
      const two = [await aReport(li, { photoIds: photo }), await aReport(li, { photoIds: photo })];
      const answers = await Promise.all(
        two.map((body) => service.call(ticketRoutes.reportTicket, { token: li.token, body })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
      expect(answers.find(({ status }) => status === 422)?.error.code).toBe('media.refused');
      expect((await service.stores.tickets.listByReporter(li.personId)).items).toHaveLength(1);
    });

    test('登录前不能上报', async () => {
      const answer = await service.call(ticketRoutes.reportTicket, { body: await aReport() });
      expect(answer).toMatchObject({ status: 401, error: { code: 'session.missing' } });
    });
  });

  describe('一步步办完', () => {
    test('接单、回复、确认、评价，每一步都留痕', async () => {
      const done = await resolved();
      expect(done).toMatchObject({ state: 'resolved', relation: 'staff', can: [] });
      const asked = await get(done.id, li);
      expect(asked.can).toEqual(['confirm', 'rework']);
      const confirmed = await service.call(stepRoutes.confirm, {
        token: li.token,
        params: { ticketId: done.id },
        body: { id: anActionId(), version: asked.version },
      });
      expect(confirmed.body).toMatchObject({ state: 'closed', can: ['rate'] });
      const rated = await service.call(stepRoutes.rate, {
        token: li.token,
        params: { ticketId: done.id },
        body: { id: anActionId(), version: confirmed.body.version, stars: 5, note: '修得快' },
      });
      expect(rated.body).toMatchObject({ state: 'rated', stars: 5, can: [] });
      expect(rated.body.events.map(({ step }) => step)).toEqual([
        'report',
        'file',
        'dispatch',
        'accept',
        'resolve',
        'confirm',
        'rate',
      ]);
      expect(rated.body.events.map(({ actor }) => actor)).toEqual([
        '居民',
        '系统',
        '系统',
        '幸福物业',
        '幸福物业',
        '居民',
        '居民',
      ]);
    });

    test('没修好：返工再办，网格员核查通过', async () => {
      const done = await resolved();
      const redo = await service.call(stepRoutes.rework, {
        token: li.token,
        params: { ticketId: done.id },
        body: { id: anActionId(), version: done.version, note: '还是不亮' },
      });
      expect(redo.body.state).toBe('rework');
      const again = (await resolve(redo.body)).body;
      const checked = await service.call(stepRoutes.confirm, {
        token: grid.token,
        params: { ticketId: done.id },
        body: { id: anActionId(), version: again.version },
      });
      expect(checked.body.state).toBe('closed');
      expect(checked.body.events.at(-1)?.actor).toBe('网格员 01');
    });

    test('退回带理由，社区改派给城管', async () => {
      const ticket = await report();
      const returned = await service.call(stepRoutes.return, {
        token: zhang.token,
        params: { ticketId: ticket.id },
        body: { id: anActionId(), version: ticket.version, note: '不在物业管理范围' },
      });
      expect(returned.body.state).toBe('returned');
      const resolveBy = (await service.stores.tickets.find(ticket.id))?.resolveBy;
      service.moveTo('2026-11-18T02:00:00.000Z');
      [zhang, liu] = [await service.signIn('zhang'), await service.signIn('liu')];
      const redispatched = await service.call(stepRoutes.dispatch, {
        token: liu.token,
        params: { ticketId: ticket.id },
        body: { id: anActionId(), version: returned.body.version, departmentId: 'dep_chengguan' },
      });
      expect(redispatched.body).toMatchObject({ state: 'dispatched', department: { name: '城管中队' } });
      expect((await service.stores.tickets.find(ticket.id))?.resolveBy).toBe(resolveBy);
      expect((await accept(redispatched.body)).error.code).toBe('access.denied');
    });

    test('同一步再交一次得到第一次的结果，不多留一行', async () => {
      const ticket = await report();
      const id = anActionId();
      const first = await accept(ticket, zhang, id);
      const again = await accept(ticket, zhang, id);
      expect(again.body).toEqual(first.body);
      const reused = await service.call(stepRoutes.return, {
        token: zhang.token,
        params: { ticketId: ticket.id },
        body: { id, version: ticket.version, note: '换个做法' },
      });
      expect(reused.error.code).toBe('id.reused');
      expect((await service.stores.tickets.find(ticket.id))?.events).toHaveLength(4);
    });

    test('两人同时接单与撤回，只有一个成，另一个被告知有了新进展', async () => {
      const ticket = await report();
      const answers = await Promise.all([
        accept(ticket),
        service.call(stepRoutes.withdraw, {
          token: li.token,
          params: { ticketId: ticket.id },
          body: { id: anActionId(), version: ticket.version },
        }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.error.code).toBe('ticket.changed');
    });

    test('看着旧页面操作，被告知有了新进展；不合时宜的一步被拒绝', async () => {
      const ticket = await report();
      const accepted = (await accept(ticket)).body;
      const stale = await resolve(ticket);
      expect(stale.error.code).toBe('ticket.changed');
      expect((await accept(accepted)).error.code).toBe('ticket.stepNotAllowed');
    });

    test('不是自己手上的事，谁也动不了', async () => {
      const ticket = await report();
      for (const person of [li, wang, grid, liu]) {
        const answer = await accept(ticket, person);
        expect(answer).toMatchObject({ status: 403, error: { code: 'access.denied' } });
      }
      const done = await resolve((await accept(ticket)).body);
      const own = await service.call(stepRoutes.confirm, {
        token: zhang.token,
        params: { ticketId: ticket.id },
        body: { id: anActionId(), version: done.body.version },
      });
      expect(own.error.code).toBe('access.denied');
    });
  });

  describe('谁看得到什么', () => {
    test('外人看不到谁报的、准确位置和未过审的内容', async () => {
      const ticket = await report();
      const seen = await get(ticket.id, wang);
      expect(seen).toMatchObject({ relation: 'public', place: {}, title: '路灯', can: [] });
      const text = JSON.stringify([seen, await get(ticket.id)]);
      for (const secret of [
        li.personId,
        '3 栋',
        '121.415',
        'openid',
        ...ticket.events.flatMap(({ photos }) => photos.map(({ id }) => id)),
      ]) {
        expect(text).not.toContain(secret);
      }
    });

    test('过审之后，外人看得到话和照片，仍看不到位置', async () => {
      const ticket = await report();
      const stored = await service.stores.tickets.find(ticket.id);
      if (stored === undefined) throw new Error('not stored');
      await service.follow(stored, 0);
      for (const { id } of ticket.events[0]?.photos ?? []) {
        await service.stores.tickets.judge(stored, { item: id, verdict: 'pass', from: ['pending'] });
      }
      const seen = await get(ticket.id);
      expect(seen.title).toBe('3 栋门前路灯不亮，晚上七点以后一直不亮');
      expect(seen.coverUrl).toContain('thumb.jpg');
      expect(seen.place).toEqual({});
      const { items } = (await service.call(ticketRoutes.listTickets, { query: { communityId: 'xfl' } })).body;
      expect(items[0]?.title).toBe(seen.title);
      expect(JSON.stringify(items)).not.toContain(li.personId);
    });

    test('撤回之后，话和照片外人都看不到了', async () => {
      const ticket = await report();
      const stored = await service.stores.tickets.find(ticket.id);
      if (stored === undefined) throw new Error('not stored');
      for (const item of Object.keys(stored.safety)) {
        await service.stores.tickets.judge(stored, { item, verdict: 'pass', from: ['pending'] });
      }
      expect((await get(ticket.id)).description).toBeDefined();
      const params = { ticketId: ticket.id };
      await service.call(stepRoutes.withdraw, {
        token: li.token,
        params,
        body: { id: anActionId(), version: ticket.version },
      });
      const seen = await get(ticket.id);
      expect(seen).toMatchObject({ state: 'withdrawn', title: '路灯' });
      expect([seen.description, seen.coverUrl, ...seen.events.flatMap(({ photos }) => photos)]).toEqual([
        undefined,
        undefined,
      ]);
      const listed = (await service.call(ticketRoutes.listTickets, { query: { communityId: 'xfl' } })).body.items[0];
      expect([listed?.title, listed?.coverUrl]).toEqual(['路灯', undefined]);
    });

    test('没过审的话，社区决定公开才公开', async () => {
      const ticket = await report({ description: '待审的话' });
      const stored = await service.stores.tickets.find(ticket.id);
      if (stored === undefined) throw new Error('not stored');
      await service.follow(stored, 0);
      expect((await get(ticket.id)).description).toBeUndefined();
      const item = stored.events[0]?.id ?? '';
      const held = await get(ticket.id, liu);
      expect(held.events[0]?.safety).toBe('held');
      const review = (person: Person, decision: 'show' | 'hide', id = anActionId()) =>
        service.call(ticketRoutes.reviewHeld, {
          token: person.token,
          params: { ticketId: ticket.id },
          body: { id, item, decision },
        });
      const waiting = async () => {
        const query = { communityId: 'xfl', desk: 'review' } as const;
        return (await service.call(ticketRoutes.getQueue, { token: liu.token, query })).body.items.map(({ id }) => id);
      };
      expect(await waiting()).toEqual([ticket.id]);
      const photo = stored.events[0]?.photoIds[0] ?? '';
      await service.stores.tickets.judge(stored, { item: photo, verdict: 'pass', from: ['pending'] });
      expect(await waiting()).toEqual([ticket.id]);
      expect((await review(zhang, 'show')).error.code).toBe('access.denied');
      const id = anActionId();
      expect((await review(liu, 'show', id)).status).toBe(200);
      expect(await waiting()).toEqual([]);
      expect((await get(ticket.id)).description).toBe('待审的话');
      await review(liu, 'hide');
      expect((await review(liu, 'show', id)).status).toBe(200);
      expect((await review(liu, 'hide', id)).error.code).toBe('id.reused');
      const lines = (await get(ticket.id, liu)).events.filter(({ step }) => step === 'review');
      expect(lines.map(({ actor, note }) => `${actor} ${note}`)).toEqual([
        '幸福里居委会 公开文字',
        '幸福里居委会 不公开文字',
      ]);
      expect((await get(ticket.id)).events.some(({ step }) => step === 'review')).toBe(false);
      expect((await get(ticket.id)).description).toBeUndefined();
      expect((await get(ticket.id, li)).description).toBe('待审的话');
    });

    test('待办只给坐在那里的人看', async () => {
      await report();
      const queue = (person: Person, desk: 'dep_wuye' | 'grd_01' | 'dep_chengguan') =>
        service.call(ticketRoutes.getQueue, { token: person.token, query: { communityId: 'xfl', desk } });
      const mine = await queue(zhang, 'dep_wuye');
      expect(mine.body.counts).toEqual({ overdue: 0, today: 0, unaccepted: 1, all: 1 });
      expect((await queue(zhang, 'dep_chengguan')).error.code).toBe('access.denied');
      expect((await queue(li, 'dep_wuye')).error.code).toBe('access.denied');
      expect((await queue(liu, 'dep_wuye')).body.items).toHaveLength(1);
    });

    test('首页的身边，正在办的排在办完的前面', async () => {
      const open = await report();
      service.moveTo('2026-11-16T03:00:00.000Z');
      const withdrawn = await report();
      const done = await resolved();
      const params = { ticketId: done.id };
      await service.call(stepRoutes.confirm, {
        token: li.token,
        params,
        body: { id: anActionId(), version: done.version },
      });
      const gone = { id: anActionId(), version: withdrawn.version };
      await service.call(stepRoutes.withdraw, { token: li.token, params: { ticketId: withdrawn.id }, body: gone });
      const home = (await service.call(ticketRoutes.getHome, { query: { communityId: 'xfl' } })).body;
      expect(home.nearby.map(({ id }) => id)).toEqual([open.id, done.id]);
    });

    test('待审核的一页一页看得完，不重不漏', async () => {
      for (let count = 0; count < 23; count += 1) {
        service.moveTo(new Date(Date.parse('2026-11-16T02:00:00.000Z') + count * 1000).toISOString());
        await report();
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { communityId: 'xfl', desk: 'review', ...(cursor === undefined ? {} : { cursor }) } as const;
        const { body } = await service.call(ticketRoutes.getQueue, { token: liu.token, query });
        if (cursor === undefined) expect(body.counts?.all).toBe(23);
        seen.push(...body.items.map(({ reportedAt }) => reportedAt));
        cursor = body.next;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(23);
      expect(seen).toEqual(seen.toSorted());
    });

    test('首页一次请求给全', async () => {
      const ticket = await report();
      const home = (await service.call(ticketRoutes.getHome, { token: li.token, query: {} })).body;
      expect(home.community.name).toBe('幸福里社区');
      expect(home.mine.map(({ id }) => id)).toEqual([ticket.id]);
      const signedOut = (await service.call(ticketRoutes.getHome, { query: { communityId: 'xfl' } })).body;
      expect(signedOut).toMatchObject({ mine: [], unread: 0 });
      expect(signedOut.nearby).toHaveLength(1);
    });
  });

  describe('随后发生的', () => {
    const follow = async (id: TicketId, linesBefore: number) => {
      const stored = await service.stores.tickets.find(id);
      if (stored !== undefined) await service.follow(stored, linesBefore);
    };
    const inbox = async (person: Person) =>
      (await service.call(peopleRoutes.listNotices, { token: person.token, query: {} })).body.items.map(
        ({ title }) => title,
      );

    test('派单告诉物业，办完告诉居民和网格员；流重放不重复', async () => {
      const done = await resolved();
      for (let times = 0; times < 3; times += 1) await follow(done.id, 0);
      expect(await inbox(zhang)).toEqual(['新的待接单']);
      expect(await inbox(li)).toEqual(['已处理，修好了吗？', '已有人处理']);
      expect(await inbox(grid)).toEqual(['待核查']);
      expect(await inbox(wang)).toEqual([]);
    });

    test('微信消息每条允许发一条，重放不多发', async () => {
      await service.call(peopleRoutes.addSubscriptions, {
        token: li.token,
        body: { id: anActionId(), accepted: ['ticketProgress'] },
      });
      const done = await resolved();
      await follow(done.id, 0);
      await follow(done.id, 0);
      expect(service.sent).toEqual([{ openid: 'openid-li', page: `pages/ticket/index?id=${done.id}` }]);
    });

    test('到点没接单，记一次逾期并告诉物业；扫两遍也只一次', async () => {
      const ticket = await report();
      service.moveTo('2026-11-17T02:00:00.001Z');
      expect(await service.sweep(service.now())).toEqual({ marked: 1, failed: 0 });
      expect(await service.sweep(service.now())).toEqual({ marked: 0, failed: 0 });
      await follow(ticket.id, 3);
      zhang = await service.signIn('zhang');
      expect(await inbox(zhang)).toEqual(['已超过时限']);
      const seen = await get(ticket.id, zhang);
      expect(seen.events.at(-1)?.step).toBe('overdue');
      expect((await accept(seen)).body.state).toBe('accepted');
    });

    test.each(['结论先到', '结论后到'])('照片的审核，%s，都公开', async (order) => {
      const body = await aReport();
      const [mediaId] = body.photoIds;
      if (mediaId === undefined) throw new Error('no photo');
      await service.stores.media.awaitVerdict('trace-1', { ownerId: li.personId, id: mediaId }, service.now());
      if (order === '结论先到') expect(await service.pushVerdict('trace-1', 'pass')).toBe(200);
      await service.call(ticketRoutes.reportTicket, { token: li.token, body });
      await follow(body.id, 0);
      if (order === '结论后到') expect(await service.pushVerdict('trace-1', 'pass')).toBe(200);
      expect((await get(body.id)).coverUrl).toContain(mediaId);
    });

    test('照片没过审，告诉社区一次，不公开', async () => {
      const body = await aReport();
      const [mediaId] = body.photoIds;
      if (mediaId === undefined) throw new Error('no photo');
      await service.stores.media.awaitVerdict('trace-2', { ownerId: li.personId, id: mediaId }, service.now());
      await service.call(ticketRoutes.reportTicket, { token: li.token, body });
      await follow(body.id, 0);
      for (let times = 0; times < 2; times += 1) await service.pushVerdict('trace-2', 'risky');
      expect(await inbox(liu)).toEqual(['有内容等您决定是否公开']);
      expect((await get(body.id)).coverUrl).toBeUndefined();
    });

    test('清单上没有的上报，社区马上知道；撤回了，接单的部门也知道', async () => {
      const unlisted = await report({ categoryCode: unlistedCode });
      await follow(unlisted.id, 0);
      expect(await inbox(liu)).toEqual(['新的待立案']);
      const ticket = await report();
      await follow(ticket.id, 0);
      const params = { ticketId: ticket.id };
      await service.call(stepRoutes.withdraw, {
        token: li.token,
        params,
        body: { id: anActionId(), version: ticket.version },
      });
      await follow(ticket.id, ticket.events.length);
      expect((await inbox(zhang)).toSorted()).toEqual(['居民已撤回，不用处理', '新的待接单'].toSorted());
    });

    test('只有时钟写了一行，居民手里的页面不算旧', async () => {
      const done = await resolved();
      const before = await service.stores.tickets.find(done.id);
      service.moveTo('2026-11-20T02:00:00.000Z');
      li = await service.signIn('li');
      expect(await service.sweep(service.now())).toEqual({ marked: 1, failed: 0 });
      const confirmed = await service.call(stepRoutes.confirm, {
        token: li.token,
        params: { ticketId: done.id },
        body: { id: anActionId(), version: before?.version ?? 0 },
      });
      expect(confirmed.body.state).toBe('closed');
    });
  });
};
