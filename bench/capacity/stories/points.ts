import { ruleAt } from '@suishoupai/shared/points/earning';
import { honourRoutes } from '@suishoupai/shared/points/honours';
import { pointsRoutes, pointsStaffRoutes, statementRoutes } from '@suishoupai/shared/points/routes';
import { makeLedger } from '../../../functions/src/points/ledger.ts';
import { aTransferId } from '../../../functions/src/points/points.builder.ts';
import { anActionId } from '../../../functions/test/builders.ts';
import { community, type Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

const inXfl = { params: xfl };

/** Books, rules, corrections, the open book, honours. Earning by itself is what follows of tickets, meetings, votes and hours. */
export const pointsStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const li = await service.signIn('li');
  const liu = await service.signIn('liu', community);
  const he = await service.signIn('he', { ...community, label: '何干事' });
  const { earn } = makeLedger(service.stores.ledger);
  const at = service.now().toISOString();
  const rule = ruleAt('report', at);
  if (rule === undefined) throw new Error('nothing is given for a report');
  const given = { communityId: 'xfl', credit: li.personId, amount: 1, at };
  await times(pageful, () => earn({ ...given, id: aTransferId(), cause: { kind: 'report', id: 'tkt' } }, rule));

  const { book } = await ask(pointsRoutes.getPoints, li, inXfl);
  await ask(pointsRoutes.getBooks, li, inXfl);
  await ask(pointsRoutes.listLines, li, { ...inXfl, query: { unit: 'points' } });
  await ask(pointsRoutes.listRules, undefined, inXfl);
  await ask(statementRoutes.getStatement, li, { ...inXfl, query: { unit: 'points', format: 'csv' } });
  await ask(pointsStaffRoutes.findBook, liu, { ...inXfl, query: { code: book } });

  const correct = (amount: number) =>
    ask(pointsStaffRoutes.correct, liu, {
      ...inXfl,
      body: { id: anActionId(), code: book, unit: 'points', direction: 'give', amount, reason: '活动签到漏记' },
    });
  await correct(5);
  const large = await correct(500);
  await ask(pointsStaffRoutes.decideCorrection, he, {
    params: { ...xfl, correctionId: large.id },
    body: { id: anActionId(), decision: 'agree' },
  });
  await times(pageful, () => correct(1));
  await ask(pointsStaffRoutes.listCorrections, liu, { ...inXfl, query: {} });
  await ask(pointsStaffRoutes.publishRule, liu, {
    ...inXfl,
    body: { id: anActionId(), rule: 'report', from: '2027-01-01', amount: 8, perDay: 16, perMonth: 80 },
  });

  await ask(honourRoutes.showMe, li, { ...inXfl, body: { name: '李女士' } });
  await ask(honourRoutes.getHonours, li, inXfl);
  await ask(pointsStaffRoutes.listCorrections, he, { ...inXfl, query: {} });
  await ask(honourRoutes.commend, liu, {
    ...inXfl,
    body: { id: anActionId(), code: book, year: 2026, merit: 'service' },
  });
  await service.moveTo('2026-11-17T20:00:00.000Z');
  await service.sweepPoints(service.now());
  await ask(pointsRoutes.getOpenBook, undefined, inXfl);
  await ask(pointsRoutes.getLedgerFile, undefined, inXfl);
};
