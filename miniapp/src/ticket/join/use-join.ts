import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useRef, useState } from 'react';
import { needsSignIn } from '../../api/api-error.ts';
import { call, useMe } from '../../api/client.ts';
import { allowMessages } from '../../api/messages.ts';
import { outbox } from '../../outbox/phone-outbox.ts';
import { useDeparture, useOutbox } from '../../outbox/use-outbox.ts';
import { newActionId } from '../../platform/new-id.ts';
import { open, routes } from '../../routes.ts';
import { confirmed, notify, notifyError } from '../../ui/notify.ts';

export type Join = {
  isRunning: boolean;
  /** Kept on the phone until there is network. */
  isWaiting: boolean;
  join: () => void;
  leave: () => void;
};

type About = { id: TicketId; title: string };

/** 同感 and back again; what is shown changes only with the answer. */
export const useJoin = (
  { id: ticketId, title }: About,
  onAnswer: (view: TicketView) => void,
  source = outbox,
): Join => {
  const me = useMe();
  const [isRunning, setRunning] = useState(false);
  const isBusy = useRef(false);
  const isWaiting = useOutbox(ticketId).some(({ kind, state }) => kind === 'join' && state !== 'refused');

  useDeparture(({ entry, answer, isWatched }) => {
    if (!isWatched && entry.kind === 'join' && entry.lane === ticketId) onAnswer(answer as TicketView);
  });

  const send = async () => {
    const body = { id: await newActionId() };
    const given = {
      title: `同感：${title}`,
      params: { ticketId },
      body,
      lane: ticketId,
      from: routes.ticket(ticketId),
    };
    const sent = await source.send('join', given);
    switch (sent.kind) {
      case 'answered':
        onAnswer(sent.answer);
        notify('已同感，有进展会告诉您');
        return;
      case 'waiting':
        notify('已存在手机里，有网时自动发出');
        return;
      case 'unkept':
        notify('没有发出去，请再点一次');
        return;
      case 'refused':
        source.remove(body.id);
        notifyError(sent.error);
        return;
      default:
        sent satisfies never;
    }
  };

  const leaveNow = async () => {
    const view = await call(ticketRoutes.leaveTicket, { params: { ticketId }, body: { id: await newActionId() } });
    onAnswer(view);
    notify('已取消同感');
  };

  const alone = async (work: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRunning(true);
    try {
      await work();
    } catch (error) {
      if (needsSignIn(error)) open(routes.signIn());
      else notifyError(error);
    } finally {
      isBusy.current = false;
      setRunning(false);
    }
  };

  const join = () => {
    if (me === undefined) {
      open(routes.signIn());
      return;
    }
    // WeChat asks only when this is the first call of the tap.
    void allowMessages(['ticketProgress']);
    void alone(send);
  };

  const leave = async () => {
    const isSure = await confirmed({ title: '不再同感这件事？', text: '以后的进展不再通知您。', yes: '不再同感' });
    if (isSure) await alone(leaveNow);
  };

  return { isRunning, isWaiting, join, leave: () => void leave() };
};
