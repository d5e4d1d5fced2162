import type { ActionId } from '@suishoupai/shared/ids';
import { moderationRoutes } from '@suishoupai/shared/moderation/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useEffect, useRef, useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { fateOf } from '../../../ticket/attempt.ts';
import { notify, notifyError } from '../../../ui/notify.ts';
import { type Complaint, type ReviewItem, reviewItems } from '../review.ts';

export type Decision = 'show' | 'hide';

type Review = {
  ticketId: TicketView['id'];
  id: ActionId;
  item: ReviewItem['id'];
  decision: Decision;
  reason?: string | undefined;
};

const sendReview = ({ ticketId, ...body }: Review) => call(ticketRoutes.reviewHeld, { params: { ticketId }, body });

const askFlags = async (ticketId: TicketView['id']): Promise<Complaint[]> =>
  (await call(moderationRoutes.listFlags, { params: { ticketId } })).items;

type Deps = { show: (view: TicketView) => void; reload: () => Promise<void> };

/** Showing or hiding what waits for a person; one decision has one id until it is answered. */
export const useReview = (
  ticket: TicketView | undefined,
  { show, reload }: Deps,
  { send, ask } = { send: sendReview, ask: askFlags },
) => {
  const grants = useMe()?.grants ?? [];
  const isModerator = grants.some(({ role }) => role === 'communityStaff' || role === 'coordinator');
  const [complaints, setComplaints] = useState<Complaint[]>([]);
  const [running, setRunning] = useState<ReviewItem['id']>();
  const isBusy = useRef(false);
  const ids = useRef(new Map<string, ActionId>());
  const ticketId = isModerator ? ticket?.id : undefined;
  const { version } = ticket ?? {};

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when the ticket is another than it was
  useEffect(() => {
    if (ticketId === undefined) return;
    let isWanted = true;
    // Whoever may not read them (a neighbouring community's staff) sees the ticket without them.
    ask(ticketId).then(
      (found) => isWanted && setComplaints(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [ticketId, version]);

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

  /** True once it is decided. */
  const decide = async (item: ReviewItem['id'], decision: Decision, reason?: string): Promise<boolean> => {
    if (isBusy.current || ticket === undefined) return false;
    isBusy.current = true;
    setRunning(item);
    const key = `${item} ${decision} ${reason}`;
    try {
      show(await send({ ticketId: ticket.id, id: await idOf(key), item, decision, reason }));
      ids.current.delete(key);
      setComplaints((before) => before.filter((each) => each.item !== item));
      notify(decision === 'show' ? '已公开' : '不公开，只有作者和工作人员能看到');
      return true;
    } catch (error) {
      await miss(key, error);
      return false;
    } finally {
      isBusy.current = false;
      setRunning(undefined);
    }
  };

  return { items: ticket === undefined ? [] : reviewItems(ticket, complaints), decide, running };
};

export type ReviewControl = ReturnType<typeof useReview>;
