import { Text } from '@tarojs/components';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TicketList } from '../../ui/ticket-list.tsx';
import { useNearby } from './_hooks/use-nearby.ts';
import styles from './index.module.scss';

const NearbyPage = () => {
  const { pages, name } = useNearby();
  return (
    <Screen>
      <Text className={styles['lead']}>{`${name ?? '社区'}的事，人人看得见，不显示谁报的`}</Text>
      <TicketList
        pages={pages}
        empty={<EmptyState icon="clipboard-list" title="还没有人上报" text="您拍的第一张，会出现在这里。" />}
      />
    </Screen>
  );
};

export default NearbyPage;
