import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import { pointIn } from '../points.ts';
import type { HallAct, TicketDeed } from './act.ts';
import { fromNewest, type Stage, until } from './stage.ts';

type Act = Extract<HallAct, TicketDeed>;

/** What the hall begins with and ends in: a photo, and the repair. */
export const playTicket = async (act: Act, { names, phoneOf }: Stage): Promise<void> => {
  const { ask } = await phoneOf(act.by);
  const ticketId = names.ticket(act.ticket);
  const params = { ticketId };
  const photoIds = names.photos(act);
  const seen = async () => {
    const { version } = await ask(ticketRoutes.getTicket, { params });
    return { id: names.action(act, act.by), version };
  };
  switch (act.does) {
    case 'report': {
      const { categoryCode, description, grid, label } = act;
      const place = { point: pointIn(grid, act.ticket), label };
      await ask(ticketRoutes.reportTicket, { body: { id: ticketId, categoryCode, description, place, photoIds } });
      await until(`the check of ${act.ticket}`, async () => {
        const { isHeld } = await ask(ticketRoutes.getTicket, { params });
        return !isHeld;
      });
      return;
    }
    case 'join':
      for (const persona of act.all) {
        const { ask: askAs } = await phoneOf(persona);
        await askAs(ticketRoutes.joinTicket, { params, body: { id: names.action(act, persona) } });
      }
      return;
    case 'accept': {
      const { note } = act;
      await fromNewest(async () => ask(stepRoutes.accept, { params, body: { ...(await seen()), note } }));
      return;
    }
    case 'resolve': {
      const { note } = act;
      await fromNewest(async () => ask(stepRoutes.resolve, { params, body: { ...(await seen()), note, photoIds } }));
      return;
    }
    case 'confirm': {
      const { note } = act;
      await fromNewest(async () => ask(stepRoutes.confirm, { params, body: { ...(await seen()), note } }));
      return;
    }
    case 'rate': {
      const { stars, note } = act;
      await fromNewest(async () => ask(stepRoutes.rate, { params, body: { ...(await seen()), stars, note } }));
      return;
    }
    default:
      act satisfies never;
  }
};
