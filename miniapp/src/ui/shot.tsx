import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria, unsaid } from './aria.ts';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import styles from './shot.module.scss';

type Props = {
  url: string | undefined;
  /** What the picture is, for readers. */
  label: string;
  /** Written on the picture: 「处理前 周一 19:42」. */
  caption?: string;
  /** `cover` is the square on a card, `fill` takes its parent's width at 4:3. */
  size?: 'cover' | 'fill' | 'square';
};

/** A photo, or a quiet square where there is none or it did not come. */
export const Shot = ({ url, label, caption, size = 'cover' }: Props) => {
  const [lost, setLost] = useState<string>();
  const isShown = url !== undefined && url !== lost;
  return (
    <View className={cx(styles['shot'], styles[size])} {...aria({ role: 'img', label: isShown ? label : '没有照片' })}>
      {isShown ? (
        <Image
          className={styles['image']}
          src={url}
          mode="aspectFill"
          lazyLoad
          onError={() => setLost(url)}
          {...unsaid}
        />
      ) : (
        <View className={styles['none']}>
          <Icon name="image" />
        </View>
      )}
      {caption !== undefined && <Text className={styles['caption']}>{caption}</Text>}
    </View>
  );
};
