import type { PersonId } from '@suishoupai/shared/ids';
import { ruleAt } from '@suishoupai/shared/points/earning';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import { canonical } from '@suishoupai/shared/votes/canonical';
import { expect, test } from 'vitest';
import { wrongIn } from '../../../verify/test/findings.ts';
import { mutationsOf } from '../../../verify/test/mutations.ts';
import type { Service } from '../../test/service.ts';
import { makeLedger } from './ledger.ts';
import { aSpend, aTransfer, aTransferId } from './points.builder.ts';

const params = { communityId: 'xfl' };

/** Some days of a community with everything in them that a book can hold. */
const livedIn = async (service: Service) => {
  const { transfer, earn, takeBack } = makeLedger(service.stores.ledger);
  const [li, wang] = [await service.signIn('li'), await service.signIn('wang')];
  const rule = ruleAt('report', service.now().toISOString()) ?? expect.fail('no rule');
  const earned = async (credit: PersonId, amount: number) => {
    const { debit: _, phase: __, unit: ___, ...rest } = aTransfer({ at: service.now().toISOString(), amount });
    await earn({ ...rest, credit }, rule);
    return rest.id;
  };
  const nextDay = async (iso: string) => {
    await service.moveTo(iso);
    await service.sweepPoints(service.now());
  };
  await earned(li.personId, 10);
  const wrong = await earned(wang.personId, 8);
  await nextDay('2026-11-16T16:05:00.000Z');
  const cause = { kind: 'report', id: 'tkt' } as const;
  const back = { ...params, id: aTransferId(), unit: 'points', cause, at: service.now().toISOString() } as const;
  await takeBack({ ...back, undoes: wrong, reason: '没有修好' }, wang.personId);
  const held = aSpend(li.personId, 6, { phase: 'reserve' });
  await transfer(held);
  await transfer({ ...held, id: aTransferId(), phase: 'post', ends: held.id, amount: 4 });
  const again = aSpend(li.personId, 3, { phase: 'reserve' });
  await transfer(again);
  await transfer({ ...again, id: aTransferId(), phase: 'release', ends: again.id });
  await nextDay('2026-11-17T16:05:00.000Z');
  await transfer(aTransfer({ unit: 'minutes', credit: li.personId, amount: 90, cause: { kind: 'service', id: 'a' } }));
  const gift = { unit: 'minutes', debit: li.personId, credit: wang.personId, amount: 30 } as const;
  await transfer(aTransfer({ ...gift, cause: { kind: 'gift', id: 'g' } }));
  await transfer(aTransfer({ ...gift, credit: 'donated', amount: 10, cause: { kind: 'pool', id: 'p' } }));
  await nextDay('2026-11-18T16:05:00.000Z');
  return { li, wang, earned, nextDay };
};

const fileOf = async (service: Service) => (await service.fetch('/v1/points/xfl/open-book/ledger')).text();

/** What a community publishes of its books, checked by the verifier that anyone can run. */
export const openBookCases = (make: () => Promise<Service>) => {
  test('第一次封存以前没有账本；封存以后谁都能下载，核验的程序说全部相符', async () => {
    const service = await make();
    const { error } = await service.call(pointsRoutes.getLedgerFile, { params });
    expect(error.code).toBe('points.noCheckpoint');
    const { li } = await livedIn(service);
    const file = await fileOf(service);
    const mine = await service.call(pointsRoutes.getPoints, { token: li.token, params });
    expect(wrongIn(file, { receipt: { code: mine.body.book } })).toEqual([]);
    expect(file).not.toContain('usr_');
    expect(file).not.toContain('tkt');
    expect(file).not.toContain('没有修好');
    expect(wrongIn(file, { receipt: { code: '0000-0000-0000' } })).toEqual(['账号 0000-0000-0000：不在账本里']);
  });

  test('每月的合计，一天一次封存，多扫几遍也是一次；封存的短码和指纹都看得到', async () => {
    const service = await make();
    await livedIn(service);
    for (let again = 0; again < 2; again += 1) await service.sweepPoints(service.now());
    const { body } = await service.call(pointsRoutes.getOpenBook, { params });
    const row = { month: '2026-11', count: 1 };
    expect(body.rows).toEqual([
      { ...row, unit: 'minutes', way: 'donated', by: 'pool', amount: 10 },
      { ...row, unit: 'minutes', way: 'given', by: 'gift', amount: 30 },
      { ...row, unit: 'minutes', way: 'issued', by: 'service', amount: 90 },
      { ...row, unit: 'points', way: 'issued', by: 'report', amount: 18, count: 2 },
      { ...row, unit: 'points', way: 'redeemed', by: 'order', amount: 4 },
      { ...row, unit: 'points', way: 'taken', by: 'report', amount: 8 },
    ]);
    expect(body.held).toEqual({ points: 6, minutes: 80 });
    expect(body.checkpoints.map(({ n, day }) => [n, day])).toEqual([
      [3, '2026-11-19'],
      [2, '2026-11-18'],
      [1, '2026-11-17'],
    ]);
    const [{ code } = { code: '' }] = body.checkpoints;
    expect(wrongIn(await fileOf(service), { head: code, key: body.fingerprint ?? '' })).toEqual([]);
  });

  test('两台同时封存、写到一半断了：还是一天一次，合计不会多算', async () => {
    const service = await make();
    const { li, earned } = await livedIn(service);
    await earned(li.personId, 5);
    await service.moveTo('2026-11-19T16:05:00.000Z');
    const { openBook } = service.stores;
    await openBook.keepMoved('xfl', { n: 4, root: 'f'.repeat(64) }, [{ unit: 'points', account: 'a', seq: 99 }]);
    await Promise.all([service.sweepPoints(service.now()), service.sweepPoints(service.now())]);
    const { body } = await service.call(pointsRoutes.getOpenBook, { params });
    expect(body.checkpoints[0]).toMatchObject({ n: 4, day: '2026-11-20' });
    expect(body.rows.find(({ by, way }) => by === 'report' && way === 'issued')).toMatchObject({
      amount: 23,
      count: 3,
    });
    expect(wrongIn(await fileOf(service))).toEqual([]);
  });

  test('三年以后没用的积分过期，进了 expired 的账；核验还是相符', async () => {
    const service = await make();
    const { nextDay, li } = await livedIn(service);
    await nextDay('2028-12-31T15:59:00.000Z');
    const before = await service.call(pointsRoutes.getBooks, { token: li.token, params });
    expect(before.body.points.posted).toBe(6);
    await nextDay('2028-12-31T16:01:00.000Z');
    const { body } = await service.call(pointsRoutes.getBooks, { token: li.token, params });
    expect([body.points.posted, body.minutes.posted]).toEqual([0, 50]);
    expect(wrongIn(await fileOf(service))).toEqual([]);
    const lines = await service.call(pointsRoutes.listLines, { token: li.token, params, query: { unit: 'points' } });
    expect(lines.body.items[0]).toMatchObject({ moved: -6, cause: { kind: 'expiry' } });
  });
};

/** One file is enough for this: it is the verifier that is tried. */
export const mutationCases = (make: () => Promise<Service>) => {
  test('账本里随便哪一处改了、少了、多了、换了次序，都查得出来', { timeout: 120_000 }, async () => {
    const service = await make();
    await livedIn(service);
    const parsed = JSON.parse(await fileOf(service));
    const mutations = mutationsOf(parsed);
    const missed = mutations.filter(({ changed }) => wrongIn(`${canonical(changed)}\n`).length === 0);
    expect(missed.map(({ what }) => what)).toEqual([]);
    expect(mutations.length).toBeGreaterThan(500);
  });
};
