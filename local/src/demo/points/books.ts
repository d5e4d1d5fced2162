import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type addresses, honourRoutes, type merits } from '@suishoupai/shared/points/honours';
import { pointsRoutes, pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import { chinaDay } from '@suishoupai/shared/time/china';
import { hourMs } from '@suishoupai/shared/time/units';
import type { Clock } from '../../clock/clock.ts';
import { makePhones } from '../hall/stage.ts';
import { tailOf } from '../pictures.ts';
import { xingfuli } from '../places.ts';

type Terms = Pick<RouteRequest<typeof pointsStaffRoutes.correct>['body'], 'direction' | 'amount' | 'reason'>;

/** One that a clerk makes alone, one that two make, one that waits for the second. */
const corrections: readonly (Terms & { of: string; isAgreed?: boolean })[] = [
  { of: 'resident-li', direction: 'give', amount: 5, reason: '上个月楼道议事会签到漏记' },
  { of: 'resident-gu', direction: 'give', amount: 260, reason: '旧积分卡还有一张没有转入', isAgreed: true },
  { of: 'resident-zhou', direction: 'take', amount: 210, reason: '旧积分卡转入时重复记了一次' },
];

const commended: readonly (readonly [of: string, merit: (typeof merits)[number]])[] = [
  ['resident-li', 'reports'],
  ['resident-gu', 'neighbours'],
];
const shown: readonly (readonly [persona: string, surname: string, address: (typeof addresses)[number]])[] = [
  ['resident-li', '李', '阿姨'],
  ['resident-gu', '顾', '老师'],
];

type Input = { url: string; clock: Clock; seededAt: Date; sweep: () => Promise<void> };

/** Books put right, honours, and the first checkpoint: from then on anyone may check the open book. Again, it finds what it did before. */
export const playBooks = async ({ url, clock, seededAt, sweep }: Input): Promise<void> => {
  const params = { communityId: xingfuli };
  const phoneOf = makePhones(url, clock);
  const action = (what: string) => `act_${tailOf(what, seededAt)}` as const;
  await clock.moveTo(new Date(seededAt.getTime() - hourMs));
  const codes = new Map<string, string>();
  for (const persona of new Set([...corrections, ...commended.map(([of]) => ({ of }))].map(({ of }) => of))) {
    codes.set(persona, (await (await phoneOf(persona)).ask(pointsRoutes.getPoints, { params })).book);
  }
  const codeOf = (persona: string): string => codes.get(persona) ?? '';

  const { ask } = await phoneOf('community-liu');
  for (const { of, isAgreed, ...terms } of corrections) {
    const correctionId = action(`correction ${of}`);
    const body = { id: correctionId, code: codeOf(of), unit: 'points', ...terms } as const;
    await ask(pointsStaffRoutes.correct, { params, body });
    if (isAgreed !== true) continue;
    const agreed = { id: action(`correction ${of} agreed`), decision: 'agree' } as const;
    const { ask: askSecond } = await phoneOf('community-he');
    await askSecond(pointsStaffRoutes.decideCorrection, { params: { ...params, correctionId }, body: agreed });
  }
  for (const [persona, surname, address] of shown) {
    const phone = await phoneOf(persona);
    await phone.ask(honourRoutes.showMe, { params, body: { name: `${surname}${address}` } });
  }
  const year = Number(chinaDay(seededAt.toISOString()).slice(0, 4));
  for (const [of, merit] of commended) {
    const body = { id: action(`commended ${of}`), code: codeOf(of), year, merit };
    await ask(honourRoutes.commend, { params, body });
  }
  await clock.moveTo(new Date());
  await sweep();
};
