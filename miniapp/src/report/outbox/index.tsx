import { Text } from '@tarojs/components';
import { waitingWords } from '../../outbox/words.ts';
import { openTab, replace, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ResultHead } from '../../ui/result-head.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { ItemCard } from './_components/item-card.tsx';
import { type OutboxPage, useOutboxPage } from './_hooks/use-outbox-page.ts';
import styles from './index.module.scss';

/** Right after the form: that it is safe, and that nothing more is to be done. */
const Head = ({ page: { items, isOnline, just } }: { page: OutboxPage }) => {
  const words = waitingWords(items, isOnline);
  const isFresh = items.some(({ key, state }) => key === just && state !== 'refused');
  if (!isFresh) return <Text className={styles['line']}>{words}</Text>;
  return (
    <ResultHead title="已存在手机里">
      <Text>{words}</Text>
    </ResultHead>
  );
};

const Foot = ({ page: { items, just, sendNow } }: { page: OutboxPage }) => (
  <>
    {just !== undefined && <Button look="ghost" text="回首页" onPress={() => openTab(routes.home())} />}
    <Button
      text="现在发"
      icon="send"
      isLoading={items.some(({ state }) => state === 'sending')}
      onPress={() => void sendNow()}
    />
  </>
);

const OutboxPageView = () => {
  const page = useOutboxPage();
  const { items } = page;
  const hasUnsent = items.some(({ state }) => state !== 'refused');
  return (
    <Screen foot={hasUnsent ? <Foot page={page} /> : undefined}>
      {items.length === 0 ? (
        <EmptyState
          icon="circle-check"
          title="都发出去了"
          text="在「我的上报」里看办到哪一步"
          action={<Button look="ghost" text="我的上报" onPress={() => replace(routes.myTickets())} />}
        />
      ) : (
        <>
          <Slot>{hasUnsent && <Head page={page} />}</Slot>
          <Slot>
            {items.map((item) => (
              <ItemCard key={item.key} item={item} page={page} />
            ))}
          </Slot>
        </>
      )}
    </Screen>
  );
};

export default OutboxPageView;
