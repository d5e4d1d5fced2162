import { householdLimits } from '@suishoupai/shared/households/limits';
import type { Representative } from '@suishoupai/shared/households/representatives';
import type { CommunityId } from '@suishoupai/shared/ids';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Points } from '../../ui/points.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../council.module.scss';
import { NothingNamed } from '../nothing-named.tsx';
import { WordsSheet } from '../words-sheet.tsx';
import { AddSheet } from './_components/add-sheet.tsx';
import { useRepresentatives } from './_hooks/use-representatives.ts';
import { changeWords, doorWords, termWords } from './standing.ts';

const rules = [
  '居民代表会议的表决，由这份名单上的人投，一人一票。',
  '表决开始时名单就固定了，以后的改动不影响那一次。',
  '每次改动都记下是谁改的；看名单也会记一笔。',
] as const;

const List = ({ communityId }: { communityId: CommunityId }) => {
  const { view, reload, deeds, add, remove } = useRepresentatives(communityId);
  const now = useNow();
  const [opened, setOpened] = useState<'add' | Representative>();
  const close = () => setOpened(undefined);
  const about = opened === undefined || opened === 'add' ? 'add' : `remove ${opened.id}`;
  const sending = {
    isRunning: deeds.running === about,
    isLocked: deeds.isLocked(about),
    refusal: deeds.refusalOf(about),
  };
  return (
    <Screen
      foot={
        view.state === 'ready' ? <Button icon="plus" text="登记一位代表" onPress={() => setOpened('add')} /> : undefined
      }
    >
      <Loaded view={view} onRetry={() => void reload()}>
        {({ items, changes }) => (
          <>
            {items.length === 0 ? (
              <EmptyState icon="users" title="还没有居民代表" text="登记以后，才能由居民代表表决。" />
            ) : (
              <Card isTight title={`${items.length} 位`} aside="点一位撤下">
                <Rows>
                  {items.map((one) => (
                    <ListRow
                      key={one.id}
                      role="button"
                      title={`${one.name} · ${doorWords(one.units)}`}
                      note={termWords(one, now)}
                      onPress={() => setOpened(one)}
                    />
                  ))}
                </Rows>
              </Card>
            )}
            <Slot>
              {changes.length > 0 && (
                <Card title="改动记录">
                  <View className={styles['stack']}>
                    {changes.map((change) => (
                      <Text key={change.id} className={styles['quiet']}>
                        {changeWords(change)}
                      </Text>
                    ))}
                  </View>
                </Card>
              )}
            </Slot>
          </>
        )}
      </Loaded>
      <Card tone="info">
        <Points lines={rules} />
      </Card>
      <Slot>
        {opened === 'add' && view.state === 'ready' && (
          <AddSheet
            communityId={communityId}
            buildings={view.data.buildings}
            now={now}
            {...sending}
            onAdd={(claimId, until) => void add(claimId, until).then((isDone) => isDone && close())}
            onClose={close}
          />
        )}
        {opened !== undefined && opened !== 'add' && (
          <WordsSheet
            key={opened.id}
            title={`撤下 ${opened.name}`}
            hint="正在进行的表决不受影响。"
            placeholder="为什么撤下，比如 搬走了、换届了"
            submit="撤下"
            min={2}
            max={householdLimits.reason}
            {...sending}
            onSubmit={(reason) => void remove(opened.id, reason).then((isDone) => isDone && close())}
            onClose={close}
          />
        )}
      </Slot>
    </Screen>
  );
};

const RepresentativesPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <List communityId={communityId} />;
};

export default RepresentativesPage;
