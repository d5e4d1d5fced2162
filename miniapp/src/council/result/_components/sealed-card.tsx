import { shortTime } from '@suishoupai/shared/time/china';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { confirmed } from '../../../ui/notify.ts';
import { Points } from '../../../ui/points.tsx';
import styles from '../../council.module.scss';

type Props = {
  looks: Vote['looks'];
  now: string;
  /** What is still missing after one's own asking. */
  waiting: string | undefined;
  isRunning: boolean;
  onAsk: () => Promise<unknown>;
};

/** The sealed ballots of a secret vote by area: they open once both bodies asked, and everyone reads who did. */
export const SealedCard = ({ looks, now, waiting, isRunning, onAsk }: Props) => {
  const ask = async () => {
    const text = '您的职务和申请时间马上公布，大家都看得到。';
    if (await confirmed({ title: '申请打开密封的选票？', text, yes: '申请' })) await onAsk();
  };
  return (
    <Card title="密封的选票" {...(looks.length === 0 ? {} : { aside: `申请过 ${looks.length} 次` })}>
      <View className={styles['stack']}>
        <Text className={styles['quiet']}>
          谁投了什么是封着的。居委会和街道各有一位申请过，才能打开，得到开票文件，用来逐票重数。
        </Text>
        {looks.length > 0 && <Points lines={looks.map(({ at, who }) => `${who}，${shortTime(at, now)}`)} />}
        {waiting !== undefined && <Text>{waiting}</Text>}
        <Button
          look="soft"
          icon="shield-check"
          text={looks.length === 0 ? '申请打开' : '申请打开，下载开票文件'}
          isLoading={isRunning}
          onPress={() => void ask()}
        />
      </View>
    </Card>
  );
};
