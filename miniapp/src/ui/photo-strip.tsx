import type { Photo } from '@suishoupai/shared/media/contract';
import { View } from '@tarojs/components';
import { showPhotos } from '../platform/show-photos.ts';
import styles from './photo-strip.module.scss';
import { Press } from './press.tsx';
import { Shot } from './shot.tsx';

type Props = { photos: readonly Photo[]; label: string };

/** Thumbnails three in a row; a tap opens them full, all together. */
export const PhotoStrip = ({ photos, label }: Props) => (
  <View className={styles['strip']}>
    {photos.map(({ id, thumbUrl }, index) => (
      <View key={id} className={styles['cell']}>
        <Press
          label={`${label}，第 ${index + 1} 张，共 ${photos.length} 张，点按看大图`}
          onPress={() =>
            showPhotos(
              photos.map((photo) => photo.url),
              index,
            )
          }
        >
          <Shot url={thumbUrl} label={label} size="square" />
        </Press>
      </View>
    ))}
  </View>
);
