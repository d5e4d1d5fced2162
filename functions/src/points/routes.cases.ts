import { pointsRoutes } from '@suishoupai/shared/points/routes';
import { expect, test } from 'vitest';
import { makeJourney } from '../../test/journey.ts';
import type { Person, Service } from '../../test/service.ts';

/** What people see of their books through the front door. */
export const pointsCases = (make: () => Promise<Service>) => {
  const booksOf = async (service: Service, { token }: Person) =>
    (await service.call(pointsRoutes.getBooks, { token, params: { communityId: 'xfl' } })).body;
  const linesOf = async (service: Service, { token }: Person) =>
    (await service.call(pointsRoutes.listLines, { token, params: { communityId: 'xfl' }, query: { unit: 'points' } }))
      .body.items;

  test('报的问题确认修好才有积分，一次；重新打开就收回', async () => {
    const service = await make();
    const on = await makeJourney(service);
    const { li } = on.cast;
    const resolved = await on.resolved();
    expect(await linesOf(service, li)).toEqual([]);

    const confirmed = await on.take(li, 'confirm', resolved);
    await service.follow(await on.stored(confirmed.id), 0);
    expect(await booksOf(service, li)).toMatchObject({
      points: { posted: 10, reserved: 0, free: 10, lapsing: { amount: 10, until: '2028-12-31' } },
      minutes: { posted: 0, free: 0 },
    });
    expect(await linesOf(service, li)).toMatchObject([
      { moved: 10, held: 0, posted: 10, cause: { kind: 'report', id: confirmed.id }, isUndoing: false },
    ]);

    await on.take(li, 'reopen', confirmed);
    expect((await booksOf(service, li)).points).toMatchObject({ posted: 0, free: 0 });
    expect(await linesOf(service, li)).toMatchObject([
      { moved: -10, posted: 0, isUndoing: true, reason: '这件事没有修好，重新办' },
      { moved: 10 },
    ]);
  });
};
