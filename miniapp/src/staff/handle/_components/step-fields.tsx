import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { ApiError } from '../../../api/api-error.ts';
import type { Filling } from '../../../ticket/step-sheet.tsx';
import { AuthorisationFields } from './fields/authorisation-fields.tsx';
import { CategoryField } from './fields/category-field.tsx';
import { ColleagueField } from './fields/colleague-field.tsx';
import { DayField } from './fields/day-field.tsx';
import { DepartmentField } from './fields/department-field.tsx';
import { ExtensionField } from './fields/extension-field.tsx';
import { JointFields } from './fields/joint-fields.tsx';
import { MergeField } from './fields/merge-field.tsx';
import { StageField } from './fields/stage-field.tsx';
import { TaskField } from './fields/task-field.tsx';
import { ExtensionAsked, PhoneLine } from './fields/told.tsx';

type Props = Filling & { step: PersonStep; ticket: TicketView; now: string; refusal: ApiError | undefined };

/** Asked for once the service has said that it is needed. */
const Authorisation = ({ refusal, ...filling }: Filling & Pick<Props, 'refusal'>) =>
  refusal?.code === 'department.notAuthorised' || filling.fields.authorisation !== undefined ? (
    <AuthorisationFields {...filling} />
  ) : null;

/** What a step asks of staff besides words and photos. */
export const StepFields = ({ step, ticket, now, refusal, ...filling }: Props) => {
  switch (step) {
    case 'dispatch':
      return (
        <>
          <DepartmentField ticket={ticket} label="派给哪个部门" {...filling} />
          <Authorisation refusal={refusal} {...filling} />
        </>
      );
    case 'joint':
      return (
        <>
          <JointFields ticket={ticket} {...filling} />
          <Authorisation refusal={refusal} {...filling} />
        </>
      );
    case 'return':
      return <CategoryField ticket={ticket} {...filling} />;
    case 'progress':
      return <StageField stages={ticket.stages} {...filling} />;
    case 'askExtension':
      return <ExtensionField {...filling} />;
    case 'grantExtension':
    case 'refuseExtension':
      return <ExtensionAsked extension={ticket.extension} />;
    case 'excuse':
      return <TaskField tasks={ticket.tasks} {...filling} />;
    case 'park':
      return <DayField now={now} {...filling} />;
    case 'merge':
      return <MergeField ticket={ticket} {...filling} />;
    case 'handOver':
      return <ColleagueField ticket={ticket} now={now} {...filling} />;
    case 'answer':
    case 'rate':
    case 'reopen':
    case 'callBack':
      return <PhoneLine onBehalf={ticket.onBehalf} />;
    default:
      return null;
  }
};
