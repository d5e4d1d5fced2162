import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useState } from 'react';
import { allowMessages } from '../../../api/messages.ts';
import { useNow } from '../../../state/now.ts';
import type { StepContent } from '../../../ticket/content.ts';
import { stepsFor } from '../../../ticket/forms.ts';
import { useStepSheet } from '../../../ticket/use-step-sheet.ts';
import { fetchTicket, useTicket } from '../../../ticket/use-ticket.ts';
import { footOf, groupsOf } from '../actions.ts';
import { staffForms } from '../forms.ts';
import { useReview } from './use-review.ts';

/** A ticket as staff work on it. */
export const useHandle = (ticketId: TicketId, source: (id: TicketId) => Promise<TicketView> = fetchTicket) => {
  const { view, reload, show, steps } = useTicket(ticketId, staffForms, source);
  const now = useNow();
  const ticket = view.state === 'ready' && view.data.relation === 'staff' ? view.data : undefined;
  const can = ticket === undefined ? [] : stepsFor('staff', ticket);
  const foot = ticket === undefined ? {} : footOf(ticket, can);
  const sheet = useStepSheet(steps, staffForms, can);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const review = useReview(ticket, { show, reload });

  const press = (step: PersonStep) => {
    if (step === 'accept') void allowMessages(['ticketWaiting']);
    setMoreOpen(false);
    void sheet.press(step);
  };

  return {
    view,
    reload,
    steps,
    now,
    foot,
    groups: groupsOf(can, foot),
    sheet,
    press,
    submit: (content: StepContent) => void sheet.submit(content),
    more: {
      isOpen: isMoreOpen && steps.lost === undefined,
      open: () => setMoreOpen(true),
      close: () => setMoreOpen(false),
    },
    review,
  };
};

export type Handle = ReturnType<typeof useHandle>;
