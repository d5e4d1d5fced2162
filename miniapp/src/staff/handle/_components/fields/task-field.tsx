import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Choices } from '../../../../ui/choices.tsx';

/** Which supporting department is let off. */
export const TaskField = ({ tasks, fields, setFields }: Filling & Pick<TicketView, 'tasks'>) => (
  <Choices
    label="免除哪个部门"
    choices={tasks
      .filter(({ state }) => state === 'open')
      .map(({ department, task }) => ({ id: department.id, name: department.name, note: task }))}
    chosen={fields.departmentId}
    onChoose={(departmentId) => setFields({ departmentId })}
  />
);
