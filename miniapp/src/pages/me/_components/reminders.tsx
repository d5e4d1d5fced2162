import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { useReminders } from '../_hooks/use-reminders.ts';

const titles: Record<SubscriptionTemplate, string> = { ticketProgress: '办理进展', ticketWaiting: '待办和时限' };

const noteOf = (left: number | undefined): string => {
  if (left === undefined) return '每允许一次，微信可以提醒您一次';
  return left === 0 ? '现在不会提醒您，请允许一次' : `还可以提醒您 ${left} 次`;
};

/** WeChat sends one message for each time it was allowed; the inbox has all of them anyway. */
export const Reminders = ({ isStaff }: { isStaff: boolean }) => {
  const { remaining, allow } = useReminders();
  const shown: SubscriptionTemplate[] = isStaff ? ['ticketProgress', 'ticketWaiting'] : ['ticketProgress'];
  return (
    <Card isTight title="微信提醒" aside="夜里十点到早上七点不打扰">
      <Rows>
        {shown.map((template) => (
          <ListRow
            key={template}
            icon={template === 'ticketProgress' ? 'bell' : 'clock'}
            title={titles[template]}
            note={noteOf(remaining?.[template])}
            role="button"
            end="再允许一次"
            onPress={() => allow(template)}
          />
        ))}
      </Rows>
    </Card>
  );
};
