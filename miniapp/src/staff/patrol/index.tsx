import type { Patrol } from '@suishoupai/shared/fieldwork/contract';
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
import { DayLine } from './_components/day-line.tsx';
import { GridLine } from './_components/grid-line.tsx';
import { MendedSheet } from './_components/mended-sheet.tsx';
import { PatrolCard } from './_components/patrol-card.tsx';
import { useChecks } from './_hooks/use-checks.ts';
import { usePatrols } from './_hooks/use-patrols.ts';
import { dayWords, today } from './days.ts';
import { giveItem } from './found/given.ts';
import { groundsOf } from './grounds.ts';

type Picked = { patrol: Patrol; item: Patrol['items'][number] };

const PatrolPage = () => {
  const { communityId = '', gridId: asked, day: askedDay } = useRouter().params;
  const now = useNow();
  const grants = useMe()?.grants ?? [];
  const lists = useCommunityLists(communityId);
  const known = lists.view.state === 'ready' ? lists.view.data.community.grids : [];
  const { grids, seesAll } = groundsOf(grants, communityId, known);
  const [chosen, setChosen] = useState<string | undefined>(asked);
  const [day, setDay] = useState(askedDay ?? today(now));
  const [mending, setMending] = useState<Picked>();

  const own = grants.find((grant) => grant.role === 'gridWorker' && grant.communityId === communityId);
  const gridId = chosen ?? (seesAll || own?.role !== 'gridWorker' ? undefined : own.gridId);
  const { pages, replace } = usePatrols({ communityId, gridId, day });
  const checks = useChecks({ onChecked: replace, onStale: () => void pages.reload() });
  useReachBottom(() => void pages.more());

  const toMake = () => open(routes.makePatrol(communityId, { gridId, day }));
  const submit = async (found: Parameters<typeof checks.check>[2]) => {
    if (mending === undefined) return;
    const end = await checks.check(mending.patrol.id, mending.item.id, found);
    if (end === 'done' || end === 'lost') setMending(undefined);
  };

  return (
    <Screen
      foot={
        day < today(now) ? undefined : <Button look={seesAll ? 'filled' : 'ghost'} text="排一份清单" onPress={toMake} />
      }
    >
      <DayLine day={day} now={now} onChoose={setDay} />
      <Slot>
        <GridLine grids={grids} chosen={gridId} hasAll={seesAll} onChoose={setChosen} />
      </Slot>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={
          <EmptyState
            icon="clipboard-list"
            title={`${dayWords(day, now)}没有巡查清单`}
            text="社区排的清单会出现在这里，一条一条查，查完就有记录。"
          />
        }
      >
        {(patrols) => (
          <>
            {patrols.map((patrol) => (
              <PatrolCard
                key={patrol.id}
                patrol={patrol}
                now={now}
                checks={checks}
                onMended={(item) => setMending({ patrol, item })}
                onTicket={({ id: item, text, place = '' }) => {
                  giveItem({ patrolId: patrol.id, item, text, place });
                  open(routes.found(communityId, patrol.id, item));
                }}
              />
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
      <Slot>
        {mending !== undefined && (
          <MendedSheet
            key={`${mending.patrol.id} ${mending.item.id}`}
            text={mending.item.text}
            isRunning={checks.isSending}
            onSubmit={(found) => void submit(found)}
            onClose={() => setMending(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

export default PatrolPage;
