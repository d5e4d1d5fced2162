import type { Vote } from '@suishoupai/shared/votes/contract';
import {
  amountWords,
  basisTitle,
  dimensionWords,
  headsUnit,
  optionWords,
  outcomeLabels,
  shareWords,
} from '@suishoupai/shared/votes/labels';
import type { TestResult } from '@suishoupai/shared/votes/result';
import { Text, View } from '@tarojs/components';
import type * as z from 'zod/mini';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import styles from '../../council.module.scss';
import { Figures } from '../../figures.tsx';

type Props = { vote: Vote; result: NonNullable<Vote['result']> };

const TestLine = ({ vote, test }: { vote: Vote; test: z.output<typeof TestResult> }) => {
  const { dimension, part, whole, passed } = test;
  const unit = headsUnit(vote);
  const basis = vote.ruleSet.basis.find(({ id }) => id === test.basis);
  return (
    <View>
      <View className={styles['line']}>
        <Chip text={passed ? '达到' : '没达到'} tone={passed ? 'brand' : 'soon'} icon={passed ? 'check' : 'x'} />
        <Text>{`${dimensionWords(dimension, unit)}${shareWords(test)}`}</Text>
      </View>
      <Text className={styles['quiet']}>
        {`${amountWords(dimension, part, unit)} / ${amountWords(dimension, whole, unit)}${basis === undefined ? '' : `，${basisTitle(basis)}`}`}
      </Text>
    </View>
  );
};

/** 「纸质：发出 12 张，收回 10 张 = 有效 8 + 重复 1 + 作废 1，与录入相符」: what the settled totals come to. */
const paperWords = ({ issued, returned, invalid, entered, refused }: NonNullable<Vote['paper']>): string =>
  `纸质：发出 ${issued} 张，收回 ${returned} 张 = 有效 ${entered} + 重复 ${refused} + 作废 ${invalid}，已对上`;

/** How it came out: every test with what was there, what there is, and its article; before it is posted, for the staff who post it. */
export const OutcomeCard = ({ vote, result }: Props) => {
  const { participating, eligible, tests, options, outcome, winners, tied } = result;
  const named = outcome === 'chosen' ? winners : tied;
  const names = named.map((id) => optionWords(vote.question, id)).join('、');
  const isPosted = vote.publishedAt !== undefined;
  return (
    <Card title={isPosted ? '结果' : '计票结果，还没公示'} aside={vote.isAdvisory ? '只作意向征询' : ''}>
      <View className={styles['stack']}>
        <Text className={styles['title']}>
          {names === '' ? outcomeLabels[outcome] : `${outcomeLabels[outcome]}：${names}`}
        </Text>
        <Figures
          figures={[
            { name: '参与', amount: `${participating.heads} / ${eligible.heads}` },
            { name: '手机', amount: String(participating.online) },
            { name: '纸质', amount: String(participating.paper) },
          ]}
        />
        {vote.takesPaper && vote.paper !== undefined && (
          <Text className={styles['quiet']}>{paperWords(vote.paper)}</Text>
        )}
        {tests.map((test) => (
          <TestLine key={test.id} vote={vote} test={test} />
        ))}
        {options.map((option) => (
          <View key={option.id} className={styles['sunk']}>
            <View className={styles['line']}>
              <Text className={styles['strong']}>{optionWords(vote.question, option.id)}</Text>
              <Text className={styles['quiet']}>{`${option.heads} 票`}</Text>
            </View>
            {option.tests.map((test) => (
              <TestLine key={test.id} vote={vote} test={test} />
            ))}
          </View>
        ))}
      </View>
    </Card>
  );
};
