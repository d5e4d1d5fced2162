import { newClaimId } from '@suishoupai/shared/ids';
import type { Polygon } from '@suishoupai/shared/places/contract';
import { importRoll } from '../../src/votes/votes.builder.ts';
import { aCommunity, anActionId, tail } from '../builders.ts';
import { makeCheckpointedStores } from '../checkpoint.ts';
import { aService, type Person, type Service } from '../service.ts';
import { signInAll } from './actors.ts';
import { doing } from './door.ts';
import type { Ground } from './ground.ts';
import { secret } from './secrets.ts';
import { makeHallThings } from './world-hall.ts';
import { makePointsThings } from './world-points.ts';
import { makeTicketThings } from './world-tickets.ts';

const elsewhere: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [121.51, 31.21],
      [121.53, 31.21],
      [121.53, 31.23],
      [121.51, 31.23],
      [121.51, 31.21],
    ],
  ],
};

const unit = (code: string, name: string, idTail: string) => {
  const [building = '', entrance = '', room = ''] = code.split('-');
  return { code, building, entrance, room, area: 9000, status: 'sold' as const, owners: [{ name, idTail }] };
};

/** A Friday, ten in the morning in China. Three hours later all stands as the matrix finds it. */
const today = '2026-12-11T02:00:00.000Z';

type Bare = { service: Service; checkpoint: Pick<ReturnType<typeof makeCheckpointedStores>, 'mark' | 'restore'> };

const inMemory = async (): Promise<Bare> => {
  const checkpoint = makeCheckpointedStores();
  return { service: await aService(checkpoint.stores, { pointsFeed: checkpoint.feed }), checkpoint };
};

/**
 * Two communities under two streets, people of every kind, and things of every kind, open and over. What is in them is marked: `secret` says
 * who may read which mark.
 */
export const makeWorld = async (ground: Promise<Bare> = inMemory()) => {
  const { service, checkpoint } = await ground;
  const settings = { topicSupports: 2 };
  await service.stores.places.putCommunity(aCommunity({ settings }));
  await service.stores.places.putCommunity(
    aCommunity({
      ...{ id: 'ygl', name: '阳光里社区', street: '新华街道', streetId: 'str_xinhua', settings },
      boundary: elsewhere,
      grids: [{ id: 'grd_01', name: '网格 01', boundary: elsewhere }],
    }),
  );
  const act = doing(service);
  const cast = await signInAll(service);

  await importRoll(service, [
    unit('1-1-101', secret.ownerOfUnit, '7K01'),
    unit('1-1-102', '王二邻', '7K02'),
    unit('1-1-201', '空户主', secret.idTail),
    unit('1-1-202', '空房主', '7K04'),
  ]);
  await importRoll(service, [unit('9-1-101', '袁外里', '7K09')], 'ygl');

  const claimed = async (person: Person, communityId: string, code: string, said: object, by?: Person) => {
    const [building, entrance, room] = code.split('-');
    const id = newClaimId(communityId, tail());
    await act(person, 'claimHousehold', { body: { id, building, entrance, room, ...said } });
    if (by !== undefined) {
      await act(by, 'decideClaim', { params: { claimId: id }, body: { id: anActionId(), decision: 'approve' } });
    }
    return id;
  };
  const ours = await claimed(
    cast.own,
    'xfl',
    '1-1-101',
    { as: 'owner', name: secret.ownerOfUnit, idTail: '7K01' },
    cast.staff,
  );
  const mates = await claimed(cast.mate, 'xfl', '1-1-101', { as: 'member', name: secret.memberOfUnit }, cast.staff);
  await claimed(cast.neighbour, 'xfl', '1-1-102', { as: 'owner', name: '王二邻', idTail: '7K02' }, cast.staff);
  const far = await claimed(cast.far, 'ygl', '9-1-101', { as: 'owner', name: '袁外里', idTail: '7K09' }, cast.farStaff);
  const waiting = await claimed(cast.unbound, 'xfl', '1-1-201', {
    ...{ as: 'member', name: secret.claimant, idTail: '5Z31', phone: secret.claimantPhone },
    photos: [await service.cleanPhoto(cast.unbound.personId)],
  });
  const claims = { ours, mates, far, waiting };

  const base: Ground = { service, act, cast, claims };
  const hall = await makeHallThings(base);
  await service.moveTo(today);
  const tickets = await makeTicketThings(base);
  const points = await makePointsThings(base);
  const photoOf = new Map<string, string>();
  for (const [actor, { personId }] of Object.entries(cast)) photoOf.set(actor, await service.cleanPhoto(personId));
  checkpoint.mark();
  return { ...base, ...hall, ...tickets, ...points, checkpoint, photoOf };
};

export type World = Awaited<ReturnType<typeof makeWorld>>;
