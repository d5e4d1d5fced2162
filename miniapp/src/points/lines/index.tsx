import type { Line } from '@suishoupai/shared/points/contract';
import { amountWords, lineTitle, movedWords, unitNames } from '@suishoupai/shared/points/words';
import { exactTime } from '@suishoupai/shared/time/china';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { LineRow } from '../../pages/points/line-row.tsx';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Points } from '../../ui/points.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from '../points.module.scss';
import { useLines } from './_hooks/use-lines.ts';

const detailsOf = (line: Line): string[] => [
  exactTime(line.at),
  movedWords(line),
  `这以后有 ${amountWords(line.unit, line.posted)}`,
  ...(line.rule === undefined ? [] : [`按第 ${line.rule.version} 版规则`]),
  ...(line.until === undefined ? [] : [`${line.until} 以前用完`]),
  ...(line.reason === undefined ? [] : [`原因：${line.reason}`]),
  ...(line.by === undefined ? [] : [`经办：${line.by}`]),
  `编号 ${line.id}`,
];

const LinesPage = () => {
  const { communityId = '' } = useRouter().params;
  const { unit, choose, pages, fetching, download } = useLines(communityId);
  const now = useNow();
  const [opened, setOpened] = useState<Line>();
  return (
    <Screen>
      <PillLine label="看积分还是时长">
        <Pill text={unitNames.points} isChosen={unit === 'points'} onPress={() => choose('points')} />
        <Pill text={unitNames.minutes} isChosen={unit === 'minutes'} onPress={() => choose('minutes')} />
      </PillLine>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={
          <EmptyState
            icon="clipboard-list"
            title={`还没有${unitNames[unit]}`}
            text="每一笔都会在这里，写着因为什么。"
          />
        }
      >
        {(lines) => (
          <>
            <Card isTight>
              <Rows>
                {lines.map((line) => (
                  <LineRow key={line.id} line={line} now={now} otherwise={() => setOpened(line)} />
                ))}
              </Rows>
            </Card>
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
            <Card title="导出对账单">
              <View className={styles['actions']}>
                <Button
                  look="soft"
                  icon="download"
                  text="导出 PDF"
                  isLoading={fetching === 'pdf'}
                  onPress={() => download('pdf')}
                />
                <Button
                  look="soft"
                  icon="download"
                  text="导出表格"
                  isLoading={fetching === 'csv'}
                  onPress={() => download('csv')}
                />
              </View>
            </Card>
          </>
        )}
      </Loaded>
      <Sheet
        isOpen={opened !== undefined}
        title={opened === undefined ? '' : lineTitle(opened)}
        onClose={() => setOpened(undefined)}
      >
        {opened !== undefined && <Points lines={detailsOf(opened)} />}
      </Sheet>
    </Screen>
  );
};

export default LinesPage;
