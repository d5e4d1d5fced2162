import type { TopicCard } from '@suishoupai/shared/topics/contract';
import { topicKindLabels } from '@suishoupai/shared/topics/labels';
import { Text, View } from '@tarojs/components';
import { topicLook, topicNote } from '../../../hall/topic-look.ts';
import { pathOf } from '../../../hall/topic-path.ts';
import { open, routes } from '../../../routes.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Press } from '../../../ui/press.tsx';
import { StepBar } from '../../../ui/step-bar.tsx';
import styles from './topic-row.module.scss';

type Props = { topic: TopicCard; now: string };

/** What, how far, until when. */
export const TopicRow = ({ topic, now }: Props) => {
  const { id, kind, title = '正在审核的议题', state, supports, threshold } = topic;
  const look = topicLook(topic, now);
  const note = topicNote(topic, now);
  const isCollecting = state === 'proposed';
  const share = Math.min(100, Math.round((supports / Math.max(1, threshold)) * 100));
  return (
    <Press
      className={styles['topic']}
      role="link"
      label={[title, look.text, topicKindLabels[kind], note].join('，')}
      onPress={() => open(routes.topic(id))}
    >
      <View className={styles['top']}>
        <Text className={styles['title']}>{title}</Text>
        <Chip {...look} />
      </View>
      {isCollecting ? (
        <View className={styles['track']}>
          <View className={styles['fill']} style={{ width: `${share}%` }} />
        </View>
      ) : (
        <StepBar {...pathOf(topic)} size="mini" />
      )}
      <Text className={styles['note']}>{`${topicKindLabels[kind]} · ${note}`}</Text>
    </Press>
  );
};
