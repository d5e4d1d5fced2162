import type { TotalRow } from '@suishoupai/shared/points/open-book';
import { amountWords, headingName, wayNames } from '@suishoupai/shared/points/words';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Points } from '../../ui/points.tsx';
import { Screen } from '../../ui/screen.tsx';
import styles from '../points.module.scss';
import { useOpenBook } from './_hooks/use-open-book.ts';

const how = [
  '下载账本，在电脑上运行 npx suishoupai-verify ledger.json。',
  '它从每一笔重新算出每个人的余额、每月的合计、每天的封存，少一笔、改一笔都会说。',
  '账本里没有名字；后面加上您的账号，就能看到自己的那一本。',
] as const;

const rowsOf = (rows: readonly TotalRow[], unit: TotalRow['unit']) => rows.filter((row) => row.unit === unit);

const Totals = ({ rows }: { rows: readonly TotalRow[] }) => (
  <View>
    {rows.map(({ unit, way, by, amount, count }) => (
      <View key={`${way} ${by}`} className={styles['row']}>
        <View className={styles['words']}>
          <Text>{`${wayNames[way]} · ${headingName(by)}`}</Text>
          <Text className={styles['quiet']}>{`${count} 笔`}</Text>
        </View>
        <Text className={styles['end']}>{amountWords(unit, amount)}</Text>
      </View>
    ))}
  </View>
);

const OpenBookPage = () => {
  const { communityId = '' } = useRouter().params;
  const { view, reload, month, choose, isFetching, download } = useOpenBook(communityId);
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {({ rows, held, checkpoints, fingerprint }) => {
          const months = [...new Set(rows.map((row) => row.month))].reverse();
          const shown = month ?? months[0];
          const ofMonth = rows.filter((row) => row.month === shown);
          const [newest] = checkpoints;
          if (newest === undefined)
            return <EmptyState icon="shield-check" title="还没有封存过" text="账本每天夜里封存一次，明天来看。" />;
          return (
            <>
              <Card title="大家共有" aside={`${newest.day} 封存`}>
                <View className={styles['figures']}>
                  <View className={styles['figure']}>
                    <Text className={styles['number']}>{amountWords('points', held.points)}</Text>
                    <Text className={styles['quiet']}>积分</Text>
                  </View>
                  <View className={styles['figure']}>
                    <Text className={styles['number']}>{amountWords('minutes', held.minutes)}</Text>
                    <Text className={styles['quiet']}>服务时长</Text>
                  </View>
                </View>
              </Card>
              <PillLine label="看哪个月">
                {months.map((each) => (
                  <Pill key={each} text={each} isChosen={each === shown} onPress={() => choose(each)} />
                ))}
              </PillLine>
              {(['points', 'minutes'] as const).map(
                (unit) =>
                  rowsOf(ofMonth, unit).length > 0 && (
                    <Card key={unit} title={unit === 'points' ? '积分' : '服务时长'}>
                      <Totals rows={rowsOf(ofMonth, unit)} />
                    </Card>
                  ),
              )}
              <Card title="自己核一遍">
                <View className={styles['stack']}>
                  <Points lines={how} />
                  <Button look="soft" icon="download" text="下载账本" isLoading={isFetching} onPress={download} />
                </View>
              </Card>
              <Card title="每天的封存" aside={`共 ${newest.n} 次`}>
                <Text className={styles['quiet']}>{`签署用的钥匙指纹：${fingerprint ?? ''}`}</Text>
                {checkpoints.map(({ n, day, entries, code }) => (
                  <View key={n} className={styles['row']}>
                    <View className={styles['words']}>
                      <Text>{day}</Text>
                      <Text className={styles['quiet']}>{`到这天共 ${entries} 笔`}</Text>
                    </View>
                    <Text className={styles['code']}>{code}</Text>
                  </View>
                ))}
              </Card>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};

export default OpenBookPage;
