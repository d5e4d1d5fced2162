import type { Rule } from '@suishoupai/shared/points/contract';
import { amountWords, ruleNames } from '@suishoupai/shared/points/words';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Points } from '../../ui/points.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../points.module.scss';
import { useRules } from './_hooks/use-rules.ts';

const promises = [
  '同意、转发、邀请都没有积分：那不是做事。',
  '表决投什么都一样，只看参加没参加；计票以后大家一起记。',
  '规则改了，从公布的那天起算，做过的事按原来的算。',
  '积分到后年年底为止；服务时长一直有效。',
] as const;

const eachOf = ({ id, unit, amount }: Pick<Rule, 'id' | 'unit' | 'amount'>): string =>
  id === 'service' ? '按核实的时间记' : `一次 ${amountWords(unit, amount)}`;

const capsOf = ({ unit, perDay, perMonth }: Pick<Rule, 'unit' | 'perDay' | 'perMonth'>): string =>
  `一天最多 ${amountWords(unit, perDay)}，一个月最多 ${amountWords(unit, perMonth)}`;

const RulesPage = () => {
  const { communityId = '' } = useRouter().params;
  const { view, reload } = useRules(communityId);
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {({ items, versions, used }) => (
          <>
            {items.map((rule) => {
              const mine = used.get(rule.id);
              return (
                <Card key={rule.id} title={ruleNames[rule.id]} aside={eachOf(rule)}>
                  <View className={styles['stack']}>
                    <Text>{rule.title}</Text>
                    <Text className={styles['quiet']}>{capsOf(rule)}</Text>
                    <Slot>
                      {mine !== undefined && mine.inMonth > 0 && (
                        <Text className={styles['quiet']}>
                          {`您今天已得 ${amountWords(rule.unit, mine.inDay)}，本月 ${amountWords(rule.unit, mine.inMonth)}`}
                        </Text>
                      )}
                    </Slot>
                    {rule.coming.map((next) => (
                      <Text key={next.version}>{`${next.from} 起改为${eachOf(next)}，${capsOf(next)}`}</Text>
                    ))}
                  </View>
                </Card>
              );
            })}
            <Card tone="info">
              <Points lines={promises} />
            </Card>
            <Card title="每一版">
              {versions.map(({ id, version, from, by, ...rule }) => (
                <View key={`${id} ${version}`} className={styles['row']}>
                  <View className={styles['words']}>
                    <Text>{`${ruleNames[id]} 第 ${version} 版`}</Text>
                    <Text className={styles['quiet']}>{`${from} 起${by === undefined ? '' : `，${by}公布`}`}</Text>
                  </View>
                  <Text className={styles['end']}>{eachOf({ id, ...rule })}</Text>
                </View>
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default RulesPage;
