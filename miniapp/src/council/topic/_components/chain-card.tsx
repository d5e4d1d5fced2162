import { stateLabel } from '@suishoupai/shared/tickets/labels';
import type { TicketState } from '@suishoupai/shared/tickets/states';
import { shortTime } from '@suishoupai/shared/time/china';
import type { Topic } from '@suishoupai/shared/topics/contract';
import type { VoteState } from '@suishoupai/shared/votes/contract';
import { voteStateLabels } from '@suishoupai/shared/votes/labels';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

const ticketWords = (state: string): string =>
  state === 'requested' ? '正在生成' : (stateLabel[state as TicketState] ?? state);

/** Everything that hangs on a topic: announcements, meetings, votes and tickets. */
export const ChainCard = ({ topic, now }: { topic: Topic; now: string }) => {
  const { meetings, votes, tickets } = topic;
  if (meetings.length + votes.length + tickets.length === 0) return null;
  return (
    <Card isTight title="会议、表决和工单">
      <Rows>
        {meetings.map(({ id, title, startsAt, isSigned }) => (
          <ListRow
            key={id}
            icon="users"
            title={title}
            note={`${shortTime(startsAt, now)} · ${isSigned ? '纪要已双签' : '还没有双签纪要'}`}
            onPress={() => open(routes.room(id))}
          />
        ))}
        {votes.map(({ id, title, state }) => (
          <ListRow
            key={id}
            icon="list-checks"
            title={title}
            note={voteStateLabels[state as VoteState] ?? state}
            onPress={() => open(routes.runVote(id))}
          />
        ))}
        {tickets.map(({ ticketId, link, title = '工单', state, department }) => (
          <ListRow
            key={ticketId}
            icon="wrench"
            title={title}
            note={[link === 'from' ? '起因' : '决定办的', ticketWords(state), department].filter(Boolean).join(' · ')}
            onPress={() => open(routes.handle(ticketId))}
          />
        ))}
      </Rows>
    </Card>
  );
};
