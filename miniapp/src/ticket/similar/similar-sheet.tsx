import type { TicketId } from '@suishoupai/shared/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './similar.module.scss';
import { SimilarItem } from './similar-item.tsx';
import type { Similar } from './use-similar.ts';

/** One at a time, nearest first; joining is offered, reporting is never held up. Give it `similar.key` as its key. */
export const SimilarSheet = ({ similar: { items, isOpen, close, dismiss } }: { similar: Similar }) => {
  const [index, setIndex] = useState(0);
  const [joined, setJoined] = useState<ReadonlySet<TicketId>>(new Set());
  const shown = items[index];
  if (shown === undefined) return null;
  const { id } = shown.ticket;
  return (
    <Sheet isOpen={isOpen} title="是不是同一件？" onClose={close}>
      <View className={styles['body']}>
        <SimilarItem
          key={id}
          item={joined.has(id) ? { ...shown, hasJoined: true } : shown}
          onJoined={() => setJoined((before) => new Set([...before, id]))}
        />
        {items.length > 1 && (
          <Button
            look="plain"
            text={`看下一件（${index + 1}/${items.length}）`}
            onPress={() => setIndex((index + 1) % items.length)}
          />
        )}
        <Button look="plain" text="不是同一件，继续上报" onPress={dismiss} />
      </View>
    </Sheet>
  );
};
