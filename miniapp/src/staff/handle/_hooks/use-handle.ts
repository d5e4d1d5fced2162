import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { allowMessages } from '../../../api/messages.ts';
import { useNow } from '../../../state/now.ts';
import type { StepContent } from '../../../ticket/attempt.ts';
import { staffForms, stepsFor } from '../../../ticket/forms.ts';
import { useStepSheet } from '../../../ticket/use-step-sheet.ts';
import { fetchTicket, useTicket } from '../../../ticket/use-ticket.ts';
import { useReview } from './use-review.ts';

/** A ticket as staff work on it. */
export const useHandle = (ticketId: TicketId, source: (id: TicketId) => Promise<TicketView> = fetchTicket) => {
  const { view, reload, show, steps } = useTicket(ticketId, staffForms, source);
  const now = useNow();
  const can = view.state === 'ready' ? stepsFor('staff', view.data) : [];
  const sheet = useStepSheet(steps, staffForms, can);
  const review = useReview(ticketId, { show, reload });

  const press = (step: PersonStep) => {
    if (step === 'accept') void allowMessages(['ticketWaiting']);
    void sheet.press(step);
  };

  return {
    view,
    reload,
    steps,
    now,
    can,
    sheet,
    press,
    submit: (content: StepContent) => void sheet.submit(content),
    review,
  };
};
