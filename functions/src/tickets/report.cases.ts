import { newTicketId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { aDutyLine, aMediaId, lampCode, outside, tail, unlistedCode } from '../../test/builders.ts';
import { type Journey, makeJourney, type Report } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';
import { ticketLists } from './store.ts';

/** From a photo to the desk of whoever is responsible. */
export const reportCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });

  describe('上报', () => {
    test('按责任清单当场派给物业，居民看得到全部', async () => {
      const ticket = await on.report();
      expect(ticket).toMatchObject({
        state: 'dispatched',
        outcome: 'open',
        relation: 'reporter',
        channel: 'app',
        title: '3 栋门前路灯不亮，晚上七点以后一直不亮',
        categoryName: '路灯',
        department: { id: 'dep_wuye', name: '幸福物业' },
        grid: { id: 'grd_01' },
        dueAt: '2026-11-17T02:00:00.000Z',
        dutyVersion: 1,
        can: ['withdraw'],
        isHeld: true,
        canJoin: false,
      });
      expect(ticket.events.map(({ step, actor }) => `${actor} ${step}`)).toEqual([
        '居民 report',
        '系统 file',
        '系统 dispatch',
      ]);
    });

    test('清单上没有的类别，在社区的桌上，社区核实立案后指派', async () => {
      const { liu, li } = on.cast;
      const ticket = await on.report({ categoryCode: unlistedCode });
      expect(ticket.state).toBe('reported');
      expect((await on.queue(liu, 'community')).body.items.map(({ id }) => id)).toEqual([ticket.id]);
      const filed = await on.take(liu, 'file', ticket);
      expect(filed).toMatchObject({ state: 'filed' });
      expect(await on.take(liu, 'dispatch', filed)).toMatchObject({ state: 'dispatched' });
      expect((await on.get(ticket.id, li)).can).toEqual(['withdraw']);
    });

    test('不予立案要有理由，居民看得到理由，任何计数都不把它算作办结', async () => {
      const { liu, li } = on.cast;
      const ticket = await on.report({ categoryCode: unlistedCode });
      expect(await on.refusal(liu, 'decline', ticket, { note: '' })).toBe('request.invalid');
      await on.take(liu, 'decline', ticket);
      const seen = await on.get(ticket.id, li);
      expect(seen).toMatchObject({ state: 'declined', outcome: 'declined', can: [] });
      expect(seen.events.at(-1)?.note).toBe('不属于受理范围');
      const listed = async (outcome: 'closed' | 'declined') =>
        (await service.call(ticketRoutes.listTickets, { query: { communityId: 'xfl', outcome } })).body.items.length;
      expect([await listed('closed'), await listed('declined')]).toEqual([0, 1]);
    });

    test('要现场核实的，先在网格员桌上，核实后按当时的清单派出去', async () => {
      const { grid, liu } = on.cast;
      await on.relist([aDutyLine({ filing: 'onTheSpot' })]);
      const ticket = await on.report();
      expect(ticket).toMatchObject({ state: 'reported', dutyVersion: 2 });
      expect((await on.queue(grid, 'grd_01')).body.items.map(({ id }) => id)).toEqual([ticket.id]);
      await on.relist([aDutyLine({ filing: 'onTheSpot', resolve: { unit: 'workDay', amount: 2 } })]);
      const photoIds = [await service.cleanPhoto(grid.personId)];
      const filed = await on.take(grid, 'file', ticket, { note: '现场属实', photoIds });
      expect(filed).toMatchObject({ state: 'dispatched', dutyVersion: 3, department: { id: 'dep_wuye' } });
      expect(filed.events.at(-1)?.note).toBe('按责任清单第 3 版派给幸福物业');
      expect(filed.clocks.find(({ name }) => name === 'resolve')?.dueAt).toBe('2026-11-18T10:00:00.000Z');
      expect((await on.get(ticket.id, liu)).events[1]).toMatchObject({ actor: '网格员 01', note: '现场属实' });
    });

    test('派出去以后清单改了，这件事仍照它立案时的那一版', async () => {
      const ticket = await on.report();
      await on.relist([aDutyLine({ departmentId: 'dep_chengguan', resolve: { unit: 'workDay', amount: 1 } })]);
      const accepted = await on.take(on.cast.zhang, 'accept', ticket);
      expect(accepted).toMatchObject({ dutyVersion: 1, dueAt: '2026-11-25T10:00:00.000Z' });
    });

    test('同一编号再交一次，得到第一次的结果', async () => {
      const { li } = on.cast;
      const body = await on.aReport();
      const first = await on.tryReport(li, body);
      await service.moveTo('2026-11-16T03:00:00.000Z');
      const again = await on.tryReport(li, body);
      expect(again.status).toBe(200);
      expect(again.body.events).toEqual(first.body.events);
      expect((await service.stores.tickets.list(ticketLists.community('xfl'))).items).toHaveLength(1);
    });

    test('同一编号换了内容或换了人，拒绝，先前的不变', async () => {
      const { li, wang } = on.cast;
      const body = await on.aReport();
      await on.tryReport(li, body);
      const before = await on.stored(body.id);
      const other = await on.tryReport(li, { ...body, description: '别的话' });
      const thief = await on.tryReport(wang, body);
      expect([other.error.code, thief.error.code]).toEqual(['id.reused', 'id.reused']);
      expect(await on.stored(body.id)).toEqual(before);
    });

    test.each<[string, Partial<Report>, string]>([
      ['社区之外', { place: { point: outside, label: '远处' } }, 'place.outside'],
      ['不认识的类别', { categoryCode: 'C9999' }, 'category.unknown'],
      ['没有这张照片', { photoIds: [aMediaId()] }, 'media.notFound'],
      ['编号是别的社区的', { id: newTicketId('hpy', tail()) }, 'request.invalid'],
    ])('%s：说清楚，什么也不写', async (_, overrides, code) => {
      const body = await on.aReport(on.cast.li, overrides);
      expect((await on.tryReport(on.cast.li, body)).error.code).toBe(code);
      expect(await service.stores.tickets.find(body.id)).toBeUndefined();
    });

    test('别人的照片用不了，一张照片也不能用在两件事上', async () => {
      const { li, wang } = on.cast;
      const photoIds = [await service.cleanPhoto(wang.personId)];
      const stolen = await on.tryReport(li, await on.aReport(li, { photoIds }));
      expect(stolen.error.code).toBe('media.notFound');
      expect(stolen.error.details?.[0]?.field).toBe('body.photoIds.0');

      const photo = [await service.cleanPhoto(li.personId)];
      const two = [await on.aReport(li, { photoIds: photo }), await on.aReport(li, { photoIds: photo })];
      const answers = await Promise.all(two.map((body) => on.tryReport(li, body)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
      expect(answers.find(({ status }) => status === 422)?.error.code).toBe('media.refused');
      expect((await service.stores.tickets.list(ticketLists.reporter(li.personId))).items).toHaveLength(1);
    });

    test('登录前不能上报', async () => {
      const answer = await service.call(ticketRoutes.reportTicket, { body: await on.aReport() });
      expect(answer).toMatchObject({ status: 401, error: { code: 'session.missing' } });
    });
  });

  describe('负面清单', () => {
    test('居委会没有权限和手段的，派遣时拒绝，说出是哪一条', async () => {
      const { liu } = on.cast;
      const ticket = await on.take(liu, 'file', await on.report({ categoryCode: unlistedCode }));
      const rule = { id: 'neg_danger', codes: ['E04'], text: '群发性事件的处置', basis: '《突发事件应对法》' };
      await on.relist([aDutyLine()], [rule]);
      const refused = await on.tryStep(liu, 'dispatch', ticket, { departmentId: 'dep_juwei' });
      expect(refused).toMatchObject({ status: 422, error: { code: 'department.notAuthorised' } });
      expect(refused.error.details).toEqual([
        { field: 'body.departmentId', rule: 'neg_danger', message: '群发性事件的处置（《突发事件应对法》）' },
      ]);
      expect((await on.stored(ticket.id)).state).toBe('filed');
      expect(await on.refusal(liu, 'joint', ticket, { departmentId: 'dep_juwei' })).toBe('department.notAuthorised');
      expect(await on.refusal(liu, 'dispatch', ticket, { departmentId: 'dep_none' })).toBe('department.unknown');
      const authorisation = { document: '街道准入函〔2026〕3 号', means: '经费两万元' };
      const taken = await on.take(liu, 'dispatch', ticket, { departmentId: 'dep_juwei', authorisation });
      expect(taken).toMatchObject({ state: 'dispatched', department: { id: 'dep_juwei' } });
      expect(taken.events.at(-1)?.note).toBe('准入依据：街道准入函〔2026〕3 号；保障：经费两万元');
    });

    test('吹哨也一样：牵头、协办都拦，指出是哪一个；有准入文件才行，写进留痕', async () => {
      const { liu } = on.cast;
      const ticket = await on.take(liu, 'file', await on.report({ categoryCode: unlistedCode }));
      await on.relist([aDutyLine()], [{ id: 'neg_danger', codes: ['E04'], text: '群发性事件的处置', basis: '示例' }]);
      const helping = {
        supporting: [
          { departmentId: 'dep_huanwei', task: '清运' },
          { departmentId: 'dep_juwei', task: '劝导居民' },
        ],
      };
      const fieldOf = async (given: object) => {
        const { error } = await on.tryStep(liu, 'joint', ticket, given);
        return [error.code, error.details?.[0]?.field];
      };
      expect(await fieldOf({ departmentId: 'dep_juwei' })).toEqual(['department.notAuthorised', 'body.departmentId']);
      expect(await fieldOf(helping)).toEqual(['department.notAuthorised', 'body.supporting.1.departmentId']);
      const authorisation = { document: '街道准入函〔2026〕3 号', means: '经费两万元' };
      const taken = await on.take(liu, 'joint', ticket, { ...helping, note: '一起办', authorisation });
      expect(taken.tasks.map(({ department }) => department.id)).toEqual(['dep_huanwei', 'dep_juwei']);
      expect(taken.events.at(-1)?.note).toBe('一起办\n准入依据：街道准入函〔2026〕3 号；保障：经费两万元');
      const other = await on.take(liu, 'file', await on.report({ categoryCode: unlistedCode }));
      const led = await on.take(liu, 'joint', other, { departmentId: 'dep_juwei', authorisation });
      expect(led.department?.id).toBe('dep_juwei');
    });

    test('清单把禁止的事派给居委会，不当场派，留给社区看', async () => {
      const rule = { id: 'neg_lamp', codes: [lampCode], text: '路灯的维修', basis: '示例' };
      await on.relist([aDutyLine({ departmentId: 'dep_juwei' })], [rule]);
      expect(await on.report()).toMatchObject({ state: 'reported' });
    });
  });
};
