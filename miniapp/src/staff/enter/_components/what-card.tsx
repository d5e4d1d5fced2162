import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Text, View } from '@tarojs/components';
import { CategoryPills } from '../../../category/category-pills.tsx';
import { listNote } from '../../../duty/list-note.ts';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Card } from '../../../ui/card.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import type { Enter } from '../_hooks/use-enter.ts';
import styles from '../index.module.scss';

/** The matter in the resident's own words, its kind, and a photo if there is one. */
export const WhatCard = ({ enter: { entering, change, isLocked, lists, photos } }: { enter: Enter }) => {
  const { categoryCode: chosen, description } = entering;
  const note = chosen === undefined ? undefined : listNote(lists, chosen);
  return (
    <Card title="反映什么">
      <View className={styles['stack']}>
        <TextArea
          value={description}
          onChange={(value) => change({ description: value })}
          maxLength={ticketLimits.description}
          placeholder="照居民的话记，比如“3 栋门前的路灯三天没亮了”"
          label="居民说的话"
          isDisabled={isLocked}
        />
        <CategoryPills
          common={lists?.common}
          chosen={chosen}
          noteOf={(code) => listNote(lists, code)}
          isDisabled={isLocked}
          onChoose={(code) => change({ categoryCode: code })}
        />
        <Slot>{note !== undefined && <Text className={styles['note']}>{note}</Text>}</Slot>
        <PhotoGrid photos={photos} addText="有照片就拍一张（可不加）" isLocked={isLocked} />
      </View>
    </Card>
  );
};
