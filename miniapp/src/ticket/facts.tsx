import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { showPlace } from '../platform/show-place.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import styles from './facts.module.scss';
import { saidMore } from './said-more.ts';

/** What was written and exactly where, for those the service tells it. */
export const Facts = ({ ticket: { description, title, place } }: { ticket: TicketView }) => {
  const words = saidMore(title, description);
  const { label, point } = place;
  if (words === undefined && label === undefined) return null;
  const where = (
    <View className={styles['place']}>
      <Icon name="map-pin" />
      <Text className={styles['label']}>{label}</Text>
      {showPlace && point && <Text className={styles['way']}>去这里</Text>}
    </View>
  );
  return (
    <Card title="现场情况">
      {words !== undefined && <Text className={styles['words']}>{words}</Text>}
      {label !== undefined &&
        (showPlace && point ? (
          <Press role="link" label={`${label}，打开地图`} onPress={() => showPlace?.(point, label)}>
            {where}
          </Press>
        ) : (
          where
        ))}
    </Card>
  );
};
