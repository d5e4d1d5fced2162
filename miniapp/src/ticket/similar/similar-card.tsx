import type { TicketId } from '@suishoupai/shared/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './similar-card.module.scss';
import { SimilarItem } from './similar-item.tsx';
import type { Similar } from './use-similar.ts';

/** 「可能已有人上报」: one at a time, nearest first; joining is offered, reporting is never held up. Give it `similar.key` as its key. */
export const SimilarCard = ({ similar: { items, dismiss } }: { similar: Similar }) => {
  const [index, setIndex] = useState(0);
  const [joined, setJoined] = useState<ReadonlySet<TicketId>>(new Set());
  const shown = items[index];
  if (shown === undefined) return null;
  const { id } = shown.ticket;
  const hasMore = items.length > 1;
  return (
    <Card
      tone="info"
      title="附近可能已有人上报"
      aside={hasMore ? `${index + 1}/${items.length} 下一件` : undefined}
      onAside={hasMore ? () => setIndex((index + 1) % items.length) : undefined}
    >
      <View className={styles['body']}>
        <SimilarItem
          key={id}
          item={joined.has(id) ? { ...shown, hasJoined: true } : shown}
          onJoined={() => setJoined((before) => new Set([...before, id]))}
        />
        <Button look="plain" text="不是同一件，继续上报" onPress={dismiss} />
      </View>
    </Card>
  );
};
