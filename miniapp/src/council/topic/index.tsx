import { type CommunityId, communityOf, type TopicId } from '@suishoupai/shared/ids';
import { exactTime, shortTime, untilWords } from '@suishoupai/shared/time/china';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicEventLabels, topicKindLabels, topicStateLabels, topicStepLabels } from '@suishoupai/shared/topics/labels';
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
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import styles from '../council.module.scss';
import { NothingNamed } from '../nothing-named.tsx';

import { ChainCard } from './_components/chain-card.tsx';
import { StepsCard } from './_components/steps-card.tsx';
import { TopicSheets } from './_components/topic-sheets.tsx';
import { useTopic } from './_hooks/use-topic.ts';
import { deedLabel, deedsOf, type TopicDeed } from './next-deed.ts';

const pageOf = (deed: TopicDeed, id: TopicId, communityId: CommunityId): string | undefined => {
  switch (deed) {
    case 'takeUp':
    case 'plan':
      return routes.planTopic(id);
    case 'ticket':
      return routes.orderTicket(id);
    case 'meeting':
      return routes.callMeeting(communityId, id);
    case 'vote':
      return routes.announceVote(communityId, id);
    default:
      return undefined;
  }
};

const Head = ({ topic, now }: { topic: Topic; now: string }) => {
  const { title = '文字正在核对', kind, state, words, supports, threshold, dueAt, isLate, photos, refusal } = topic;
  const due = state === 'supported' ? '答复期限' : '这一步期限';
  return (
    <Card>
      <View className={styles['stack']}>
        <Text className={styles['title']}>{title}</Text>
        <View className={styles['line']}>
          <Chip text={topicKindLabels[kind]} />
          <Chip text={topicStateLabels[state]} tone="brand" />
          <Text className={styles['quiet']}>{`附议 ${supports} / ${threshold}`}</Text>
        </View>
        <Slot>
          {dueAt !== undefined && (state === 'supported' || state === 'underway') && (
            <View className={styles['line']}>
              <Chip
                text={isLate ? `${due}已过：${untilWords(dueAt)}` : `${due}：${untilWords(dueAt)}`}
                tone={isLate ? 'late' : 'soon'}
                icon="clock"
              />
            </View>
          )}
          {words !== undefined && <Text className={styles['words']}>{words}</Text>}
          {photos.length > 0 && (
            <PhotoStrip photos={photos.map(({ id, url, thumb }) => ({ id, url, thumbUrl: thumb }))} label="议题照片" />
          )}
          {refusal !== undefined && <Text className={styles['words']}>{`不受理：${refusal}`}</Text>}
        </Slot>
        <Text className={styles['quiet']}>{`${shortTime(topic.proposedAt, now)} 提出`}</Text>
      </View>
    </Card>
  );
};

const Announced = ({ topic, now }: { topic: Topic; now: string }) => {
  const { announcements, summary } = topic;
  return (
    <>
      {announcements.map(({ id, at, title, words, matters }) => (
        <Card key={id} title={title} aside={shortTime(at, now)}>
          <View className={styles['stack']}>
            <Text className={styles['words']}>{words}</Text>
            {matters.map((matter) => (
              <View key={matter} className={styles['sunk']}>
                <Text>{matter}</Text>
              </View>
            ))}
          </View>
        </Card>
      ))}
      {summary !== undefined && (
        <Card title="协商小结" aside={`${summary.who} ${shortTime(summary.at, now)}`}>
          <Text className={styles['words']}>{summary.words}</Text>
        </Card>
      )}
    </>
  );
};

const TopicDesk = ({ topicId }: { topicId: TopicId }) => {
  const control = useTopic(topicId);
  const now = useNow();
  const [opened, setOpened] = useState<TopicDeed | 'more'>();
  const topic = control.view.state === 'ready' ? control.view.data : undefined;
  const deeds = topic === undefined ? [] : deedsOf(topic);
  const [first, ...others] = deeds;

  const press = (deed: TopicDeed) => {
    const page = pageOf(deed, topicId, communityOf(topicId));
    setOpened(page === undefined ? deed : undefined);
    if (page !== undefined) open(page);
  };

  return (
    <Screen
      foot={
        topic === undefined || first === undefined ? undefined : (
          <>
            {others.length > 0 && <Button look="ghost" text="更多" onPress={() => setOpened('more')} />}
            <Button text={deedLabel(first, topic)} onPress={() => press(first)} />
          </>
        )
      }
    >
      <Loaded view={control.view} onRetry={() => void control.reload()}>
        {(shown) => (
          <>
            <Head topic={shown} now={now} />
            <Slot>
              <StepsCard topic={shown} />
            </Slot>
            <Slot>
              <ChainCard topic={shown} now={now} />
            </Slot>
            <Slot>
              <Announced topic={shown} now={now} />
            </Slot>
            <Card title="经过">
              <Timeline
                moments={[...shown.events].reverse().map(({ id, at, what, who, step, words }) => ({
                  id,
                  title: `${who} ${topicEventLabels[what]}${step === undefined ? '' : `「${topicStepLabels[step].name}」`}`,
                  note: words,
                  time: exactTime(at),
                  isLate: what === 'answerLate' || what === 'stepLate',
                }))}
              />
            </Card>
          </>
        )}
      </Loaded>
      <Slot>
        <Sheet isOpen={opened === 'more'} title="还可以" onClose={() => setOpened(undefined)}>
          <Rows>
            {topic !== undefined &&
              others.map((deed) => (
                <ListRow key={deed} role="button" title={deedLabel(deed, topic)} onPress={() => press(deed)} />
              ))}
          </Rows>
        </Sheet>
        {topic !== undefined && (
          <TopicSheets
            topic={topic}
            opened={opened === 'more' ? undefined : opened}
            control={control}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

const TopicPage = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <TopicDesk topicId={id} />;
};

export default TopicPage;
