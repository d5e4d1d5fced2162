import type { ActionId } from '@suishoupai/shared/ids';
import { type TicketView, ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { useRef, useState } from 'react';
import { call } from '../../../api/client.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { fateOf } from '../../../ticket/attempt.ts';
import type { HeldItem } from '../../../ticket/held.ts';
import { notify, notifyError } from '../../../ui/notify.ts';

export type Decision = 'show' | 'hide';

type Review = { ticketId: TicketView['id']; id: ActionId; item: HeldItem['id']; decision: Decision };

const sendReview = ({ ticketId, ...body }: Review) => call(ticketRoutes.reviewHeld, { params: { ticketId }, body });

/** Showing or hiding what the safety check held back; one decision has one id until it is answered. */
export const useReview = (
  ticketId: TicketView['id'],
  { show, reload }: { show: (view: TicketView) => void; reload: () => Promise<void> },
  send: (review: Review) => Promise<TicketView> = sendReview,
) => {
  const [running, setRunning] = useState<HeldItem['id']>();
  const isBusy = useRef(false);
  const ids = useRef(new Map<string, ActionId>());

  const idOf = async (key: string): Promise<ActionId> => {
    const id = ids.current.get(key) ?? (await newActionId());
    ids.current.set(key, id);
    return id;
  };

  const miss = async (key: string, error: unknown) => {
    notifyError(error);
    const fate = fateOf(error);
    if (fate !== 'lost') ids.current.delete(key);
    if (fate === 'changed') await reload();
  };

  const decide = async (item: HeldItem['id'], decision: Decision) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRunning(item);
    const key = `${item} ${decision}`;
    try {
      show(await send({ ticketId, id: await idOf(key), item, decision }));
      ids.current.delete(key);
      notify(decision === 'show' ? '已公开' : '不公开，只有上报人和工作人员能看到');
    } catch (error) {
      await miss(key, error);
    } finally {
      isBusy.current = false;
      setRunning(undefined);
    }
  };

  return { decide, running };
};
