import type { TicketCard, TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { call } from '../../../api/client.ts';
import { type Load, useLoad } from '../../../load/use-load.ts';
import type { Target } from '../merge-targets.ts';

/** Three pages of what runs in the community: more than a person looks through. */
const pagesAsked = 3;

const isNone = (targets: Target[]) => targets.length === 0;

const askNear = async ({ id, categoryCode, place: { point } }: TicketView): Promise<Target[]> => {
  if (point === undefined) return [];
  const { items } = await call(ticketRoutes.listSimilar, { query: { categoryCode, ...point } });
  return items.filter(({ ticket }) => ticket.id !== id).map(({ ticket, metres }) => ({ ticket, metres }));
};

const askRunning = async ({ id, communityId }: TicketView): Promise<Target[]> => {
  const found: TicketCard[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesAsked; page += 1) {
    const query = { communityId, desk: 'all' as const, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = await call(ticketRoutes.getQueue, { query });
    found.push(...items);
    cursor = next;
    if (cursor === undefined) break;
  }
  return found.filter((ticket) => ticket.id !== id).map((ticket) => ({ ticket }));
};

/** What a ticket could be merged into. */
export const useMergeTargets = (
  ticket: TicketView,
  ask = { near: askNear, running: askRunning },
): { near: Load<Target[]>; running: Load<Target[]>; reload: () => void } => {
  const near = useLoad(`near ${ticket.id}`, () => ask.near(ticket), { isEmpty: isNone });
  const running = useLoad(`running ${ticket.id}`, () => ask.running(ticket), { isEmpty: isNone });
  const reload = () => {
    void near.reload();
    void running.reload();
  };
  return { near: near.view, running: running.view, reload };
};
