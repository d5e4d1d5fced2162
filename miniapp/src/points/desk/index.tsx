import type { Correction } from '@suishoupai/shared/points/book-contract';
import { RuleId } from '@suishoupai/shared/points/earning';
import { correctionLimits } from '@suishoupai/shared/points/limits';
import { amountWords, ruleNames } from '@suishoupai/shared/points/words';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { WordsSheet } from '../../council/words-sheet.tsx';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../points.module.scss';
import { useDesk } from './_hooks/use-desk.ts';

const stateLook = {
  waiting: { text: '等另一位同事确认', tone: 'soon' },
  done: { text: '已记上', tone: 'brand' },
  refused: { text: '没有同意', tone: 'calm' },
  lapsed: { text: '没人确认，作废了', tone: 'calm' },
} as const;

const traceOf = ({ at, by, until, state, decided }: Correction, now: string): string => {
  const begun = `${by} ${shortTime(at, now)}提出`;
  if (decided !== undefined) return `${begun}，${decided.by} ${shortTime(decided.at, now)}决定`;
  return state === 'waiting' && until !== undefined ? `${begun}，${shortTime(until, now)}以前要确认` : begun;
};

const DeskPage = () => {
  const { communityId = '' } = useRouter().params;
  const { pages, deeds, agree, refuse } = useDesk(communityId);
  const now = useNow();
  const [refusing, setRefusing] = useState<Correction>();
  const about = `refuse ${refusing?.id}`;
  return (
    <Screen foot={<Button icon="pencil" text="更正一笔" onPress={() => open(routes.correctPoints(communityId))} />}>
      <Card isTight title="规则" aside="居民看到的" onAside={() => open(routes.pointsRules(communityId))}>
        <Rows>
          {RuleId.options.map((rule) => (
            <ListRow
              key={rule}
              icon="sliders-horizontal"
              title={ruleNames[rule]}
              note="改数目、改上限，从哪天起"
              onPress={() => open(routes.publishRule(communityId, rule))}
            />
          ))}
          <ListRow
            icon="shield-check"
            title="核对"
            note="每月合计、每天的封存"
            onPress={() => open(routes.openBook(communityId))}
          />
        </Rows>
      </Card>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={
          <EmptyState icon="clipboard-list" title="还没有更正过" text="更正都是反过来再记一笔，原来的那笔留着。" />
        }
      >
        {(all) => (
          <>
            {all.map((each) => (
              <Card
                key={each.id}
                title={`${each.direction === 'give' ? '补' : '收回'} ${amountWords(each.unit, each.amount)}`}
              >
                <View className={styles['stack']}>
                  <View>
                    <Chip {...stateLook[each.state]} />
                  </View>
                  <Text>{each.reason}</Text>
                  <Text className={styles['quiet']}>{`账号 ${each.book} · ${traceOf(each, now)}`}</Text>
                  <Slot>
                    {each.decided?.reason !== undefined && (
                      <Text className={styles['quiet']}>{`不同意的原因：${each.decided.reason}`}</Text>
                    )}
                  </Slot>
                  <Slot>
                    {each.mayDecide && (
                      <View className={styles['actions']}>
                        <Button
                          look="soft"
                          text="同意，记上"
                          isLoading={deeds.running === `agree ${each.id}`}
                          onPress={() => void agree(each.id)}
                        />
                        <Button look="ghost" text="不同意" onPress={() => setRefusing(each)} />
                      </View>
                    )}
                  </Slot>
                </View>
              </Card>
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
      <Slot>
        {refusing !== undefined && (
          <WordsSheet
            title="不同意这笔更正"
            placeholder="为什么，提出的同事看得到"
            submit="不同意"
            min={4}
            max={correctionLimits.reason}
            isRunning={deeds.running === about}
            isLocked={deeds.isLocked(about)}
            refusal={deeds.refusalOf(about)}
            onSubmit={(reason) => void refuse(refusing.id, reason).then((isDone) => isDone && setRefusing(undefined))}
            onClose={() => setRefusing(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

export default DeskPage;
