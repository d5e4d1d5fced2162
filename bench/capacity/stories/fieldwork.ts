import { kitRoutes } from '@suishoupai/shared/desk-kit/contract';
import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import { aPatrolId, aVisitId } from '../../../functions/src/fieldwork/fieldwork.builder.ts';
import { anActionId, aTicketId, inside, lampCode } from '../../../functions/test/builders.ts';
import { makeJourney } from '../../../functions/test/journey.ts';
import type { Service } from '../../../functions/test/service.ts';
import { asking, pageful, times } from './asking.ts';

const day = '2026-11-16';
const ground = { communityId: 'xfl', gridId: 'grd_01' };
const desk = { communityId: 'xfl', desk: 'dep_wuye' };

/** A grid worker's day: patrols, visits; a desk's reply texts and its journal. */
export const fieldworkStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const on = await makeJourney(service);
  const { grid, liu, zhang } = on.cast;
  const patrol = await ask(fieldworkRoutes.makePatrol, liu, {
    body: {
      ...{ id: aPatrolId(), ...ground, day },
      items: [
        { id: 'a', text: '路灯亮不亮' },
        { id: 'b', text: '楼道有无飞线充电' },
      ],
    },
  });
  const { id: ticketId } = await on.enter(grid, { channel: 'patrol' });
  const params = { patrolId: patrol.id };
  await ask(fieldworkRoutes.checkPatrolItem, grid, {
    params,
    body: { id: anActionId(), item: 'a', outcome: 'ticket', ticketId },
  });
  await ask(fieldworkRoutes.checkPatrolItem, grid, { params, body: { id: anActionId(), item: 'b', outcome: 'fine' } });
  await ask(fieldworkRoutes.listPatrols, grid, { query: { ...ground, day } });

  const visit = async (withTicket: boolean) => {
    const photoIds = [await service.cleanPhoto(grid.personId)];
    const ticket = { id: aTicketId(), categoryCode: lampCode, place: { point: inside, label: '3 栋东门' }, photoIds };
    return ask(fieldworkRoutes.recordVisit, grid, {
      body: {
        ...{ id: aVisitId(), ...ground, at: '2026-11-16T01:00:00.000Z', household: '3 栋 502 王阿姨' },
        consent: 'spoken',
        items: [
          { id: 'a', text: '楼道灯不亮', answer: '已当场换好' },
          ...(withTicket ? [{ id: 'b', text: '门口路灯也不亮', ticket }] : []),
        ],
      },
    });
  };
  await visit(true);
  await times(pageful, () => visit(false));
  await ask(fieldworkRoutes.listVisits, liu, { query: ground });

  await ask(kitRoutes.putTemplates, zhang, { body: { ...desk, version: 0, texts: ['马上到', '在路上'] } });
  await ask(kitRoutes.getTemplates, zhang, { query: desk });
  await times(pageful, () => on.accepted());
  await ask(kitRoutes.listActivity, liu, { query: desk });
};
