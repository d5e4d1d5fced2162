import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useMe } from '../../../api/client.ts';
import { StepSheet } from '../../../ticket/step-sheet.tsx';
import { deskFor, isTemplated } from '../../templates/desk-for.ts';
import { Templates } from '../../templates/templates.tsx';
import type { Handle } from '../_hooks/use-handle.ts';
import { formFor } from '../form-for.ts';
import { StepFields } from './step-fields.tsx';

type Props = { ticket: TicketView; step: PersonStep; handle: Handle };

/** The form of the step that was chosen. */
export const StepFormOf = ({ ticket, step, handle: { steps, now, sheet, submit } }: Props) => {
  const grants = useMe()?.grants ?? [];
  const desk = isTemplated(step) ? deskFor(grants, ticket) : undefined;
  const form = formFor(step, ticket);
  return (
    <StepSheet
      key={step}
      ticketId={ticket.id}
      step={step}
      form={form}
      isRunning={steps.running === step}
      refusal={steps.refusal}
      onSubmit={submit}
      onClose={sheet.close}
      ask={(filling) => <StepFields step={step} ticket={ticket} now={now} {...filling} />}
      phrases={desk && ((writing) => <Templates desk={desk} quick={form.quick} {...writing} />)}
    />
  );
};
