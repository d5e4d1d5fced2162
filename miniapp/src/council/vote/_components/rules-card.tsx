import { basisTitle, dimensionWords, headsUnit, shareWords, verifiedWords } from '@suishoupai/shared/votes/labels';
import type { Electorate } from '@suishoupai/shared/votes/roll';
import { type RuleSet, type ShareTest, unverifiedOf } from '@suishoupai/shared/votes/rule-set';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Points } from '../../../ui/points.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';

type Props = {
  sets: readonly RuleSet[];
  chosen: RuleSet | undefined;
  electorate: Electorate;
  isDisabled: boolean;
  onChoose: (id: string) => void;
};

const testWords = (kind: '参与' | '同意', test: ShareTest, unit: string): string =>
  `${kind}：${dimensionWords(test.dimension, unit)}${test.of === 'participating' ? '占参与的' : '占全体的'}${shareWords(test)}`;

/** What a rule set asks, each with the article it rests on. */
export const RuleWords = ({ rules, electorate }: { rules: RuleSet; electorate: Electorate }) => {
  const unit = headsUnit({ electorate });
  const titleOf = (id: string): string => {
    const basis = rules.basis.find((each) => each.id === id);
    return basis === undefined ? '' : `（${basisTitle(basis)}）`;
  };
  const lines = [
    ...rules.turnout.map((test) => `${testWords('参与', test, unit)}${titleOf(test.basis)}`),
    ...rules.approval.map((test) => `${testWords('同意', test, unit)}${titleOf(test.basis)}`),
    `提前 ${rules.noticeDays} 天公告${titleOf(rules.basisOf.notice)}`,
    `结果公示 ${rules.publicationDays} 天${titleOf(rules.basisOf.publication)}`,
    `投出后${rules.changeable === 'untilClose' ? '截止前可以改' : '不能改'}${titleOf(rules.basisOf.changeable)}`,
  ];
  const unverified = unverifiedOf(rules);
  return (
    <View className={styles['stack']}>
      <Points lines={lines} />
      <Slot>
        {rules.isAdvisory && (
          <Card tone="warn" title="只作意向征询">
            <Text>{rules.advisoryReason ?? '这里的结果不能代替法定表决。'}</Text>
          </Card>
        )}
        {unverified.length > 0 && (
          <Card tone="warn" title={verifiedWords.unverified}>
            <Points lines={unverified.map(({ law, article, text }) => `${law}${article}：${text}`)} />
          </Card>
        )}
      </Slot>
    </View>
  );
};

/** The rule sets in force that fit; the chosen one in plain words. */
export const RulesCard = ({ sets, chosen, electorate, isDisabled, onChoose }: Props) => (
  <Card title="按哪套规则">
    {sets.length === 0 ? (
      <EmptyState icon="circle-alert" title="没有合用的规则" text="换一种答法，或换谁来投试试。" />
    ) : (
      <View className={styles['stack']}>
        <Choices
          label="按哪套规则"
          choices={sets.map(({ id, title }) => ({ id, name: title }))}
          chosen={chosen?.id}
          onChoose={(id) => !isDisabled && onChoose(id)}
        />
        <Slot>{chosen !== undefined && <RuleWords rules={chosen} electorate={electorate} />}</Slot>
      </View>
    )}
  </Card>
);
