import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria, unsaid } from './aria.ts';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';
import styles from './shot.module.scss';

type Props = {
  url: string | undefined;
  /** What the picture is, for readers. */
  label: string;
  /** Written on the picture: 「处理前 周一 19:42」. */
  caption?: string;
  /** `cover` is the square on a card, `fill` takes its parent's width at 4:3. */
  size?: 'cover' | 'fill' | 'square';
  /** What it is a picture of, drawn where there is no photo. */
  kind?: { icon: IconName; name: string };
};

/** A photo; where there is none or it did not come, the sign of its kind or a quiet square. */
export const Shot = ({ url, label, caption, size = 'cover', kind }: Props) => {
  const [lost, setLost] = useState<string>();
  const isShown = url !== undefined && url !== lost;
  const said = isShown ? label : (kind?.name ?? '没有照片');
  return (
    <View className={cx(styles['shot'], styles[size])} {...aria({ role: 'img', label: said })}>
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
        <View className={cx(styles['none'], kind && styles['kind'])}>
          <Icon name={kind?.icon ?? 'image'} size={kind ? 'large' : 'text'} />
        </View>
      )}
      {caption !== undefined && <Text className={styles['caption']}>{caption}</Text>}
    </View>
  );
};
