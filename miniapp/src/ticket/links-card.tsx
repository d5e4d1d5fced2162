import { communityOf } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { open, routes } from '../routes.ts';
import { Card } from '../ui/card.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Rows } from '../ui/rows.tsx';
import { mayBecomeTopic } from './topic-worthy.ts';

/** What this ticket hangs together with: the one it was merged into, what was closed here before, the topic that residents discuss. */
export const LinksCard = ({ ticket }: { ticket: TicketView }) => {
  const { mergedInto, repeatOf, repeats, joins, topicId, channel } = ticket;
  const isProposable = mayBecomeTopic(ticket);
  if (mergedInto === undefined && repeatOf === undefined && topicId === undefined && !isProposable) return null;
  return (
    <Card isTight>
      <Rows>
        {mergedInto && (
          <ListRow
            icon="arrow-right-left"
            title="看并入的那件事"
            note={`编号 ${mergedInto.number}，有进展同样告诉您`}
            onPress={() => open(routes.ticket(mergedInto.id))}
          />
        )}
        {repeatOf && (
          <ListRow
            icon="rotate-cw"
            title={`同样的事办结后又出现 ${Math.max(1, repeats)} 次`}
            note={`上一次编号 ${repeatOf.number}，看怎么办的`}
            onPress={() => open(routes.ticket(repeatOf.id))}
          />
        )}
        {topicId && (
          <ListRow
            icon="message-circle"
            title={channel === 'resolution' ? '看定下这件事的议题' : '由它发起的议题'}
            note="邻居一起商量、一起定"
            onPress={() => open(routes.topic(topicId))}
          />
        )}
        {isProposable && (
          <ListRow
            icon="message-circle"
            title="发起议题"
            note={repeats > 0 ? '反复出现，请大家一起商量个根治的办法' : `${joins} 人同感，请大家一起商量`}
            onPress={() => open(routes.propose(communityOf(ticket.id), ticket.id))}
          />
        )}
      </Rows>
    </Card>
  );
};
