import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { type Desk, kindOf } from '../../../desks.ts';
import { useCommunityLists } from '../../../load/use-community-lists.ts';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useBatch } from '../_hooks/use-batch.ts';
import { useFilter } from '../_hooks/use-filter.ts';
import { useQueue } from '../_hooks/use-queue.ts';
import { tilesOf } from '../desk-look.ts';
import { chipsOf } from '../filter.ts';
import { BatchSheet } from './batch-sheet.tsx';
import { Counts } from './counts.tsx';
import { DeskSwitch } from './desk-switch.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { QueueFoot } from './queue-foot.tsx';
import { QueueList } from './queue-list.tsx';

type Props = { desks: readonly Desk[]; desk: Desk; onDesk: (desk: Desk) => void };

/** One desk: how much waits, what of it is looked at, and what can be done to several at once. */
export const QueueScreen = ({ desks, desk, onDesk }: Props) => {
  const { filter, choose } = useFilter(desk);
  const { pages, counts, setCounts } = useQueue(desk, filter);
  const [opened, setOpened] = useState<'filter' | 'batch' | 'more'>();
  const { view } = useCommunityLists(desk.communityId);
  const lists = view.state === 'ready' ? view.data : undefined;
  const batch = useBatch({
    cards: pages.view.state === 'ready' ? pages.view.data : [],
    onDone: (ids) => {
      pages.show((items) => items.filter(({ id }) => !ids.includes(id)));
      setCounts((before) => before && { ...before, all: Math.max(0, before.all - ids.length) });
    },
    onChanged: (card) => pages.show((items) => items.map((item) => (item.id === card.id ? card : item))),
  });
  useReachBottom(() => void pages.more());

  const nameIn = (items: readonly { id: string; name: string }[] | undefined) => (id: string) =>
    items?.find((each) => each.id === id)?.name;
  const chips = chipsOf(filter, {
    category: (code) => categoryByCode(code)?.name,
    // Until the lists are there nothing is called gone.
    grid: lists === undefined ? () => '网格' : nameIn(lists.community.grids),
    department: lists === undefined ? () => '部门' : nameIn(lists.community.departments),
  });
  const close = () => setOpened(undefined);

  return (
    <Screen
      foot={
        <QueueFoot
          desk={desk}
          hasDesks={desks.length > 1}
          filters={chips.length}
          batch={batch}
          onFilter={() => setOpened('filter')}
          onBatch={() => setOpened('batch')}
          onMore={() => setOpened('more')}
        />
      }
    >
      <Slot>{!batch.isOn && <DeskSwitch desks={desks} chosen={desk} onChoose={onDesk} />}</Slot>
      <Counts tiles={tilesOf(kindOf(desk), counts)} />
      <Slot>
        <FilterChips chips={chips} onRemove={(key) => choose({ ...filter, [key]: undefined })} />
      </Slot>
      <QueueList desk={desk} pages={pages} setCounts={setCounts} isFiltered={chips.length > 0} batch={batch} />
      <FilterSheet
        isOpen={opened === 'filter'}
        desks={desks}
        desk={desk}
        filter={filter}
        lists={lists}
        onDesk={onDesk}
        onFilter={choose}
        onClose={close}
      />
      <MoreSheet isOpen={opened === 'more'} desks={desks} desk={desk} onClose={close} />
      <BatchSheet
        isOpen={opened === 'batch' && batch.picked.length > 0}
        communityId={desk.communityId}
        picked={batch.picked}
        isRunning={batch.isRunning}
        onDispatch={(departmentId) => void batch.dispatch(departmentId).then((isAnswered) => isAnswered && close())}
        onClose={close}
      />
    </Screen>
  );
};
