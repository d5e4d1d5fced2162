import type { CommunityId } from '@suishoupai/shared/ids';
import { FlagReason, flagReasonLabel } from '@suishoupai/shared/moderation/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import * as z from 'zod/mini';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../council.module.scss';
import { NothingNamed } from '../nothing-named.tsx';
import { WordsSheet } from '../words-sheet.tsx';
import { useHeld } from './_hooks/use-held.ts';
import type { HeldWords } from './queue.ts';

const kinds: Record<HeldWords['kind'], string> = { check: '机器拿不准', flag: '有人投诉', appeal: '作者申诉' };

/** A complaint's reason in words; what else is given there is words already. */
const reasonWords = (reason: string): string => {
  const known = z.safeParse(FlagReason, reason);
  return known.success ? flagReasonLabel[known.data] : reason;
};

const titleOf = ({ of }: HeldWords): string => {
  if ('voteId' in of) return '对结果的异议';
  return of.item === 'topic' ? '议题' : '发言';
};
const placeOf = ({ of }: HeldWords): string =>
  'topicId' in of ? routes.handleTopic(of.topicId) : routes.runVote(of.voteId);

const Held = ({ communityId }: { communityId: CommunityId }) => {
  const { pages, deeds, judge } = useHeld(communityId);
  const now = useNow();
  const [hiding, setHiding] = useState<HeldWords>();
  const about = `hidden ${hiding?.id}`;
  const isObjection = hiding !== undefined && 'voteId' in hiding.of;
  return (
    <Screen>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={
          <EmptyState icon="shield-check" title="没有要看的文字" text="机器拿不准的、有人投诉的发言和异议会到这里。" />
        }
      >
        {(all) => (
          <>
            {all.map((held) => (
              <Card
                key={held.id}
                title={titleOf(held)}
                aside={'topicId' in held.of ? '看议题' : '看表决'}
                onAside={() => open(placeOf(held))}
              >
                <View className={styles['stack']}>
                  <View className={styles['line']}>
                    <Chip text={kinds[held.kind]} tone="soon" />
                    <Text className={styles['quiet']}>
                      {[shortTime(held.at, now), ...held.reasons.map(reasonWords)].join(' · ')}
                    </Text>
                  </View>
                  <Text className={styles['words']}>{held.text}</Text>
                  {held.kind === 'appeal' && (
                    <>
                      <Text className={styles['quiet']}>{`撤下的理由：${held.takenDownFor ?? '没有写'}`}</Text>
                      <Text className={styles['quiet']}>{`作者说：${held.note ?? ''}`}</Text>
                    </>
                  )}
                  {!held.mayJudge && (
                    <Text className={styles['quiet']}>这条是您撤下或写的，请另一位工作人员或街道来决定。</Text>
                  )}
                  <View className={styles['pair']}>
                    <Button
                      look="ghost"
                      text={held.kind === 'appeal' ? '维持撤下' : '撤下'}
                      label={`撤下：${held.text.slice(0, 20)}`}
                      isDisabled={!held.mayJudge}
                      onPress={() => setHiding(held)}
                    />
                    <Button
                      look="soft"
                      text={held.kind === 'appeal' ? '重新公开' : '放行'}
                      label={`放行：${held.text.slice(0, 20)}`}
                      isDisabled={!held.mayJudge}
                      isLoading={deeds.running === `pass ${held.id}`}
                      onPress={() => void judge(held, { verdict: 'pass' })}
                    />
                  </View>
                </View>
              </Card>
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
      <Slot>
        {hiding !== undefined && (
          <WordsSheet
            key={hiding.id}
            title="为什么撤下？"
            hint={
              isObjection
                ? '不同意见不是撤下的理由。提出人会看到您写的话；这条异议仍然要答复。'
                : '不同意见不是撤下的理由。作者会看到您写的话，可以申诉。'
            }
            placeholder={isObjection ? '撤下的理由' : '撤下的理由（可不写）'}
            submit="撤下，别人看不到"
            min={isObjection ? 2 : 0}
            max={200}
            quick={['有辱骂人的话', '写了别人的隐私', '是广告']}
            isRunning={deeds.running === about}
            isLocked={deeds.isLocked(about)}
            refusal={deeds.refusalOf(about)}
            onSubmit={(note) =>
              void judge(hiding, { verdict: 'hidden', note }).then((isDone) => isDone && setHiding(undefined))
            }
            onClose={() => setHiding(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

const HeldPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Held communityId={communityId} />;
};

export default HeldPage;
