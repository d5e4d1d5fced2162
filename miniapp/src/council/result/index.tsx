import type { VoteId } from '@suishoupai/shared/ids';
import type { Objection, Vote } from '@suishoupai/shared/votes/contract';
import { electorateLabels, secrecyLabels, voteStateLabels } from '@suishoupai/shared/votes/labels';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { confirmed } from '../../ui/notify.ts';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../council.module.scss';
import { NothingNamed } from '../nothing-named.tsx';
import { Refused } from '../refused.tsx';
import { RuleWords } from '../vote/_components/rules-card.tsx';
import { WordsSheet } from '../words-sheet.tsx';
import { ExtendSheet } from './_components/extend-sheet.tsx';
import { ObjectionsCard } from './_components/objections-card.tsx';
import { OutcomeCard } from './_components/outcome-card.tsx';
import { ProgressCard } from './_components/progress-card.tsx';
import { SealedCard } from './_components/sealed-card.tsx';
import { SettleSheet } from './_components/settle-sheet.tsx';
import { useVote, type VoteControl } from './_hooks/use-vote.ts';
import { standingWords } from './standing.ts';

type Opened = 'extend' | 'cancel' | 'settle' | Objection;

const Head = ({ vote }: { vote: Vote }) => (
  <Card>
    <View className={styles['stack']}>
      <Text className={styles['title']}>{vote.title}</Text>
      <View className={styles['line']}>
        <Chip text={voteStateLabels[vote.state]} tone="brand" />
        <Chip text={electorateLabels[vote.electorate]} />
        <Chip text={secrecyLabels[vote.secrecy]} />
      </View>
      <Text>{standingWords(vote)}</Text>
      {vote.cancelReason !== undefined && <Text className={styles['words']}>{`取消：${vote.cancelReason}`}</Text>}
      <Text className={styles['words']}>{vote.question.text}</Text>
    </View>
  </Card>
);

const Sheets = ({
  vote,
  opened,
  control,
  onClose,
}: {
  vote: Vote;
  opened: Opened;
  control: VoteControl;
  onClose: () => void;
}) => {
  const { deeds } = control;
  const close = (isDone: boolean) => isDone && onClose();
  const state = (about: string) => ({
    isRunning: deeds.running === about,
    isLocked: deeds.isLocked(about),
    refusal: deeds.refusalOf(about),
    onClose,
  });
  if (opened === 'settle')
    return vote.paper === undefined ? null : (
      <SettleSheet
        paper={vote.paper}
        onSettle={(totals) => void control.settle(totals).then(close)}
        {...state('settle')}
      />
    );
  if (opened === 'extend')
    return (
      <ExtendSheet
        closesAt={vote.closesAt}
        onExtend={(until, notice) => void control.extend(until, notice).then(close)}
        {...state('extend')}
      />
    );
  if (opened === 'cancel')
    return (
      <WordsSheet
        title="为什么取消？"
        hint="大家都看得到。已经投的票不再计。"
        placeholder="取消的理由"
        submit="取消这次表决"
        min={5}
        max={500}
        onSubmit={(reason) => void control.cancel(reason).then(close)}
        {...state('cancel')}
      />
    );
  return (
    <WordsSheet
      title="答复异议"
      hint={opened.words}
      placeholder="核对了什么，结果怎样"
      submit="答复，公开"
      min={5}
      max={500}
      onSubmit={(words) => void control.answer(opened.id, words).then(close)}
      {...state(`answer ${opened.id}`)}
    />
  );
};

/** Whatever else there is to do or to see; nothing of it in a vote that was cancelled early. */
const Ways = ({ vote, onOpen }: { vote: Vote; onOpen: (sheet: 'settle' | 'extend' | 'cancel') => void }) => {
  const { id, topicId, may } = vote;
  const paper = vote.takesPaper ? vote.paper : undefined;
  const isAny = paper !== undefined || topicId !== undefined || may.includes('extend') || may.includes('cancel');
  if (!isAny) return null;
  return (
    <Card isTight>
      <Rows>
        {paper !== undefined && (
          <ListRow
            icon="file-text"
            title="纸质选票"
            note={`已复核 ${paper.entered} 张 · 等复核 ${paper.waiting} 张 · 重复 ${paper.refused} 张`}
            onPress={() => open(routes.paperBallots(id))}
          />
        )}
        {may.includes('settle') && (
          <ListRow
            icon="list-checks"
            title="纸质选票对账"
            note="收回、作废和录入的张数要对上"
            role="button"
            onPress={() => onOpen('settle')}
          />
        )}
        {may.includes('extend') && (
          <ListRow icon="clock" title="延长投票" role="button" onPress={() => onOpen('extend')} />
        )}
        {may.includes('cancel') && (
          <ListRow icon="circle-x" title="取消表决" role="button" onPress={() => onOpen('cancel')} />
        )}
        {topicId !== undefined && (
          <ListRow icon="message-circle" title="看这次表决的议题" onPress={() => open(routes.handleTopic(topicId))} />
        )}
      </Rows>
    </Card>
  );
};

const RunVote = ({ voteId }: { voteId: VoteId }) => {
  const control = useVote(voteId);
  const now = useNow();
  const [opened, setOpened] = useState<Opened>();
  const { view, deeds } = control;
  const vote = view.state === 'ready' ? view.data.vote : undefined;
  const may = vote?.may ?? [];

  const publish = async () => {
    const text = '公示以后大家都看得到，收到的异议要一条一条答复。';
    if (await confirmed({ title: '公示结果？', text, yes: '公示' })) await control.publish();
  };
  const foot = () => {
    if (may.includes('publish'))
      return <Button isLarge text="公示结果" isLoading={deeds.running === 'publish'} onPress={() => void publish()} />;
    if (may.includes('settle') && vote?.paper?.waiting === 0)
      return <Button isLarge text="纸质选票对账" onPress={() => setOpened('settle')} />;
    if (may.includes('paper'))
      return <Button isLarge text="录入纸质选票" onPress={() => open(routes.enterPaper(voteId))} />;
    return undefined;
  };

  return (
    <Screen foot={foot()}>
      <Slot>
        <Refused refusal={deeds.refusalOf('publish')} />
      </Slot>
      <Loaded view={view} onRetry={() => void control.reload()}>
        {({ vote: shown, objections }) => (
          <>
            <Head vote={shown} />
            <Slot>
              {shown.result !== undefined && <OutcomeCard vote={shown} result={shown.result} />}
              {objections.length > 0 && (
                <ObjectionsCard
                  objections={objections}
                  now={now}
                  canAnswer={may.includes('answer')}
                  onAnswer={setOpened}
                />
              )}
              {shown.state === 'open' && shown.progress !== undefined && (
                <ProgressCard progress={shown.progress} electorate={shown.electorate} now={now} />
              )}
              {may.includes('audit') && (
                <SealedCard
                  looks={shown.looks}
                  now={now}
                  waiting={control.waiting}
                  isRunning={deeds.running === 'open'}
                  onAsk={control.openSealed}
                />
              )}
            </Slot>
            <Ways vote={shown} onOpen={setOpened} />
            <Card title={shown.ruleSet.title}>
              <RuleWords rules={shown.ruleSet} electorate={shown.electorate} />
            </Card>
          </>
        )}
      </Loaded>
      <Slot>
        {vote !== undefined && opened !== undefined && (
          <Sheets vote={vote} opened={opened} control={control} onClose={() => setOpened(undefined)} />
        )}
      </Slot>
    </Screen>
  );
};

const ResultPage = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <RunVote voteId={id} />;
};

export default ResultPage;
