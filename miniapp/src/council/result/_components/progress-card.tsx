import { shortTime } from '@suishoupai/shared/time/china';
import type { Progress, Vote } from '@suishoupai/shared/votes/contract';
import { amountWords, dimensionWords, headsUnit } from '@suishoupai/shared/votes/labels';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Rows } from '../../../ui/rows.tsx';
import styles from '../../council.module.scss';
import look from '../result.module.scss';

type Props = { progress: Progress; electorate: Vote['electorate']; now: string };

const missingWords = ({ dimension, part, needed, isMet }: Progress['tests'][number], unit: string): string =>
  isMet
    ? `${dimensionWords(dimension, unit)}够了`
    : `${dimensionWords(dimension, unit)}还差 ${amountWords(dimension, needed - part, unit)}`;

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100));

const Bar = ({ part, whole }: { part: number; whole: number }) => (
  <View className={look['track']}>
    <View className={look['filled']} style={{ width: `${percent(part, whole)}%` }} />
  </View>
);

/** How far it is, on each dimension and by building; whom to remind is seen by building and never by name. */
export const ProgressCard = ({ progress, electorate, now }: Props) => {
  const { tests, buildings, at, eligible, participating } = progress;
  return (
    <Card title="参与到哪里了" aside={`${shortTime(at, now)} 的数`}>
      <View className={styles['stack']}>
        {tests.map((test) => (
          <View key={test.id}>
            <View className={styles['line']}>
              <Text className={styles['strong']}>{missingWords(test, headsUnit({ electorate }))}</Text>
              <Text className={styles['quiet']}>{`${percent(test.part, test.whole)}%`}</Text>
            </View>
            <Bar part={test.part} whole={test.whole} />
          </View>
        ))}
        {tests.length === 0 && (
          <Text className={styles['strong']}>{`已投 ${participating.heads} / ${eligible.heads}`}</Text>
        )}
        <Rows>
          {buildings.map(({ building, eligible: all, participating: voted }) => (
            <View key={building} className={styles['part']}>
              <View className={styles['line']}>
                <Text>{/^\w+$/.test(building) ? `${building} 栋` : building}</Text>
                <Text className={styles['quiet']}>{`${voted.heads} / ${all.heads} 套`}</Text>
              </View>
              <Bar part={voted.heads} whole={all.heads} />
            </View>
          ))}
        </Rows>
      </View>
    </Card>
  );
};
