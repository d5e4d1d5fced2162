import { stepLabel } from '@suishoupai/shared/tickets/labels';
import { shortTime } from '@suishoupai/shared/time/china';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../api/client.ts';
import { useCommunityLists } from '../../load/use-community-lists.ts';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { useActivity } from './_hooks/use-activity.ts';
import { seatsOf } from './seats.ts';

const ActivityList = ({ communityId, desk }: { communityId: string; desk: string }) => {
  const now = useNow();
  const pages = useActivity(communityId, desk);
  useReachBottom(() => void pages.more());
  return (
    <Loaded
      view={pages.view}
      onRetry={() => void pages.reload()}
      empty={
        <EmptyState
          icon="clipboard-list"
          title="还没有经办记录"
          text="接单、派遣、回复、核查，谁做的、什么时候，都记在这里。"
        />
      }
    >
      {(lines) => (
        <>
          <Card isTight>
            <Rows>
              {lines.map(({ id, at, by, step, title, number, ticketId }) => (
                <ListRow
                  key={id}
                  title={`${by} ${stepLabel[step]}`}
                  note={`${shortTime(at, now)} · ${number} · ${title}`}
                  onPress={() => open(routes.handle(ticketId))}
                />
              ))}
            </Rows>
          </Card>
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        </>
      )}
    </Loaded>
  );
};

const ActivityPage = () => {
  const { communityId = '', desk: asked = '' } = useRouter().params;
  const lists = useCommunityLists(communityId);
  const grants = useMe()?.grants ?? [];
  const seats = lists.view.state === 'ready' ? seatsOf(grants, lists.view.data.community) : [];
  const [chosen, setChosen] = useState(asked);
  // A list that is nobody's own, such as 「全部在办」, leads to the first desk there is.
  const isDesk = seats.length === 0 || seats.some(({ desk }) => desk === chosen);
  const desk = isDesk ? chosen : (seats[0]?.desk ?? chosen);
  return (
    <Screen>
      <Slot>
        {seats.length > 1 && (
          <PillLine label="哪个岗位">
            {seats.map((seat) => (
              <Pill
                key={seat.desk}
                text={seat.name}
                isChosen={seat.desk === desk}
                onPress={() => setChosen(seat.desk)}
              />
            ))}
          </PillLine>
        )}
      </Slot>
      <Loaded view={lists.view} onRetry={() => void lists.reload()}>
        {() => <ActivityList key={desk} communityId={communityId} desk={desk} />}
      </Loaded>
    </Screen>
  );
};

export default ActivityPage;
