import type { CommunityId, PatrolId } from '@suishoupai/shared/ids';
import { EnteredReport, type TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useState } from 'react';
import { call, useMe } from '../../../../api/client.ts';
import { useKept } from '../../../../forms/use-kept.ts';
import { useSending } from '../../../../forms/use-sending.ts';
import { freshTicketId } from '../../../../platform/new-id.ts';
import { back } from '../../../../routes.ts';
import { notify } from '../../../../ui/notify.ts';
import { foundAsTicket } from '../../kept-checks.ts';
import { blankMatter, Matter, missingIn, ticketPartOf } from '../../matter/matter.ts';
import { givenItem } from '../given.ts';

const enterTicket = (body: EnteredReport): Promise<TicketView> => call(ticketRoutes.enterTicket, { body });

type Asked = { communityId: CommunityId; patrolId: PatrolId; item: string };

/** What was found at one item of a patrol, on its way to becoming a ticket. */
export const useFound = ({ communityId, patrolId, item }: Asked, enter = enterTicket) => {
  const [{ text, place }] = useState(() => givenItem(patrolId, item));
  const personId = useMe()?.id;
  const about = `${patrolId}:${item}:${personId}`;
  const { value: matter, setValue, clear } = useKept(`found:${about}`, Matter, { ...blankMatter, label: place });
  const sending = useSending({
    key: `found-sent:${about}`,
    schema: EnteredReport,
    send: enter,
    onDone: async ({ number }, { id: ticketId }) => {
      await foundAsTicket(personId, { patrolId, item, ticketId });
      clear();
      notify(`已转工单 ${number}`);
      back();
    },
  });

  const body = async (): Promise<EnteredReport | undefined> => {
    const ticket = ticketPartOf(matter, await freshTicketId(communityId));
    return ticket && { ...ticket, channel: 'patrol', description: matter.text.trim() };
  };

  return {
    /** What the list said to look at. */
    asked: text,
    matter,
    change: (change: Partial<Matter>) => setValue((before) => ({ ...before, ...change })),
    missing: sending.isLocked ? undefined : missingIn(matter, communityId),
    submit: () => sending.submit(body),
    sending,
  };
};
