import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Text, View } from '@tarojs/components';
import type { DraftPhoto } from '../../../photos/draft-photo.ts';
import { PhotoCell } from '../../../photos/photo-cell.tsx';
import { aria } from '../../../ui/aria.ts';
import { Card } from '../../../ui/card.tsx';
import { cx } from '../../../ui/cx.ts';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import { Slot } from '../../../ui/slot.tsx';
import type { Report } from '../_hooks/use-report.ts';
import styles from './photos-card.module.scss';

/** 「第 1、3 张：没有传上去…」: each reason once. */
const reasonsOf = (photos: readonly DraftPhoto[]): string[] => {
  const numbers = new Map<string, number[]>();
  photos.forEach(({ reason }, index) => {
    if (reason !== undefined) numbers.set(reason, [...(numbers.get(reason) ?? []), index + 1]);
  });
  return [...numbers].map(([reason, which]) => `第 ${which.join('、')} 张：${reason}`);
};

export const PhotosCard = ({ report }: { report: Report }) => {
  const { draft, problems, isLocked, isSignInNeeded, addPhotos, removePhoto, retryPhoto } = report;
  const { photos } = draft;
  const reasons = reasonsOf(photos);
  return (
    <Card>
      <Field error={reasons.length === 0 ? problems.photos : undefined}>
        <View className={styles['grid']} {...aria({ role: 'list', label: `照片，${photos.length} 张` })}>
          <Slot>
            {photos.map((photo, index) => (
              <PhotoCell
                key={photo.id}
                photo={photo}
                number={index + 1}
                isLocked={isLocked}
                onRetry={() => retryPhoto(photo.id)}
                onRemove={() => removePhoto(photo.id)}
              />
            ))}
          </Slot>
          <Slot>
            {photos.length < ticketLimits.photos && !isLocked && (
              <View className={cx(styles['cell'], photos.length === 0 && styles['first'])}>
                <Press
                  className={styles['add']}
                  label={photos.length === 0 ? '拍照或选照片' : '再加一张照片'}
                  onPress={() => void addPhotos()}
                >
                  <View className={styles['prompt']}>
                    <Icon name={photos.length === 0 ? 'camera' : 'plus'} size="large" />
                    {photos.length === 0 && <Text className={styles['word']}>拍照，或选照片</Text>}
                  </View>
                </Press>
              </View>
            )}
          </Slot>
        </View>
        {reasons.map((reason) => (
          <Field key={reason} error={reason} />
        ))}
        <Text className={styles['note']}>
          {isSignInNeeded ? '登录后开始上传，照片和内容都留着' : '最多 9 张 · 自动去除照片里的拍摄位置信息'}
        </Text>
      </Field>
    </Card>
  );
};
