import { useReachBottom } from '@tarojs/taro';
import type { Desk } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useAccept } from '../_hooks/use-accept.ts';
import { useQueue } from '../_hooks/use-queue.ts';
import { Counts } from './counts.tsx';
import { QueueCard } from './queue-card.tsx';

const isDepartment = ({ desk }: Desk): boolean => desk.startsWith('dep_');

const nothing = (
  <EmptyState
    icon="circle-check"
    title="手上的事都办完了"
    text="新派来的会按时限排在这里，先到期的在最上面，同时发微信提醒。"
  />
);

export const QueueList = ({ desk }: { desk: Desk }) => {
  const { pages, counts, setCounts } = useQueue(desk);
  const now = useNow();
  const { accept, running, lost } = useAccept({
    onChanged: (view) => pages.show((items) => items.map((item) => (item.id === view.id ? view : item))),
    onAccepted: () => setCounts((before) => before && { ...before, unaccepted: Math.max(0, before.unaccepted - 1) }),
  });
  useReachBottom(() => void pages.more());
  return (
    <>
      <Counts counts={counts} isDepartment={isDepartment(desk)} />
      <Loaded view={pages.view} onRetry={() => void pages.reload()} empty={nothing}>
        {(tickets) => (
          <>
            {tickets.map((ticket) => (
              <QueueCard
                key={ticket.id}
                ticket={ticket}
                now={now}
                onAccept={() => void accept(ticket)}
                isAccepting={running === ticket.id}
                isLost={lost.includes(ticket.id)}
              />
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
    </>
  );
};
