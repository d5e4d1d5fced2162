import { Text, View } from '@tarojs/components';
import { showPhotos } from '../platform/show-photos.ts';
import { Press } from '../ui/press.tsx';
import { Shot } from '../ui/shot.tsx';
import styles from './before-after.module.scss';
import type { Side } from './pictures.ts';

type Props = { before?: Side; after?: Side };

const urlsOf = (side: Side): string[] => ('photos' in side ? side.photos.map(({ url }) => url) : []);

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

/** The same place twice, dated; a tap opens all pictures of both sides. Nothing where there is neither. */
export const BeforeAfter = ({ before, after }: Props) => {
  const sides = [before, after].filter((side) => side !== undefined);
  if (sides.length === 0) return null;
  const all = sides.flatMap(urlsOf);
  return (
    <View className={styles['pair']}>
      {sides.map((side) => (
        <View key={side === before ? 'before' : 'after'} className={styles['half']}>
          <Half side={side} all={all} />
        </View>
      ))}
    </View>
  );
};
