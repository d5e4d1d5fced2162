import type { Rule } from '@suishoupai/shared/points/contract';
import { RuleId } from '@suishoupai/shared/points/earning';
import { amountWords, ruleNames } from '@suishoupai/shared/points/words';
import { chinaDay } from '@suishoupai/shared/time/china';
import { dayMs } from '@suishoupai/shared/time/units';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DayPick } from '../../council/moment-field.tsx';
import { Refused } from '../../council/refused.tsx';
import { back } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import styles from '../points.module.scss';
import { type Terms, useRule } from './_hooks/use-rule.ts';

type Props = { rule: Rule; now: string; isRunning: boolean; isLocked: boolean; onPublish: (terms: Terms) => void };

const wholeOf = (typed: string): number | undefined =>
  /^\d{1,6}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined;

const RuleForm = ({ rule, now, isRunning, isLocked, onPublish }: Props) => {
  const tomorrow = chinaDay(new Date(Date.parse(now) + dayMs).toISOString());
  const [from, setFrom] = useState(tomorrow);
  const [typed, setTyped] = useState({
    amount: String(rule.amount),
    perDay: String(rule.perDay),
    perMonth: String(rule.perMonth),
    mostKept: rule.mostKept === undefined ? '' : String(rule.mostKept),
  });
  const [amount, perDay, perMonth] = [wholeOf(typed.amount), wholeOf(typed.perDay), wholeOf(typed.perMonth)];
  const mostKept = wholeOf(typed.mostKept);
  const isWhole = amount !== undefined && perDay !== undefined && perMonth !== undefined;
  const isRight = isWhole && perMonth >= perDay && (rule.mostKept === undefined || mostKept !== undefined);
  const inUnit = rule.unit === 'points' ? '分' : '分钟';
  const field = (name: keyof typeof typed, label: string, hint?: string) => (
    <Field label={`${label}（${inUnit}）`} {...(hint === undefined ? {} : { hint })}>
      <LineBox
        value={typed[name]}
        onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
        maxLength={6}
        keyboard="number"
        placeholder="整数"
        label={label}
      />
    </Field>
  );
  return (
    <View className={styles['stack']}>
      {field('amount', rule.id === 'service' ? '每一分钟服务记' : '每一次')}
      {field('perDay', '一个人一天最多')}
      {field('perMonth', '一个人一个月最多')}
      {rule.mostKept !== undefined && field('mostKept', '一个人最多存', '超过的当时就捐进时间银行')}
      <Field label="从哪天起" hint="最早明天；在这以前做的事按现在的规则">
        <DayPick label="从哪天起" day={from} from={tomorrow} onChange={setFrom} />
      </Field>
      <Button
        isLarge
        text={
          isLocked && !isRunning
            ? '没有收到回音，再发一次'
            : isRight
              ? `公布，${from} 起`
              : '一个月的上限不能比一天的少'
        }
        isLoading={isRunning}
        isDisabled={!isRight && !isLocked}
        onPress={() =>
          isWhole && onPublish({ from, amount, perDay, perMonth, ...(mostKept === undefined ? {} : { mostKept }) })
        }
      />
    </View>
  );
};

const RulePage = () => {
  const { communityId = '', rule: named } = useRouter().params;
  const id = RuleId.options.find((each) => each === named) ?? 'report';
  const { view, reload, deeds, publish } = useRule(communityId, id);
  const now = useNow();
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {({ items }) => {
          const rule = items.find((each) => each.id === id);
          if (rule === undefined) return null;
          return (
            <>
              <Card title={ruleNames[id]}>
                <View className={styles['stack']}>
                  <Text>{rule.title}</Text>
                  <Text className={styles['quiet']}>
                    {`现在是第 ${rule.version} 版，一天最多 ${amountWords(rule.unit, rule.perDay)}，一个月最多 ${amountWords(rule.unit, rule.perMonth)}`}
                  </Text>
                  {rule.coming.map((next) => (
                    <Text key={next.version}>{`第 ${next.version} 版从 ${next.from} 起，已经公布`}</Text>
                  ))}
                </View>
              </Card>
              <Card title="下一版">
                <Refused refusal={deeds.refusalOf('publish')} />
                <RuleForm
                  key={rule.coming.length}
                  rule={rule}
                  now={now}
                  isRunning={deeds.running === 'publish'}
                  isLocked={deeds.isLocked('publish')}
                  onPublish={(terms) => void publish(terms).then((isDone) => isDone && back())}
                />
              </Card>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};

export default RulePage;
