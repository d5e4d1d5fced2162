import { householdRoutes, rollFileRoutes } from '@suishoupai/shared/households/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import type { Phone } from '../phone.ts';
import { xingfuli } from '../places.ts';
import type { HallAct, HouseholdDeed } from './act.ts';
import { rollCsv } from './roll.ts';
import { type Stage, until } from './stage.ts';

type Act = Extract<HallAct, HouseholdDeed>;

/** The roll comes in the way staff bring it in, and people are bound to its units by the desk. */
export const playHousehold = async (act: Act, { names, phoneOf }: Stage): Promise<void> => {
  const { ask } = await phoneOf(act.by);
  switch (act.does) {
    case 'importRoll': {
      const file = { fileName: act.fileName, content: Buffer.from(`\ufeff${rollCsv}`).toString('base64') };
      const body = { id: names.action(act, act.by), ...file, exclude: [], replaces: 0 };
      await ask(rollFileRoutes.importRoll, { params: { communityId: xingfuli }, body });
      return;
    }
    case 'claim': {
      const { claim, building, entrance, room, as, name, idTail, phone } = act;
      const body = { id: names.idOf('claim', claim), building, entrance, room, as, name, idTail, phone };
      await ask(householdRoutes.claimHousehold, { body });
      return;
    }
    case 'approve':
      for (const claim of act.claims) {
        const params = { claimId: names.idOf('claim', claim) };
        const body = { id: names.action(act, claim), decision: 'approve' as const };
        await ask(householdRoutes.decideClaim, { params, body });
      }
      return;
    case 'refuseClaim': {
      const params = { claimId: names.idOf('claim', act.claim) };
      const body = { id: names.action(act, act.claim), decision: 'refuse' as const, reason: act.reason };
      await ask(householdRoutes.decideClaim, { params, body });
      return;
    }
    default:
      act satisfies never;
  }
};

/** Word of the requests has reached the desk, by way of the stream. */
export const untilDeskKnows = ({ ask }: Phone): Promise<void> =>
  until('word of a request', async () => {
    const { items } = await ask(peopleRoutes.listNotices, { query: {} });
    return items.some(({ kind }) => kind === 'claimWaiting');
  });
