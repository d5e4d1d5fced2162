import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useShareAppMessage } from '@tarojs/taro';
import { allowMessages } from '../../../api/messages.ts';
import { routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import type { StepContent } from '../../../ticket/attempt.ts';
import { residentForms, stepsFor } from '../../../ticket/forms.ts';
import { useStepSheet } from '../../../ticket/use-step-sheet.ts';
import { fetchTicket, useTicket } from '../../../ticket/use-ticket.ts';
import { confirmed } from '../../../ui/notify.ts';
import { cardWords } from '../share.ts';

/** What the resident sees and may do. Once it is confirmed the rating is asked at once. */
export const useTicketScreen = (ticketId: TicketId, source: (id: TicketId) => Promise<TicketView> = fetchTicket) => {
  const { view, reload, steps } = useTicket(ticketId, residentForms, source);
  const now = useNow();
  const ticket = view.state === 'ready' ? view.data : undefined;
  const can = ticket === undefined ? [] : stepsFor('resident', ticket);
  const sheet = useStepSheet(steps, residentForms, can);

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
    if (sheet.opened === 'rework') void allowMessages(['ticketProgress']);
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

  return { view, reload, steps: { ...steps, again }, now, can, sheet, press, submit, withdraw };
};
