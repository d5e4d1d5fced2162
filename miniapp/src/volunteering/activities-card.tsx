import type { ActivityCard } from '@suishoupai/shared/volunteering/contract';
import { useReachBottom } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Pages } from '../load/use-pages.ts';
import { useRefresh } from '../load/use-refresh.ts';
import { Card } from '../ui/card.tsx';
import { ListTail } from '../ui/list-tail.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Rows } from '../ui/rows.tsx';
import { ActivityRow } from './activity-row.tsx';

type Props = { pages: Pages<ActivityCard>; empty: ReactNode; onOpen: (activity: ActivityCard) => void };

/** Activities by pages. */
export const ActivitiesCard = ({ pages, empty, onOpen }: Props) => {
  useReachBottom(() => void pages.more());
  useRefresh(pages.reload);
  return (
    <Loaded view={pages.view} onRetry={() => void pages.reload()} empty={empty}>
      {(items) => (
        <>
          <Card isTight>
            <Rows>
              {items.map((activity) => (
                <ActivityRow key={activity.id} activity={activity} onPress={() => onOpen(activity)} />
              ))}
            </Rows>
          </Card>
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        </>
      )}
    </Loaded>
  );
};
