import type { DepartmentId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { View } from '@tarojs/components';
import { useCommunityLists } from '../../../../load/use-community-lists.ts';
import type { Lists } from '../../../../state/lists.ts';
import type { StepFields } from '../../../../ticket/content.ts';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Choices } from '../../../../ui/choices.tsx';
import { Field } from '../../../../ui/field.tsx';
import { LineBox } from '../../../../ui/line-box.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { notify } from '../../../../ui/notify.ts';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { Slot } from '../../../../ui/slot.tsx';
import { departmentChoices, suggestedDepartment } from '../../departments.ts';
import { DepartmentPick } from './department-pick.tsx';
import styles from './fields.module.scss';
import { LimitField } from './limit-field.tsx';

type Props = Filling & { ticket: TicketView };
type Task = NonNullable<StepFields['supporting']>[number];

/** One lead, and whoever helps: each with what it is to do and, if need be, a limit of its own. */
const Joint = ({ ticket, lists, fields, setFields }: Props & { lists: Lists }) => {
  const { departmentId = suggestedDepartment(lists, ticket), supporting = [] } = fields;

  const toggle = (id: DepartmentId) => {
    const isThere = supporting.some((task) => task.departmentId === id);
    if (!isThere && supporting.length >= ticketLimits.supporting) {
      notify(`最多 ${ticketLimits.supporting} 个协办部门`);
      return;
    }
    const others = supporting.filter((task) => task.departmentId !== id);
    setFields({ supporting: isThere ? others : [...others, { departmentId: id, task: '' }] });
  };

  const write = (id: DepartmentId, change: Partial<Task>) =>
    setFields({ supporting: supporting.map((task) => (task.departmentId === id ? { ...task, ...change } : task)) });

  return (
    <View className={styles['stack']}>
      <Field label="谁牵头">
        <DepartmentPick
          lists={lists}
          ticket={ticket}
          label="谁牵头"
          prefix="牵头"
          fields={fields}
          setFields={(change) =>
            setFields({ ...change, supporting: supporting.filter((task) => task.departmentId !== change.departmentId) })
          }
        />
      </Field>
      <Field label="谁协办（可多选）">
        <Choices
          label="谁协办"
          prefix="协办"
          noun="部门"
          choices={departmentChoices(lists, ticket).filter(({ id }) => id !== departmentId)}
          chosen={supporting.map((task) => task.departmentId)}
          onChoose={toggle}
        />
      </Field>
      <Slot>
        {supporting.map(({ departmentId: id, task, limit }) => {
          const name = lists.community.departments.find((each) => each.id === id)?.name ?? '';
          return (
            <Field key={id} label={`${name}做什么`}>
              <LineBox
                value={task}
                onChange={(value) => write(id, { task: value })}
                maxLength={ticketLimits.task}
                placeholder={`${name}做什么，比如 清走堵路的杂物`}
              />
              <LimitField
                label="办理时限"
                limit={limit}
                none="按清单时限"
                onChange={(next) => write(id, { limit: next })}
              />
            </Field>
          );
        })}
      </Slot>
    </View>
  );
};

export const JointFields = (props: Props) => {
  const { view, reload } = useCommunityLists(props.ticket.communityId);
  return (
    <Loaded view={view} onRetry={() => void reload()} skeleton={<Skeleton cards={1} />}>
      {(lists) => <Joint lists={lists} {...props} />}
    </Loaded>
  );
};
