import { Text, View } from '@tarojs/components';
import { showPhotos } from '../platform/show-photos.ts';
import { Press } from '../ui/press.tsx';
import { Shot } from '../ui/shot.tsx';
import styles from './before-after.module.scss';
import type { Side } from './pictures.ts';

type Props = { before: Side; after?: Side };

const urlsOf = (side: Side | undefined): string[] =>
  side !== undefined && 'photos' in side ? side.photos.map(({ url }) => url) : [];

const Half = ({ side, all }: { side: Side; all: string[] }) => {
  const { caption } = side;
  if (!('photos' in side))
    return (
      <View className={styles['none']}>
        <Text className={styles['words']}>{side.words}</Text>
      </View>
    );
  const [first] = side.photos;
  const count = side.photos.length;
  return (
    <Press
      label={`${caption}，${count} 张照片，点按看大图`}
      onPress={() => showPhotos(all, all.indexOf(first?.url ?? ''))}
    >
      <Shot url={first?.url} label={caption} caption={caption} size="fill" />
      {count > 1 && <Text className={styles['count']}>{count} 张</Text>}
    </Press>
  );
};

/** The same place twice, dated; a tap opens all pictures of both sides. */
export const BeforeAfter = ({ before, after }: Props) => {
  const all = [...urlsOf(before), ...urlsOf(after)];
  return (
    <View className={styles['pair']}>
      <View className={styles['half']}>
        <Half side={before} all={all} />
      </View>
      {after && (
        <View className={styles['half']}>
          <Half side={after} all={all} />
        </View>
      )}
    </View>
  );
};
