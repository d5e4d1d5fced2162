import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketCard, TicketView } from '@suishoupai/shared/tickets/contract';
import { useRef, useState } from 'react';
import { useMe } from '../../../api/client.ts';
import { allowMessages } from '../../../api/messages.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { type Attempt, attemptOf, fateOf } from '../../../ticket/attempt.ts';
import { keepAttempt, keptAttempt } from '../../../ticket/kept.ts';
import { sendStep } from '../../../ticket/use-steps.ts';
import { fetchTicket } from '../../../ticket/use-ticket.ts';
import { notify, notifyError } from '../../../ui/notify.ts';

type Deps = {
  /** The card as the service now has it. */
  onChanged: (view: TicketView) => void;
  onAccepted: () => void;
  fetch?: typeof fetchTicket;
  send?: typeof sendStep;
};

/** Accepting on the card: one at a time, under one id until it is answered. */
export const useAccept = ({ onChanged, onAccepted, fetch = fetchTicket, send = sendStep }: Deps) => {
  const personId = useMe()?.id;
  const [running, setRunning] = useState<TicketId>();
  const [lost, setLost] = useState<readonly TicketId[]>([]);
  const isBusy = useRef(false);

  const begin = async ({ id, version }: TicketCard): Promise<Attempt> => {
    const kept = keptAttempt({ ticketId: id, personId });
    if (kept?.step === 'accept') return kept;
    const attempt = attemptOf('accept', await newActionId(), version, {});
    keepAttempt({ ticketId: id, personId }, attempt);
    return attempt;
  };

  const settle = (id: TicketId) => {
    keepAttempt({ ticketId: id, personId }, undefined);
    setLost((ids) => ids.filter((other) => other !== id));
  };

  const miss = async (id: TicketId, error: unknown) => {
    notifyError(error);
    const fate = fateOf(error);
    if (fate === 'lost' && keptAttempt({ ticketId: id, personId }) !== undefined) setLost((ids) => [...ids, id]);
    if (fate !== 'lost') settle(id);
    if (fate === 'changed') await fetch(id).then(onChanged, () => undefined);
  };

  const accept = async (card: TicketCard) => {
    const { id } = card;
    if (isBusy.current) return;
    isBusy.current = true;
    setRunning(id);
    void allowMessages(['ticketWaiting']);
    try {
      const view = await send(id, await begin(card));
      settle(id);
      onChanged(view);
      onAccepted();
      notify('已接单，请在时限内处理');
    } catch (error) {
      await miss(id, error);
    } finally {
      isBusy.current = false;
      setRunning(undefined);
    }
  };

  return { accept, running, lost };
};
