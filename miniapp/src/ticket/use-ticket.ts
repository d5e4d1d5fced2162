import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { call, useMe } from '../api/client.ts';
import { type Load, useLoad } from '../load/use-load.ts';
import { useRefresh } from '../load/use-refresh.ts';
import type { StepForms } from './forms.ts';
import { type Steps, useSteps } from './use-steps.ts';

export const fetchTicket = (ticketId: TicketId): Promise<TicketView> =>
  call(ticketRoutes.getTicket, { params: { ticketId } });

export type TicketControl = {
  view: Load<TicketView>;
  reload: () => Promise<void>;
  show: (view: TicketView) => void;
  steps: Steps;
};

/** A ticket as this person may see it, with the steps they may take. Somebody else signing in asks anew. */
export const useTicket = (
  ticketId: TicketId,
  forms: StepForms,
  source: (ticketId: TicketId) => Promise<TicketView> = fetchTicket,
): TicketControl => {
  const me = useMe();
  const ask = () => source(ticketId);
  const { view, reload, show } = useLoad(`${ticketId} ${me?.id}`, ask, { reloadOnShow: true });
  useRefresh(reload);
  const steps = useSteps({
    ticketId,
    personId: me?.id,
    view: view.state === 'ready' ? view.data : undefined,
    show,
    ask,
    forms,
  });
  return { view, reload, show, steps };
};
