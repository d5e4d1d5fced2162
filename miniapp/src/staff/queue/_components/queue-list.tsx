import { useReachBottom } from '@tarojs/taro';
import { type Desk, kindOf } from '../../../desks.ts';
import { useNow } from '../../../state/now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useAccept } from '../_hooks/use-accept.ts';
import { useQueue } from '../_hooks/use-queue.ts';
import { actionOf } from '../card-look.ts';
import { emptyOf, tilesOf } from '../desk-look.ts';
import { Counts } from './counts.tsx';
import { QueueCard } from './queue-card.tsx';

export const QueueList = ({ desk }: { desk: Desk }) => {
  const { pages, counts, setCounts } = useQueue(desk);
  const kind = kindOf(desk);
  const now = useNow();
  const { accept, running, lost } = useAccept({
    onChanged: (view) => pages.show((items) => items.map((item) => (item.id === view.id ? view : item))),
    onAccepted: () => setCounts((before) => before && { ...before, unaccepted: Math.max(0, before.unaccepted - 1) }),
  });
  useReachBottom(() => void pages.more());
  return (
    <>
      <Counts tiles={tilesOf(kind, counts)} />
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={<EmptyState icon="circle-check" {...emptyOf(kind)} />}
      >
        {(tickets) => (
          <>
            {tickets.map((ticket) => (
              <QueueCard
                key={ticket.id}
                ticket={ticket}
                now={now}
                action={actionOf(ticket.state, kind)}
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
