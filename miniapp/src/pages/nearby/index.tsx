import { outcomeLabel } from '@suishoupai/shared/tickets/labels';
import { Text } from '@tarojs/components';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TicketList } from '../../ui/ticket-list.tsx';
import { type Shown, shownOutcomes, useNearby } from './_hooks/use-nearby.ts';
import styles from './index.module.scss';

const nameOf = (shown: Shown): string => (shown === 'all' ? '全部' : outcomeLabel[shown]);

const emptyFor = (shown: Shown) =>
  shown === 'all' ? (
    <EmptyState icon="clipboard-list" title="还没有人上报" text="您拍的第一张，会出现在这里。" />
  ) : (
    <EmptyState icon="clipboard-list" title={`没有${nameOf(shown)}的事`} />
  );

const NearbyPage = () => {
  const { pages, name, shown, choose } = useNearby();
  return (
    <Screen>
      <Text className={styles['lead']}>{`${name ?? '社区'}的事，人人看得见，不显示谁报的`}</Text>
      <PillLine label="看哪些">
        {shownOutcomes.map((each) => (
          <Pill key={each} text={nameOf(each)} isChosen={each === shown} onPress={() => choose(each)} />
        ))}
      </PillLine>
      <TicketList pages={pages} empty={emptyFor(shown)} />
    </Screen>
  );
};

export default NearbyPage;
