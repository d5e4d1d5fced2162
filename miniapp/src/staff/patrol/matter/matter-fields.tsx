import type { CommunityId } from '@suishoupai/shared/ids';
import { Text, View } from '@tarojs/components';
import { CategoryPills } from '../../../category/category-pills.tsx';
import { listNote } from '../../../duty/list-note.ts';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Button } from '../../../ui/button.tsx';
import { PlaceLine } from '../../../ui/place-line.tsx';
import { Slot } from '../../../ui/slot.tsx';
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
  const { categoryCode: chosen, place, label } = matter;
  return (
    <View className={styles['stack']}>
      <CategoryPills
        common={lists?.common}
        most={6}
        chosen={chosen}
        noteOf={(code) => listNote(lists, code)}
        isDisabled={isLocked}
        onChoose={(categoryCode) => onChange({ categoryCode })}
      />
      <Slot>{chosen !== undefined && <Text className={styles['note']}>{listNote(lists, chosen)}</Text>}</Slot>
      <PlaceLine
        label={label}
        onChange={(value) => onChange({ label: value })}
        grid={place?.grid?.name}
        isDisabled={isLocked}
      />
      <Button
        look="soft"
        icon="map-pin"
        text={place === undefined ? '在地图上选位置' : '换一个位置'}
        isDisabled={isLocked}
        onPress={() => void pick()}
      />
      <PhotoGrid photos={photos} addText="有照片就拍一张（可不加）" isLocked={isLocked} />
    </View>
  );
};
