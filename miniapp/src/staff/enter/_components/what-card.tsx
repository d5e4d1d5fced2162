import { categoryByCode, defaultCommon } from '@suishoupai/shared/taxonomy/categories';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CategorySheet } from '../../../category/category-sheet.tsx';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Card } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { listNote } from '../../list-note.ts';
import type { Enter } from '../_hooks/use-enter.ts';
import styles from '../index.module.scss';

/** The matter in the resident's own words, its kind, and a photo if there is one. */
export const WhatCard = ({ enter: { entering, change, isLocked, lists, photos } }: { enter: Enter }) => {
  const { categoryCode: chosen, description } = entering;
  const [isOpen, setOpen] = useState(false);
  const common = lists?.common ?? defaultCommon;
  const codes = chosen === undefined || common.includes(chosen) ? common : [chosen, ...common];
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
        <Pills label="问题类别">
          {codes.map((code) => (
            <Pill
              key={code}
              text={categoryByCode(code)?.name ?? code}
              isChosen={code === chosen}
              isDisabled={isLocked}
              onPress={() => change({ categoryCode: code })}
            />
          ))}
          <Pill
            text="更多"
            icon="search"
            label="更多类别，可以搜索"
            isDisabled={isLocked}
            onPress={() => setOpen(true)}
          />
        </Pills>
        <Slot>{note !== undefined && <Text className={styles['note']}>{note}</Text>}</Slot>
        <PhotoGrid photos={photos} addText="有照片就拍一张（可不加）" isLocked={isLocked} />
      </View>
      <CategorySheet
        isOpen={isOpen}
        chosen={chosen}
        noteOf={(code) => listNote(lists, code)}
        onClose={() => setOpen(false)}
        onChoose={(code) => {
          change({ categoryCode: code });
          setOpen(false);
        }}
      />
    </Card>
  );
};
