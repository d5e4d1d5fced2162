import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type HeldItem, safetyLabel } from '../../../ticket/held.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Press } from '../../../ui/press.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Shot } from '../../../ui/shot.tsx';
import type { Decision } from '../_hooks/use-review.ts';
import styles from './review-card.module.scss';

type Props = {
  items: readonly HeldItem[];
  now: string;
  running: HeldItem['id'] | undefined;
  onDecide: (item: HeldItem['id'], decision: Decision) => void;
};

const What = ({ item }: { item: HeldItem }) =>
  item.kind === 'words' ? (
    <Text className={styles['quote']}>{item.words}</Text>
  ) : (
    <View className={styles['shot']}>
      <Press label="待审核的照片，点按看大图" onPress={() => void Taro.previewImage({ urls: [item.url] })}>
        <Shot url={item.thumbUrl} label="待审核的照片" size="square" />
      </Press>
    </View>
  );

/** What others do not see yet, for the community to decide on. */
export const ReviewCard = ({ items, now, running, onDecide }: Props) => {
  if (items.length === 0) return null;
  const button = ({ id }: HeldItem, decision: Decision, text: string) => (
    <Button
      look={decision === 'show' ? 'soft' : 'ghost'}
      text={text}
      isLoading={running === id}
      isDisabled={running !== undefined}
      onPress={() => onDecide(id, decision)}
    />
  );
  return (
    <Card title="公开审核" aside={`${items.length} 项`}>
      <Rows>
        {items.map((item) => (
          <View key={item.id} className={styles['item']}>
            <View className={styles['top']}>
              <Text className={styles['note']}>
                {item.by} · {shortTime(item.at, now)}
              </Text>
              <Chip text={safetyLabel[item.safety]} tone={item.safety === 'held' ? 'soon' : 'calm'} />
            </View>
            <View className={styles[item.kind]}>
              <What item={item} />
              <View className={styles['choice']}>
                {item.safety !== 'hidden' && button(item, 'hide', '不公开')}
                {button(item, 'show', '公开')}
              </View>
            </View>
          </View>
        ))}
      </Rows>
    </Card>
  );
};
