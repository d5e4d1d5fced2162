import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import { Slot } from '../ui/slot.tsx';
import { PhotoCell } from './photo-cell.tsx';
import styles from './photo-grid.module.scss';
import { reasonsOf } from './photo-reasons.ts';
import type { Photos } from './use-photos.ts';

type Props = {
  photos: Photos;
  /** On the wide cell while there is no photo yet. */
  addText: string;
  isLocked: boolean;
  /** What is wrong with the photos as a whole; said while none of them has a reason of its own. */
  error?: string | undefined;
};

/** Picked photos with what is happening to each, and the cell that adds more. */
export const PhotoGrid = ({ photos: { photos, max, add, remove, retry }, addText, isLocked, error }: Props) => {
  const reasons = reasonsOf(photos);
  const isFirst = photos.length === 0;
  return (
    <Field error={reasons.length === 0 ? error : undefined}>
      <View className={styles['grid']} {...(isFirst ? {} : aria({ role: 'list', label: `照片，${photos.length} 张` }))}>
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
            <View
              className={cx(styles['cell'], isFirst && styles['first'])}
              {...(isFirst ? {} : aria({ role: 'listitem' }))}
            >
              <Press className={styles['add']} label={isFirst ? addText : '再加一张照片'} onPress={() => void add()}>
                <View className={styles['prompt']}>
                  <Icon name={isFirst ? 'camera' : 'plus'} size="large" />
                  {isFirst && <Text className={styles['word']}>{addText}</Text>}
                </View>
              </Press>
            </View>
          )}
        </Slot>
      </View>
      {reasons.map((reason) => (
        <Field key={reason} error={reason} />
      ))}
    </Field>
  );
};
