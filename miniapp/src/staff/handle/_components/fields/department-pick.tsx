import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { useEffect } from 'react';
import type { Lists } from '../../../../state/lists.ts';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Choices } from '../../../../ui/choices.tsx';
import { departmentChoices, suggestedDepartment } from '../../departments.ts';

type Props = Pick<Filling, 'fields' | 'setFields'> & {
  lists: Lists;
  ticket: TicketView;
  label: string;
  prefix?: string;
};

/** One department of the community; the one that the list names is chosen already. */
export const DepartmentPick = ({ lists, ticket, label, prefix, fields: { departmentId }, setFields }: Props) => {
  const suggested = suggestedDepartment(lists, ticket);
  const isOpen = departmentId === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: suggested once, when the list is there and nothing was chosen
  useEffect(() => {
    if (isOpen && suggested !== undefined) setFields({ departmentId: suggested });
  }, [suggested]);
  return (
    <Choices
      label={label}
      prefix={prefix}
      noun="部门"
      choices={departmentChoices(lists, ticket)}
      chosen={departmentId ?? suggested}
      onChoose={(id) => setFields({ departmentId: id, authorisation: undefined })}
    />
  );
};
