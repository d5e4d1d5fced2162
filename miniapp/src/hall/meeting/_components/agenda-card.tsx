import type { TopicId } from '@suishoupai/shared/ids';
import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import styles from './agenda-card.module.scss';

const Plain = ({ title, note }: { title: string; note: string }) => (
  <View className={styles['item']}>
    <Text>{title}</Text>
    <Text className={styles['note']}>{note}</Text>
  </View>
);

/** What is discussed, in its order; what has a topic leads to it. */
export const AgendaCard = ({ meeting: { agenda, topics } }: { meeting: Meeting }) => {
  const known = (topicId: TopicId | undefined) => topics.find(({ id }) => id === topicId);
  const rest = topics.filter(({ id }) => !agenda.some(({ topicId }) => topicId === id));
  return (
    <Card isTight title="议程">
      <Rows>
        {agenda.map(({ title, minutes, topicId }, index) => {
          const topic = known(topicId);
          const words = `${index + 1}. ${title}`;
          const note = `${minutes} 分钟`;
          return topic === undefined ? (
            <Plain key={words} title={words} note={note} />
          ) : (
            <ListRow key={words} title={words} note={`${note} · 看议题`} onPress={() => open(routes.topic(topic.id))} />
          );
        })}
        {rest.map(({ id, title }) => (
          <ListRow
            key={id}
            icon="message-circle"
            title={title}
            note="相关的议题"
            onPress={() => open(routes.topic(id))}
          />
        ))}
      </Rows>
    </Card>
  );
};
