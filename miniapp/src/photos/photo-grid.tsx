import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import { Slot } from '../ui/slot.tsx';
import { PhotoCell } from './photo-cell.tsx';
import styles from './photo-grid.module.scss';
import type { Photos } from './use-photos.ts';

type Props = { photos: Photos; addText: string; isLocked: boolean };

/** Picked photos with what is happening to each, and the cell that adds more. */
export const PhotoGrid = ({ photos: { photos, max, add, remove, retry }, addText, isLocked }: Props) => {
  const reason = photos.find((photo) => photo.reason !== undefined)?.reason;
  return (
    <Field error={reason}>
      <View className={styles['grid']} {...aria({ role: 'list', label: `照片，${photos.length} 张` })}>
        <Slot>
          {photos.map((photo, index) => (
            <PhotoCell
              key={photo.id}
              photo={photo}
              number={index + 1}
              isLocked={isLocked}
              onRetry={() => retry(photo.id)}
              onRemove={() => remove(photo.id)}
            />
          ))}
        </Slot>
        <Slot>
          {photos.length < max && !isLocked && (
            <View className={styles['cell']}>
              <Press className={styles['add']} label={addText} onPress={() => void add()}>
                <View className={styles['prompt']}>
                  <Icon name="camera" />
                  <Text className={styles['word']}>{addText}</Text>
                </View>
              </Press>
            </View>
          )}
        </Slot>
      </View>
    </Field>
  );
};
