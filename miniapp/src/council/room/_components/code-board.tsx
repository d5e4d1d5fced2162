import { Text, View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Card } from '../../../ui/card.tsx';
import { cx } from '../../../ui/cx.ts';
import styles from '../../council.module.scss';
import type { Shown } from '../_hooks/use-code.ts';
import board from '../room.module.scss';

type Props = { shown: Shown | undefined; isStale: boolean };

/** Six digits that can be read from the last row. */
export const CodeBoard = ({ shown, isStale }: Props) => (
  <Card>
    <View className={board['board']}>
      <Text className={styles['strong']}>签到码</Text>
      <View
        className={cx(board['digits'], isStale && board['stale'])}
        {...aria({
          role: 'img',
          label: shown === undefined ? '正在取签到码' : `签到码 ${shown.code.split('').join(' ')}`,
        })}
      >
        <Text>{shown?.code.slice(0, 3) ?? '···'}</Text>
        <Text className={board['half']}>{shown?.code.slice(3) ?? '···'}</Text>
      </View>
      <Text className={styles['quiet']} {...aria({ live: 'polite' })}>
        {isStale ? '网络断了，签到码可能已经换了' : '打开「议事」里这场会议，填这六位数。每半分钟换一次'}
      </Text>
    </View>
  </Card>
);
