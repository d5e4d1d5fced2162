import { Image, Text, View } from '@tarojs/components';
import { showPhotos } from '../platform/show-photos.ts';
import { aria, unsaid } from '../ui/aria.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/names.generated.ts';
import { Press } from '../ui/press.tsx';
import { Slot } from '../ui/slot.tsx';
import type { DraftPhoto } from './draft-photo.ts';
import styles from './photo-cell.module.scss';
import { usePhotoUrl } from './use-photo-url.ts';

type Look = { text: string; icon: IconName; isSpinning?: boolean };

const looks: Record<DraftPhoto['state'], Look> = {
  waiting: { text: '等待上传', icon: 'hourglass' },
  uploading: { text: '上传中', icon: 'loader-circle', isSpinning: true },
  processing: { text: '处理中', icon: 'loader-circle', isSpinning: true },
  ready: { text: '好了', icon: 'check' },
  refused: { text: '无法使用', icon: 'circle-x' },
  failed: { text: '重试', icon: 'rotate-cw' },
};

type Props = {
  photo: DraftPhoto;
  number: number;
  isLocked: boolean;
  onRetry: () => void;
  onRemove: () => void;
};

export const PhotoCell = ({ photo, number, isLocked, onRetry, onRemove }: Props) => {
  const { state, reason } = photo;
  const { text, icon, isSpinning = false } = looks[state];
  const url = usePhotoUrl(photo) ?? '';
  const isFailed = state === 'failed';
  return (
    <View className={styles['cell']} {...aria({ role: 'listitem' })}>
      <Press
        className={styles['square']}
        label={[`第 ${number} 张照片`, text, reason].filter(Boolean).join('，')}
        onPress={() => (isFailed ? onRetry() : showPhotos([url]))}
      >
        <Image className={styles['image']} src={url} mode="aspectFill" {...unsaid} />
        <View className={cx(styles['veil'], styles[state])}>
          <Icon name={icon} size={state === 'ready' ? 'mark' : 'text'} isSpinning={isSpinning} />
          <Text className={styles['state']}>{text}</Text>
        </View>
      </Press>
      <Slot>
        {!isLocked && (
          <Press className={styles['remove']} label={`删除第 ${number} 张照片`} onPress={onRemove}>
            <View className={styles['dot']}>
              <Icon name="x" size="mark" />
            </View>
          </Press>
        )}
      </Slot>
    </View>
  );
};
