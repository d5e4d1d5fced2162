import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import styles from '../../council.module.scss';
import { Figures } from '../../figures.tsx';
import board from '../room.module.scss';

type Props = { meeting: Meeting; total: number };

/** How many are there, and whether they are enough. */
export const AttendanceCard = ({ meeting, total }: Props) => {
  const { attendance, quorum } = meeting;
  const isMet = quorum === undefined ? false : total >= quorum.needed;
  const width = quorum === undefined ? 0 : Math.min(100, Math.floor((total / Math.max(1, quorum.needed)) * 100));
  return (
    <Card title={`到会 ${total} 人`} aside={quorum === undefined ? '' : `应到 ${quorum.expected}`}>
      <View className={styles['stack']}>
        {quorum !== undefined && (
          <>
            <View className={board['track']}>
              <View className={board['filled']} style={{ width: `${width}%` }} />
            </View>
            <Text>
              {isMet ? `到会人数够了（要 ${quorum.needed} 人）` : `还差 ${quorum.needed - total} 人，到会人数才够`}
            </Text>
            <Text className={styles['quiet']}>{`依据：${quorum.source}`}</Text>
          </>
        )}
        <Figures
          figures={[
            { name: '现场签到', amount: String(attendance.onSpot) },
            { name: '线上', amount: String(attendance.online) },
            { name: '纸质登记', amount: String(attendance.paper) },
          ]}
        />
      </View>
    </Card>
  );
};
