import { Text, View } from '@tarojs/components';
import { Icon } from '../../ui/icon/icon.tsx';
import { Press } from '../../ui/press.tsx';
import styles from './similar.module.scss';
import { similarNote } from './similar-words.ts';
import type { Similar } from './use-similar.ts';

const head = '附近可能已有人上报';

/** One line that says there may be a report already, the nearest of them; it opens them. Nothing where there is none. */
export const SimilarStrip = ({ similar: { items, open } }: { similar: Similar }) => {
  const [nearest] = items;
  if (nearest === undefined) return null;
  const which = `${nearest.ticket.title} · ${similarNote(nearest)}`;
  return (
    <Press className={styles['strip']} label={`${head}，${which}，点开看`} onPress={open}>
      <Icon name="users" />
      <View className={styles['said']}>
        <Text className={styles['head']}>{items.length > 1 ? `${head} ${items.length} 件` : head}</Text>
        <Text className={styles['which']}>{which}</Text>
      </View>
      <Icon name="chevron-right" size="mark" />
    </Press>
  );
};
