import { kitRoutes } from '@suishoupai/shared/desk-kit/contract';
import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import { beforeEach, expect, test } from 'vitest';
import { aMediaId, anActionId, aTicketId, inside, lampCode } from '../../test/builders.ts';
import { community, grid01, type Person, type Service, wuye } from '../../test/service.ts';
import { aPatrolId, aVisitId } from './fieldwork.builder.ts';

const day = '2026-11-16';
const place = { point: inside, label: '3 栋东门' };

/** A day of a grid worker, through the front door; run against every implementation of the stores. */
export const fieldworkRouteCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let worker: Person;
  let staff: Person;
  beforeEach(async () => {
    service = await makeService();
    worker = await service.signIn('worker', grid01);
    staff = await service.signIn('staff', community);
  });

  test('巡查查到的事转成工单，清单上留着工单号，工单走得下去', async () => {
    const { token } = worker;
    const made = await service.call(fieldworkRoutes.makePatrol, {
      token: staff.token,
      body: { id: aPatrolId(), communityId: 'xfl', gridId: 'grd_01', day, items: [{ id: 'a', text: '路灯亮不亮' }] },
    });
    const id = aTicketId();
    const report = { id, channel: 'patrol' as const, categoryCode: lampCode, description: '不亮', place, photoIds: [] };
    const entered = await service.call(ticketRoutes.enterTicket, { token, body: report });
    const checked = await service.call(fieldworkRoutes.checkPatrolItem, {
      token,
      params: { patrolId: made.body.id },
      body: { id: anActionId(), item: 'a', outcome: 'ticket', ticketId: id },
    });
    expect(checked.body).toMatchObject({
      progress: { done: 1, total: 1, left: 0, isOver: false },
      items: [{ check: { by: grid01.label, ticket: { id, number: entered.body.number } } }],
    });
    expect(JSON.stringify(checked.body)).not.toContain(worker.personId);
    const listed = await service.call(fieldworkRoutes.listPatrols, {
      token,
      query: { communityId: 'xfl', gridId: 'grd_01', day },
    });
    expect(listed.body.items).toEqual([checked.body]);
  });

  test('走访的每一条都有回音：转成的工单办到哪一步，走访记录上看得到', async () => {
    const id = aTicketId();
    const photoIds = [await service.cleanPhoto(worker.personId)];
    const body = {
      id: aVisitId(),
      communityId: 'xfl',
      gridId: 'grd_01',
      at: '2026-11-16T01:00:00.000Z',
      household: '3 栋 502 王阿姨',
      phone: '13800000000',
      consent: 'spoken' as const,
      items: [
        { id: 'a', text: '楼道灯不亮', answer: '已当场换好' },
        { id: 'b', text: '门口路灯也不亮', ticket: { id, categoryCode: lampCode, place, photoIds } },
      ],
    };
    const first = await service.call(fieldworkRoutes.recordVisit, { token: worker.token, body });
    expect(first.body).toMatchObject({ items: [{ answer: '已当场换好' }, { ticket: { id, state: 'dispatched' } }] });
    expect(await service.call(fieldworkRoutes.recordVisit, { token: worker.token, body })).toEqual(first);

    const handler = await service.signIn('handler', wuye);
    const seen = await service.call(ticketRoutes.getTicket, { token: handler.token, params: { ticketId: id } });
    expect(seen.body).toMatchObject({ channel: 'visit', onBehalf: { name: '3 栋 502 王阿姨', consent: 'spoken' } });
    await service.call(stepRoutes.accept, {
      token: handler.token,
      params: { ticketId: id },
      body: { id: anActionId(), version: seen.body.version },
    });
    const ground = { communityId: 'xfl', gridId: 'grd_01' };
    const { body: visits } = await service.call(fieldworkRoutes.listVisits, { token: staff.token, query: ground });
    expect(visits.items).toMatchObject([{ items: [{}, { ticket: { state: 'accepted' } }] }]);
    const denied = await service.call(fieldworkRoutes.listVisits, { token: handler.token, query: ground });
    expect(denied).toMatchObject({ status: 403, error: { code: 'access.denied' } });
  });

  test('走访里的照片没有传好，说出是第几条，记录不写', async () => {
    const { status, error } = await service.call(fieldworkRoutes.recordVisit, {
      token: worker.token,
      body: {
        id: aVisitId(),
        communityId: 'xfl',
        gridId: 'grd_01',
        at: '2026-11-16T01:00:00.000Z',
        household: '3 栋 502',
        consent: 'written',
        items: [
          {
            id: 'a',
            text: '路灯不亮',
            ticket: { id: aTicketId(), categoryCode: lampCode, place, photoIds: [aMediaId()] },
          },
        ],
      },
    });
    expect({ status, error }).toMatchObject({
      status: 404,
      error: { code: 'media.notFound', details: [{ field: 'body.items.0.ticket.photoIds.0' }] },
    });
    const query = { communityId: 'xfl', gridId: 'grd_01' };
    expect((await service.call(fieldworkRoutes.listVisits, { token: worker.token, query })).body.items).toEqual([]);
  });

  test('谁做了什么，在自己岗位的经办记录里；居民做的不在', async () => {
    const id = aTicketId();
    const report = { id, channel: 'patrol' as const, categoryCode: lampCode, description: '不亮', place, photoIds: [] };
    const { body } = await service.call(ticketRoutes.enterTicket, { token: worker.token, body: report });
    const handler = await service.signIn('handler', wuye);
    await service.call(stepRoutes.accept, {
      token: handler.token,
      params: { ticketId: id },
      body: { id: anActionId(), version: body.version },
    });
    const activityOf = async (desk: string, { token }: Person) => {
      const answer = await service.call(kitRoutes.listActivity, { token, query: { communityId: 'xfl', desk } });
      return answer.body.items.map(({ step, by, ticketId, number }) => ({ step, by, ticketId, number }));
    };
    const about = { ticketId: id, number: body.number };
    expect(await activityOf('grd_01', worker)).toEqual([{ step: 'report', by: grid01.label, ...about }]);
    expect(await activityOf('dep_wuye', staff)).toEqual([{ step: 'accept', by: wuye.label, ...about }]);
    expect(await activityOf('community', staff)).toEqual([]);
  });

  test('两个人同时改本台的常用回复，一个写进，另一个知道有人改过', async () => {
    const handler = await service.signIn('handler', wuye);
    const put = (texts: string[]) =>
      service.call(kitRoutes.putTemplates, {
        token: handler.token,
        body: { communityId: 'xfl', desk: 'dep_wuye', version: 0, texts },
      });
    const answers = await Promise.all([put(['马上到']), put(['在路上'])]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const query = { communityId: 'xfl', desk: 'dep_wuye' };
    const kept = await service.call(kitRoutes.getTemplates, { token: handler.token, query });
    expect(kept.body).toEqual(answers.find(({ status }) => status === 200)?.body);
  });
};
