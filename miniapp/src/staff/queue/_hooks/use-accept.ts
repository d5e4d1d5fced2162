import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketCard, TicketView } from '@suishoupai/shared/tickets/contract';
import { useRef, useState } from 'react';
import { allowMessages } from '../../../api/messages.ts';
import { outbox } from '../../../outbox/phone-outbox.ts';
import { useDeparture, useOutbox } from '../../../outbox/use-outbox.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { routes } from '../../../routes.ts';
import { fateOf } from '../../../ticket/attempt.ts';
import { fetchTicket } from '../../../ticket/use-ticket.ts';
import { notify, notifyError } from '../../../ui/notify.ts';

type Deps = {
  /** The card as the service now has it. */
  onChanged: (view: TicketView) => void;
  onAccepted: () => void;
  fetch?: typeof fetchTicket;
  source?: typeof outbox;
};

/** Accepting on the card, through the outbox: one at a time, under one id until it is answered. */
export const useAccept = ({ onChanged, onAccepted, fetch = fetchTicket, source = outbox }: Deps) => {
  const [running, setRunning] = useState<TicketId>();
  const isBusy = useRef(false);
  const kept = useOutbox().filter(({ kind, state }) => kind === 'accept' && state !== 'refused');

  const done = (view: TicketView) => {
    onChanged(view);
    onAccepted();
  };

  useDeparture(({ entry, answer, isWatched }) => {
    if (!isWatched && entry.kind === 'accept') done(answer as TicketView);
  });

  const send = async ({ id, title, version }: TicketCard) => {
    const sent = await source.send('accept', {
      title: `接单：${title}`,
      params: { ticketId: id },
      body: { id: await newActionId(), version },
      lane: id,
      from: routes.handle(id),
    });
    switch (sent.kind) {
      case 'answered':
        done(sent.answer);
        notify('已接单，请在时限内处理');
        return;
      case 'waiting':
        notify('已存在手机里，有网时自动发出');
        return;
      case 'unkept':
        notify('没有发出去，请再试一次');
        return;
      case 'refused':
        source.discard(sent.key);
        notifyError(sent.error);
        if (fateOf(sent.error) === 'changed') await fetch(id).then(onChanged, () => undefined);
        return;
      default:
        sent satisfies never;
    }
  };

  const accept = async (card: TicketCard) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRunning(card.id);
    void allowMessages(['ticketWaiting']);
    try {
      if (kept.some(({ lane }) => lane === card.id)) await source.flush();
      else await send(card);
    } finally {
      isBusy.current = false;
      setRunning(undefined);
    }
  };

  return { accept, running, lost: kept.map(({ lane }) => lane) };
};
