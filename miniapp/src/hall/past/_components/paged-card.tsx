import { useReachBottom } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Pages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { Card } from '../../../ui/card.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Rows } from '../../../ui/rows.tsx';

type Row = { icon: IconName; title: string; note: string; onPress: () => void };
type Props<T> = { pages: Pages<T>; empty: ReactNode; rowOf: (item: T) => Row };

/** A list by pages, a row each. */
export const PagedCard = <T extends { id: string }>({ pages, empty, rowOf }: Props<T>) => {
  useReachBottom(() => void pages.more());
  useRefresh(pages.reload);
  return (
    <Loaded view={pages.view} onRetry={() => void pages.reload()} empty={empty}>
      {(items) => (
        <>
          <Card isTight>
            <Rows>
              {items.map((item) => (
                <ListRow key={item.id} {...rowOf(item)} />
              ))}
            </Rows>
          </Card>
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        </>
      )}
    </Loaded>
  );
};
