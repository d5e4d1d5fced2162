import { type CommunityId, communityOf, type TicketId, type TopicId } from '@suishoupai/shared/ids';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { useRef, useState } from 'react';
import { call } from '../../../../api/client.ts';
import { pickPlace } from '../../../../forms/pick-place.ts';
import { useCommunityLists } from '../../../../load/use-community-lists.ts';
import { useLoad } from '../../../../load/use-load.ts';
import { freshTicketId } from '../../../../platform/new-id.ts';
import { back } from '../../../../routes.ts';
import { notify, notifyError } from '../../../../ui/notify.ts';
import { useDeeds } from '../../../use-deeds.ts';
import { bodyOf, causeOf, groundsOf, missingIn, type Order, startFrom } from '../order.ts';

const blank: Order = {
  words: '',
  categoryCode: undefined,
  departmentId: undefined,
  basis: undefined,
  label: '',
  point: undefined,
};

/** A topic, and what its ticket starts from. That the report could not be had leaves two fields empty and nothing else. */
const askTopic = async (topicId: TopicId) => {
  const topic = await call(topicRoutes.getTopic, { params: { topicId } });
  const ticketId = causeOf(topic);
  const start =
    ticketId === undefined
      ? undefined
      : await call(ticketRoutes.getTicket, { params: { ticketId } }).then(startFrom, () => undefined);
  return { ...topic, start };
};

/** A ticket of what a topic decided. */
export const useOrder = (
  topicId: TopicId,
  ask = askTopic,
  freshId: (id: CommunityId) => Promise<TicketId> = freshTicketId,
) => {
  const communityId = communityOf(topicId);
  const { view, reload } = useLoad(topicId, () => ask(topicId));
  const lists = useCommunityLists(communityId);
  const [written, setWritten] = useState<Partial<Order>>({});
  const ticketId = useRef<TicketId>();
  const topic = view.state === 'ready' ? view.data : undefined;
  const grounds = topic === undefined ? [] : groundsOf(topic);
  const order: Order = {
    ...blank,
    ...topic?.start,
    basis: grounds.length === 1 ? grounds[0]?.id : undefined,
    ...written,
  };
  const deeds = useDeeds({ onRefused: ({ code }) => code === 'topic.changed' && void reload() });
  const change = (next: Partial<Order>) => setWritten((before) => ({ ...before, ...next }));

  const pick = async () => {
    const picked = await pickPlace().catch(notifyError);
    if (picked === undefined || picked === null) return;
    const label = picked.label.trim().slice(0, ticketLimits.placeLabel);
    change({ point: picked.point, ...(label === '' ? {} : { label }) });
  };

  const submit = () =>
    deeds.run('ticket', async (id) => {
      if (topic === undefined) return;
      ticketId.current ??= await freshId(communityId);
      const body = bodyOf(order, { id, version: topic.version, ticketId: ticketId.current });
      if (body === undefined) return;
      await call(topicStaffRoutes.orderTicket, { params: { topicId }, body });
      notify('已转成工单，办好后回到这里评价');
      back();
    });

  return {
    view,
    reload,
    order,
    grounds,
    lists: lists.view.state === 'ready' ? lists.view.data : undefined,
    change,
    pick,
    submit,
    missing: missingIn(order),
    isSending: deeds.running === 'ticket',
    isLocked: deeds.isLocked('ticket'),
    refusal: deeds.refusalOf('ticket'),
  };
};
