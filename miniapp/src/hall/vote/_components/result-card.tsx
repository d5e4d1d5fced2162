import { exactTime } from '@suishoupai/shared/time/china';
import type { Vote } from '@suishoupai/shared/votes/contract';
import {
  amountWords,
  basisTitle,
  dimensionWords,
  headsUnit,
  optionWords,
  outcomeLabels,
  shareMark,
  shareWords,
} from '@suishoupai/shared/votes/labels';
import { isMotion } from '@suishoupai/shared/votes/question';
import type { TestResult, VoteResult } from '@suishoupai/shared/votes/result';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Points } from '../../../ui/points.tsx';
import { Bar } from '../../bar.tsx';
import { percentWords } from '../../percent.ts';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import styles from './result-card.module.scss';

type Props = { vote: Vote };

const goodOutcomes: readonly VoteResult['outcome'][] = ['passed', 'chosen'];

const Test = ({ vote, stage, test }: Props & { stage: string; test: TestResult }) => {
  const { dimension, part, whole, passed, share } = test;
  const unit = headsUnit(vote);
  const article = vote.ruleSet.basis.find(({ id }) => id === test.basis);
  const name = dimensionWords(dimension, unit);
  return (
    <View className={styles['test']}>
      <Bar
        label={`${stage}${name}`}
        value={percentWords(part, whole)}
        part={part}
        whole={whole}
        mark={{ at: (whole * share.numerator) / share.denominator, text: shareMark(test) }}
        isMet={passed}
        said={`要${shareWords(test)}，${passed ? '达到' : '没有达到'}`}
      />
      <Prose
        isQuiet
        text={`${amountWords(dimension, part, unit)} / ${amountWords(dimension, whole, unit)}，要${shareWords(test)}，${passed ? '达到' : '没有达到'}${article === undefined ? '' : `（${basisTitle(article)}）`}`}
      />
    </View>
  );
};

const Options = ({ vote, result }: Props & { result: VoteResult }) => {
  const unit = headsUnit(vote);
  const hasPoints = vote.question.method === 'scored' || vote.question.method === 'budget';
  return (
    <Stack>
      {[...result.options]
        .sort((a, b) => b.points - a.points)
        .map(({ id, heads, area, points, tests }) => (
          <Stack key={id}>
            <View className={styles['about']}>
              <View className={styles['option']}>
                <Text className={styles['name']}>{optionWords(vote.question, id)}</Text>
                {!isMotion(vote.question) && result.winners.includes(id) && (
                  <Chip text="选定" tone="brand" icon="circle-check" />
                )}
              </View>
              <Prose
                isQuiet
                text={[
                  hasPoints ? `${points} 分` : undefined,
                  `${heads} ${unit}`,
                  area > 0 ? amountWords('area', area) : undefined,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            </View>
            {tests.map((test) => (
              <Test key={test.id} vote={vote} stage="同意的" test={test} />
            ))}
          </Stack>
        ))}
    </Stack>
  );
};

const roundWords = (
  vote: Vote,
  { standing, exhausted, eliminated }: NonNullable<VoteResult['rounds']>[number],
  index: number,
): string => {
  const names = standing.map(({ id, heads }) => `${optionWords(vote.question, id)} ${heads}`).join('，');
  const out = eliminated === undefined ? '' : `；${optionWords(vote.question, eliminated)} 出局`;
  return `第 ${index + 1} 轮：${names}${exhausted > 0 ? `，无效 ${exhausted}` : ''}${out}`;
};

const paperWords = ({ paper, result, takesPaper }: Vote): string | undefined => {
  if (result === undefined || !takesPaper) return undefined;
  const { online, paper: onPaper } = result.participating;
  const sheets =
    paper === undefined ? '' : `；纸质发出 ${paper.issued} 张，收回 ${paper.returned} 张，作废 ${paper.invalid} 张`;
  return `手机投 ${online}，纸质投 ${onPaper}${sheets}。`;
};

/** What was decided, every test with its article, and until when one may object. */
export const ResultCard = ({ vote }: Props) => {
  const { result, objectionsUntil, state, publishedAt } = vote;
  // Staff have the result before it is posted, but look at it on the page where they post it.
  if (result === undefined || publishedAt === undefined) return null;
  const isGood = goodOutcomes.includes(result.outcome);
  const { eligible, participating, abstained } = result;
  const unit = headsUnit(vote);
  return (
    <Card title="结果" aside={state === 'final' ? '已定' : '公示中'}>
      <Stack>
        <View className={styles['outcome']}>
          <Text className={isGood ? styles['good'] : styles['other']}>{outcomeLabels[result.outcome]}</Text>
          <Text className={styles['sum']}>
            {`${eligible.heads} ${unit}有权投，${participating.heads} ${unit}参与，${abstained.heads} ${unit}弃权`}
          </Text>
        </View>
        {result.tests.map((test) => (
          <Test key={test.id} vote={vote} stage="参与的" test={test} />
        ))}
        <Options vote={vote} result={result} />
        {result.rounds !== undefined && (
          <Points lines={result.rounds.map((round, index) => roundWords(vote, round, index))} />
        )}
        <Prose
          isQuiet
          text={[
            paperWords(vote),
            state === 'published' && objectionsUntil !== undefined
              ? `公示到 ${exactTime(objectionsUntil)}，期间可以提异议。`
              : undefined,
          ]
            .filter(Boolean)
            .join('')}
        />
        <Button look="ghost" icon="shield-check" text="自己核对结果" onPress={() => open(routes.proof(vote.id))} />
      </Stack>
    </Card>
  );
};
