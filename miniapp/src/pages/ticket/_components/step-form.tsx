import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { becauseOf } from '../../../ticket/because.ts';
import { residentForms } from '../../../ticket/forms.ts';
import { RateSheet } from '../../../ticket/rate-sheet.tsx';
import { StepSheet } from '../../../ticket/step-sheet.tsx';
import type { TicketScreenControl } from '../_hooks/use-ticket-screen.ts';

type Props = { ticket: TicketView; step: PersonStep; control: TicketScreenControl };

/** What is asked stands above the answer. */
const formOf = (step: PersonStep, ticket: TicketView) => {
  const form = residentForms[step];
  const question = step === 'answer' ? becauseOf(ticket, () => undefined) : undefined;
  return question?.words === undefined ? form : { ...form, hint: `${question.head}：${question.words}` };
};

/** The form of the step that the resident chose. */
export const StepFormOf = ({ ticket, step, control: { steps, sheet, submit } }: Props) =>
  step === 'rate' ? (
    <RateSheet
      ticketId={ticket.id}
      rectifications={ticket.rectifications}
      isRunning={steps.running === 'rate'}
      refusal={steps.refusal}
      onSubmit={submit}
      onClose={sheet.close}
    />
  ) : (
    <StepSheet
      key={step}
      ticketId={ticket.id}
      step={step}
      form={formOf(step, ticket)}
      isRunning={steps.running === step}
      refusal={steps.refusal}
      onSubmit={submit}
      onClose={sheet.close}
    />
  );
