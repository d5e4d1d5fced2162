import { exactTime } from '@suishoupai/shared/time/china';
import type { Vote } from '@suishoupai/shared/votes/contract';
import {
  basisTitle,
  dimensionWords,
  electorateLabels,
  headsUnit,
  secrecyWords,
  shareWords,
  verifiedWords,
} from '@suishoupai/shared/votes/labels';
import { type Basis, type ShareTest, unverifiedOf } from '@suishoupai/shared/votes/rule-set';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Points } from '../../../ui/points.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import styles from './rules-card.module.scss';

type Rule = { id: string; title: string; basisIds: string[] };

const testWords =
  (stage: string, unit: string) =>
  (test: ShareTest): Rule => ({
    id: test.id,
    title: `${stage}${dimensionWords(test.dimension, unit)}${shareWords(test)}`,
    basisIds: [test.basis],
  });

/** Every rule of this vote with the articles that it rests on. */
const rulesOf = ({ ruleSet, isChangeable, electorate }: Vote): Rule[] => {
  const { turnout, approval, noticeDays, publicationDays, votingDays, resultWithin, basisOf, notes } = ruleSet;
  const one = (id: string, title: string, basis: string | undefined): Rule => ({
    id,
    title,
    basisIds: basis === undefined ? [] : [basis],
  });
  const unit = headsUnit({ electorate });
  return [
    ...turnout.map(testWords('参与：', unit)),
    ...approval.map(testWords('同意：参与者的', unit)),
    one('notice', `提前 ${noticeDays} 天公告`, basisOf.notice),
    ...(votingDays === undefined
      ? []
      : [one('voting', `开放 ${votingDays.min} 到 ${votingDays.max} 天`, basisOf.voting)]),
    ...(resultWithin === undefined
      ? []
      : [
          one(
            'result',
            `截止后 ${resultWithin.amount} ${resultWithin.unit === 'day' ? '天' : '个工作日'}内公示结果`,
            basisOf.result,
          ),
        ]),
    one('publication', `结果公示 ${publicationDays} 天，可以提异议`, basisOf.publication),
    one('changeable', isChangeable ? '截止前可以改票' : '投出后不能改票', basisOf.changeable),
    ...notes.map(({ text, basis }, index) => one(`note-${index}`, text, basis)),
  ];
};

const Article = ({ basis }: { basis: Basis }) => (
  <View className={styles['article']}>
    <Text className={styles['law']}>{basisTitle(basis)}</Text>
    <Text>{basis.text}</Text>
    <Text className={styles['source']}>{`${verifiedWords[basis.verified]} · ${basis.source}`}</Text>
  </View>
);

/** What was announced, and by which rules, each with its article on a tap; what nobody checked is said before the tap. */
export const RulesCard = ({ vote }: { vote: Vote }) => {
  const [rule, setRule] = useState<Rule>();
  const { ruleSet, electorate, secrecy, announcement, announcedAt, extensions } = vote;
  const unverified = unverifiedOf(ruleSet);
  const basis = ruleSet.basis.filter(({ id }) => rule?.basisIds.includes(id));
  return (
    <>
      <Card title="公告">
        <Stack>
          <Prose text={announcement} />
          <Prose isQuiet text={`${exactTime(announcedAt)} 公告。${secrecyWords[secrecy]}。`} />
          {extensions.map(({ at, from, to, notice }) => (
            <Prose
              key={at}
              text={`${exactTime(at)} 公告延期：从 ${exactTime(from)} 延到 ${exactTime(to)}。${notice}`}
            />
          ))}
        </Stack>
      </Card>
      <Card isTight title="按什么规则" aside={electorateLabels[electorate]}>
        <Rows>
          {rulesOf(vote).map((each) => (
            <ListRow
              key={each.id}
              title={each.title}
              role="button"
              onPress={() => setRule(each)}
              note={ruleSet.basis.find(({ id }) => id === each.basisIds[0])?.law}
            />
          ))}
        </Rows>
      </Card>
      {unverified.length > 0 && (
        <Card tone="warn">
          <Prose text="有的规则没有查到法律原文，用的是产品的设定，以本地规定为准：" />
          <Points lines={unverified.map((each) => `${basisTitle(each)}：${each.text}`)} />
        </Card>
      )}
      <Sheet isOpen={rule !== undefined} title={rule?.title ?? ''} onClose={() => setRule(undefined)}>
        {basis.length === 0 ? (
          <Prose text="这一条没有写明依据。" />
        ) : (
          basis.map((each) => <Article key={each.id} basis={each} />)
        )}
      </Sheet>
    </>
  );
};
