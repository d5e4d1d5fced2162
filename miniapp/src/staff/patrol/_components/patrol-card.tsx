import type { Patrol } from '@suishoupai/shared/fieldwork/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Slot } from '../../../ui/slot.tsx';
import type { Checks } from '../_hooks/use-checks.ts';
import { today } from '../days.ts';
import { pendingAt } from '../pending.ts';
import { ItemRow } from './item-row.tsx';
import styles from './patrol-card.module.scss';

type Props = {
  patrol: Patrol;
  now: string;
  checks: Checks;
  onMended: (item: Patrol['items'][number]) => void;
  onTicket: (item: Patrol['items'][number]) => void;
};

const leftWords = ({ day, progress: { left, isOver, total } }: Patrol, now: string): string | undefined => {
  if (isOver) return left === 0 ? undefined : `当天有 ${left} 条没有查`;
  return day > today(now) ? `共 ${total} 条，到那天再查` : undefined;
};

/** One list, with how far it is. */
export const PatrolCard = ({ patrol, now, checks, onMended, onTicket }: Props) => {
  const { id, grid, day, madeBy, items, progress } = patrol;
  const { pending, isSending, check, goOn } = checks;
  const left = leftWords(patrol, now);
  return (
    <Card title={grid.name} aside={`查了 ${progress.done} / ${progress.total}`}>
      <View className={styles['track']}>
        <View className={styles['done']} style={{ width: `${Math.round((progress.done / progress.total) * 100)}%` }} />
      </View>
      <Text className={styles['by']}>{madeBy} 排的</Text>
      <Slot>
        {left !== undefined && <Text className={progress.isOver ? styles['left'] : styles['by']}>{left}</Text>}
      </Slot>
      <Rows>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            now={now}
            isOpen={day <= today(now)}
            isSending={isSending}
            isWaiting={pendingAt(pending, id, item.id) !== undefined}
            onFine={() => void check(id, item.id, { outcome: 'fine' })}
            onMended={() => onMended(item)}
            onTicket={() => onTicket(item)}
            onAgain={() => void goOn()}
          />
        ))}
      </Rows>
    </Card>
  );
};
