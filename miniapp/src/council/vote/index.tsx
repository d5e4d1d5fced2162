import { Secrecy } from '@suishoupai/shared/votes/ballot';
import { electorateLabels, secrecyLabels, secrecyWords } from '@suishoupai/shared/votes/labels';
import { voteLimits } from '@suishoupai/shared/votes/limits';
import type { Electorate } from '@suishoupai/shared/votes/roll';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../forms/submit.tsx';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Pills } from '../../ui/pills.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import styles from '../council.module.scss';
import { fieldError } from '../field-errors.ts';
import { NothingNamed } from '../nothing-named.tsx';
import { Refused } from '../refused.tsx';
import { QuestionCard } from './_components/question-card.tsx';
import { RulesCard } from './_components/rules-card.tsx';
import { TimesCard } from './_components/times-card.tsx';
import { type Announced, type Asked, useMatters, useVoting, type Voting } from './_hooks/use-voting.ts';

const electorates: readonly Electorate[] = ['owners', 'households', 'residents', 'representatives'];
const electorateNotes: Record<Electorate, string> = {
  owners: '按面积和人数两样算，名册上的业主投',
  households: '每一户一票，不看面积',
  residents: '认证过的居民每人一票',
  representatives: '居民代表名单上的人投，一人一票',
};

type WhoProps = { voting: Voting; representatives: number; isStill: boolean };

const WhoCard = ({ voting, representatives, isStill }: WhoProps) => {
  const { draft, change } = voting;
  return (
    <Card title="谁来投">
      <View className={styles['stack']}>
        <Pills label="谁来投">
          {electorates.map((electorate) => (
            <Pill
              key={electorate}
              text={electorateLabels[electorate]}
              isChosen={electorate === draft.electorate}
              isDisabled={isStill || (electorate === 'representatives' && representatives === 0)}
              onPress={() => change({ electorate })}
            />
          ))}
        </Pills>
        <Text className={styles['quiet']}>{electorateNotes[draft.electorate]}</Text>
        <Slot>
          {representatives === 0 && (
            <Text className={styles['quiet']}>还没有登记居民代表，不能由代表表决。到议事工作台「居民代表」登记。</Text>
          )}
        </Slot>
        <Field label="谁看得到怎么投的">
          <Pills label="谁看得到怎么投的">
            {Secrecy.options.map((secrecy) => (
              <Pill
                key={secrecy}
                text={secrecyLabels[secrecy]}
                isChosen={secrecy === draft.secrecy}
                isDisabled={isStill}
                onPress={() => change({ secrecy })}
              />
            ))}
          </Pills>
          <Text className={styles['quiet']}>{secrecyWords[draft.secrecy]}</Text>
        </Field>
        <Rows>
          <ListRow
            role="switch"
            title="投票期间公布参与情况"
            note="按楼栋，不按人名"
            isChecked={draft.showsTurnout}
            end={<Toggle isOn={draft.showsTurnout} />}
            onPress={() => !isStill && change({ showsTurnout: !draft.showsTurnout })}
          />
          {draft.electorate !== 'residents' && (
            <ListRow
              role="switch"
              title="同时收纸质选票"
              note="录入要拍照，另一位工作人员复核"
              isChecked={draft.takesPaper}
              end={<Toggle isOn={draft.takesPaper} />}
              onPress={() => !isStill && change({ takesPaper: !draft.takesPaper })}
            />
          )}
        </Rows>
      </View>
    </Card>
  );
};

const Form = ({ asked, announced }: { asked: Asked; announced: Announced }) => {
  const voting = useVoting(asked, announced);
  const { draft, change, rulesLoad, fit, rules, times, missing, submit, isSending, isLocked, refusal } = voting;
  const isStill = isSending || isLocked;
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missing}
          text="公告这次表决"
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit()}
        />
      }
    >
      <Slot>
        <Refused refusal={refusal} />
      </Slot>
      <QuestionCard
        question={draft.question}
        matters={asked.topicId === undefined ? undefined : announced.matters}
        isDisabled={isStill}
        onChange={(question) => change({ question })}
      />
      <Card title="名称和说明">
        <View className={styles['stack']}>
          <LineBox
            value={draft.title}
            onChange={(title) => change({ title })}
            maxLength={voteLimits.title}
            placeholder="表决名称"
            isDisabled={isStill}
          />
          <TextArea
            value={draft.announcement}
            onChange={(announcement) => change({ announcement })}
            maxLength={2000}
            placeholder="方案是什么、花多少钱、谁出，同意和不同意各会怎样"
            label="说明"
            isDisabled={isStill}
          />
        </View>
      </Card>
      <WhoCard voting={voting} representatives={announced.representatives} isStill={isStill} />
      {rulesLoad.view.state === 'error' ? (
        <ErrorState error={rulesLoad.view.error} onRetry={() => void rulesLoad.reload()} />
      ) : (
        <RulesCard
          sets={fit}
          chosen={rules}
          electorate={draft.electorate}
          isDisabled={isStill}
          onChoose={(ruleSetId) => change({ ruleSetId })}
        />
      )}
      <Slot>
        {times !== undefined && (
          <TimesCard
            times={times}
            errors={{ opensAt: fieldError(refusal, 'opensAt'), closesAt: fieldError(refusal, 'closesAt') }}
            isDisabled={isStill}
            onChange={change}
          />
        )}
      </Slot>
    </Screen>
  );
};

const VotePage = () => {
  const { communityId, topicId } = useRouter().params;
  const asked: Asked = { communityId: communityId ?? '', topicId };
  const { view, reload } = useMatters(asked);
  if (communityId === undefined) return <NothingNamed />;
  if (view.state !== 'ready')
    return (
      <Screen>
        <Loaded view={view} onRetry={() => void reload()}>
          {() => null}
        </Loaded>
      </Screen>
    );
  if (topicId !== undefined && view.data.matters.length === 0)
    return (
      <Screen>
        <EmptyState
          icon="megaphone"
          title="还没有发过公告"
          text="没有公告过的事项不能表决。先在议题里发会前公告，写明要表决的事项。"
          action={<Button look="soft" text="去议题发公告" onPress={() => open(routes.handleTopic(topicId))} />}
        />
      </Screen>
    );
  return <Form asked={asked} announced={view.data} />;
};

export default VotePage;
