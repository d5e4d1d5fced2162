import { useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../api/client.ts';
import { useCommunityLists } from '../../load/use-community-lists.ts';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { GridLine } from '../patrol/_components/grid-line.tsx';
import { groundsOf } from '../patrol/grounds.ts';
import { VisitCard } from './_components/visit-card.tsx';
import { useVisits } from './_hooks/use-visits.ts';

const VisitsPage = () => {
  const { communityId = '', gridId: asked } = useRouter().params;
  const now = useNow();
  const lists = useCommunityLists(communityId);
  const known = lists.view.state === 'ready' ? lists.view.data.community.grids : [];
  const { grids } = groundsOf(useMe()?.grants ?? [], communityId, known);
  const [chosen, setChosen] = useState<string | undefined>(asked);
  const gridId = chosen ?? grids[0]?.id;
  const pages = useVisits({ communityId, gridId });
  useReachBottom(() => void pages.more());
  return (
    <Screen
      foot={
        gridId === undefined ? undefined : (
          <Button icon="pencil" text="记一次走访" onPress={() => open(routes.recordVisit(communityId, gridId))} />
        )
      }
    >
      <Slot>
        <GridLine grids={grids} chosen={gridId} onChoose={setChosen} />
      </Slot>
      <Loaded
        view={gridId === undefined && lists.view.state !== 'ready' ? lists.view : pages.view}
        onRetry={() => void (gridId === undefined ? lists.reload() : pages.reload())}
        empty={
          <EmptyState
            icon="users"
            title="还没有走访记录"
            text="到居民家里听到的每一件事，当场答复或转成工单，都记在这里。"
          />
        }
      >
        {() => (
          <>
            {pages.view.state === 'ready' &&
              pages.view.data.map((visit) => <VisitCard key={visit.id} visit={visit} now={now} />)}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default VisitsPage;
