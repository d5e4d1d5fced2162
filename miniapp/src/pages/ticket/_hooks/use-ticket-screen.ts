import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useShareAppMessage } from '@tarojs/taro';
import { allowMessages } from '../../../api/messages.ts';
import { routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { useComments } from '../../../ticket/comments/use-comments.ts';
import type { StepContent } from '../../../ticket/content.ts';
import { residentForms, stepsFor } from '../../../ticket/forms.ts';
import { useJoin } from '../../../ticket/join/use-join.ts';
import { useStepSheet } from '../../../ticket/use-step-sheet.ts';
import { fetchTicket, useTicket } from '../../../ticket/use-ticket.ts';
import { confirmed } from '../../../ui/notify.ts';
import { cardWords } from '../share.ts';
import { useTalk } from './use-talk.ts';

/** After these the resident waits to hear what is made of them. */
const awaiting: readonly (PersonStep | undefined)[] = ['answer', 'rework', 'reopen'];

/** What the resident sees and may do. Once it is confirmed the rating is asked at once. */
export const useTicketScreen = (ticketId: TicketId, source: (id: TicketId) => Promise<TicketView> = fetchTicket) => {
  const { view, reload, show, steps } = useTicket(ticketId, residentForms, source);
  const now = useNow();
  const ticket = view.state === 'ready' ? view.data : undefined;
  const can = ticket === undefined ? [] : stepsFor('resident', ticket);
  const sheet = useStepSheet(steps, residentForms, can);
  const join = useJoin({ id: ticketId, title: ticket?.title ?? '' }, show);
  const comments = useComments(ticketId);
  const talk = useTalk();

  useShareAppMessage(() =>
    ticket === undefined ? { path: routes.home() } : { ...cardWords(ticket), path: routes.ticket(ticket.id) },
  );

  const press = async (step: PersonStep) => {
    if ((await sheet.press(step)) === 'done' && step === 'confirm') sheet.openSheet('rate');
  };

  const again = async () => {
    const step = steps.lost;
    const end = await steps.again();
    if (end === 'done' && step === 'confirm') sheet.openSheet('rate');
    return end;
  };

  const submit = (content: StepContent) => {
    if (awaiting.includes(sheet.opened)) void allowMessages(['ticketProgress']);
    void sheet.submit(content);
  };

  const withdraw = async () => {
    const isSure = await confirmed({
      title: '撤回这次上报？',
      text: '撤回后不再处理，也不能恢复。需要时可以重新上报。',
      yes: '撤回',
    });
    if (isSure) await steps.take('withdraw', {});
  };

  return {
    ticket,
    view,
    reload,
    steps: { ...steps, again },
    now,
    can,
    sheet,
    join,
    comments,
    talk,
    press,
    submit,
    withdraw,
  };
};

export type TicketScreenControl = ReturnType<typeof useTicketScreen>;
