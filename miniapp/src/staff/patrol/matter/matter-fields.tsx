import type { CommunityId } from '@suishoupai/shared/ids';
import { categoryByCode, defaultCommon } from '@suishoupai/shared/taxonomy/categories';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CategorySheet } from '../../../category/category-sheet.tsx';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextLine } from '../../../ui/text-line.tsx';
import { listNote } from '../../list-note.ts';
import type { Matter } from './matter.ts';
import styles from './matter-fields.module.scss';
import { useMatter } from './use-matter.ts';

type Props = {
  communityId: CommunityId;
  matter: Matter;
  isLocked: boolean;
  onChange: (change: Partial<Matter>) => void;
};

/** Its kind, where it is, and a photo if there is one. */
export const MatterFields = ({ communityId, matter, isLocked, onChange }: Props) => {
  const { photos, pick, lists } = useMatter({ communityId, matter, onChange });
  const [isOpen, setOpen] = useState(false);
  const { categoryCode: chosen, place, label } = matter;
  const common = (lists?.common ?? defaultCommon).slice(0, 6);
  const codes = chosen === undefined || common.includes(chosen) ? common : [chosen, ...common];
  const choose = (categoryCode: string) => onChange({ categoryCode });
  return (
    <View className={styles['stack']}>
      <Pills label="问题类别">
        {codes.map((code) => (
          <Pill
            key={code}
            text={categoryByCode(code)?.name ?? code}
            isChosen={code === chosen}
            isDisabled={isLocked}
            onPress={() => choose(code)}
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
      <Slot>{chosen !== undefined && <Text className={styles['note']}>{listNote(lists, chosen)}</Text>}</Slot>
      <View className={styles['box']}>
        <Icon name="map-pin" />
        <TextLine
          value={label}
          onChange={(value) => onChange({ label: value })}
          maxLength={ticketLimits.placeLabel}
          placeholder="具体位置，比如 3 栋东门"
          label="具体位置"
          isDisabled={isLocked}
        />
        <Slot>{place?.grid !== undefined && <Chip tone="brand" text={place.grid.name} />}</Slot>
      </View>
      <Button
        look="soft"
        icon="map-pin"
        text={place === undefined ? '在地图上选位置' : '换一个位置'}
        isDisabled={isLocked}
        onPress={() => void pick()}
      />
      <PhotoGrid photos={photos} addText="有照片就拍一张（可不加）" isLocked={isLocked} />
      <CategorySheet
        isOpen={isOpen}
        chosen={chosen}
        noteOf={(code) => listNote(lists, code)}
        onClose={() => setOpen(false)}
        onChoose={(code) => {
          choose(code);
          setOpen(false);
        }}
      />
    </View>
  );
};
