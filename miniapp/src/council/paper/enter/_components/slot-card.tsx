import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { LineBox } from '../../../../ui/line-box.tsx';
import { ListRow } from '../../../../ui/list-row.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Pill } from '../../../../ui/pill.tsx';
import { Pills } from '../../../../ui/pills.tsx';
import { Rows } from '../../../../ui/rows.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { Slot as Place } from '../../../../ui/slot.tsx';
import styles from '../../../council.module.scss';
import type { Slot, useSlots } from '../_hooks/use-entry.ts';
import { byDoor } from '../entry.ts';

type Props = {
  buildings: readonly string[];
  building: string | undefined;
  slots: ReturnType<typeof useSlots>;
  chosen: Slot | undefined;
  isDisabled: boolean;
  onBuilding: (building: string) => void;
  onChoose: (slot: Slot | undefined) => void;
};

const standingWords: Record<Slot['standing'], string> = {
  none: '还没投',
  online: '已在手机上投过',
  paper: '已交过纸质票',
  waiting: '有一张在等复核',
};

const most = 30;

const nameOf = ({ units, name }: Slot): string => [units.join('、'), ...(name === undefined ? [] : [name])].join(' · ');

const List = ({ items, onChoose }: { items: readonly Slot[]; onChoose: (slot: Slot) => void }) => {
  const [query, setQuery] = useState('');
  const found = items.filter((slot) => nameOf(slot).includes(query.trim()));
  return (
    <View className={styles['stack']}>
      <LineBox
        icon="search"
        value={query}
        onChange={setQuery}
        maxLength={12}
        placeholder="输房号找，比如 501"
        done="search"
      />
      {found.length === 0 && <EmptyState icon="search" title="没有找到这一户" />}
      <Rows>
        {found.slice(0, most).map((slot) => (
          <ListRow
            key={slot.slot}
            role="button"
            title={nameOf(slot)}
            note={standingWords[slot.standing]}
            onPress={() => onChoose(slot)}
          />
        ))}
      </Rows>
      {found.length > most && (
        <Text className={styles['quiet']}>{`还有 ${found.length - most} 户，输房号就找得到`}</Text>
      )}
    </View>
  );
};

/** Whose sheet it is: building, then household. */
export const SlotCard = ({ buildings, building, slots, chosen, isDisabled, onBuilding, onChoose }: Props) => (
  <Card title="哪一户的票">
    <View className={styles['stack']}>
      <Pills label="哪一栋">
        {buildings.map((name) => (
          <Pill
            key={name}
            text={/^\w+$/.test(name) ? `${name} 栋` : name}
            isChosen={name === building}
            isDisabled={isDisabled}
            onPress={() => onBuilding(name)}
          />
        ))}
      </Pills>
      <Place>
        {chosen !== undefined && (
          <Rows>
            <ListRow
              role="button"
              icon="house"
              title={nameOf(chosen)}
              note={standingWords[chosen.standing]}
              end="换一户"
              onPress={() => !isDisabled && onChoose(undefined)}
            />
          </Rows>
        )}
        {chosen === undefined && building !== undefined && (
          <Loaded view={slots.view} onRetry={() => void slots.reload()} skeleton={<Skeleton cards={1} />}>
            {({ items }) => <List items={byDoor(items)} onChoose={onChoose} />}
          </Loaded>
        )}
      </Place>
    </View>
  </Card>
);
