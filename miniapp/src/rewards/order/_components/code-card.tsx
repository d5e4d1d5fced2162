import { squarePicture } from '@suishoupai/shared/codes/square';
import type { Order } from '@suishoupai/shared/rewards/contract';
import { untilWords } from '@suishoupai/shared/time/china';
import { Image, Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { aria } from '../../../ui/aria.ts';
import { Card } from '../../../ui/card.tsx';
import { addressOf } from '../../_parts/drawing.ts';
import { Prose } from '../../_parts/parts.tsx';
import styles from '../../_parts/rewards.module.scss';

/** What is shown at the counter: the square for the camera, the six digits for the ear. */
export const CodeCard = ({ order, isOld }: { order: Order; isOld: boolean }) => {
  const { id, code, count, handed, until } = order;
  const picture = useMemo(() => addressOf(squarePicture(id)), [id]);
  return (
    <Card title="领取码">
      <View className={styles['ticket']}>
        <View className={styles['paper']}>
          <Image className={styles['square']} src={picture} {...aria({ role: 'img', label: '领取二维码' })} />
        </View>
        <Text className={styles['code']} {...aria({ label: `领取码，${[...code].join(' ')}` })}>
          {`${code.slice(0, 3)} ${code.slice(3)}`}
        </Text>
        <Prose text={`还有 ${count - handed} 件，最晚 ${untilWords(until)} 领取`} />
        {isOld && <Prose isQuiet text="没有网络，这是手机里存着的，领取照样能用" />}
      </View>
    </Card>
  );
};
