import type { TopicId } from '@suishoupai/shared/ids';
import type { Topic, Voice } from '@suishoupai/shared/topics/contract';
import { useState } from 'react';
import { useMe } from '../../../api/client.ts';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Opened } from '../../opened.tsx';
import { type TopicControl, useTopic } from '../_hooks/use-topic.ts';
import { useVoices } from '../_hooks/use-voices.ts';
import type { Item } from '../appealed.ts';
import { AppealSheet } from './appeal-sheet.tsx';
import { FlagSheet } from './flag-sheet.tsx';
import { RateSheet } from './rate-sheet.tsx';
import { RepliesSheet } from './replies-sheet.tsx';
import { SaySheet } from './say-sheet.tsx';
import { TopicBody } from './topic-body.tsx';
import { TraceCard } from './trace-card.tsx';
import { VoicesCard } from './voices-card.tsx';

type Opening = { kind: 'say' } | { kind: 'replies' | 'flag'; voice: Voice } | { kind: 'appeal'; item: Item };

const running = ['proposed', 'supported', 'underway'];

/** The one thing to do here: rate what is done, else support what still collects it. */
const footOf = (topic: Topic | undefined, control: TopicControl) => {
  if (topic === undefined) return undefined;
  const { rating, isSupportWaiting, support } = control;
  if (topic.may.includes('rate'))
    return (
      <Button
        isLarge
        icon="star"
        text={topic.myStars === undefined ? '评一评办得怎么样' : '改评价'}
        onPress={rating.open}
      />
    );
  if (topic.state !== 'proposed' || topic.isSupported || topic.isMine || topic.title === undefined) return undefined;
  return (
    <Button
      isLarge
      icon={isSupportWaiting ? 'wifi-off' : 'thumbs-up'}
      text={isSupportWaiting ? '附议，等网络发出' : '附议，我也支持'}
      isLoading={control.running === 'support'}
      isDisabled={isSupportWaiting}
      onPress={support}
    />
  );
};

export const TopicScreen = ({ topicId }: { topicId: TopicId }) => {
  const control = useTopic(topicId);
  const voices = useVoices(topicId);
  const isSignedIn = useMe() !== undefined;
  const [opened, setOpened] = useState<Opening>();
  const [appealed, setAppealed] = useState<ReadonlySet<Item>>(new Set());
  const { view, topic, now, reload, rating } = control;
  const show = (opening: Opening) => (isSignedIn ? setOpened(opening) : open(routes.signIn()));
  const close = () => setOpened(undefined);
  const appealVoice = ({ id }: Voice) => setOpened({ kind: 'appeal', item: id });
  const isRunning = topic !== undefined && topic.title !== undefined && running.includes(topic.state);
  return (
    <Screen foot={footOf(topic, control)}>
      <Opened view={view} missing="没有找到这个议题" onRetry={() => void reload()}>
        {(ready) => (
          <>
            <TopicBody
              topic={ready}
              control={control}
              appealed={appealed}
              onAppeal={() => setOpened({ kind: 'appeal', item: 'topic' })}
            />
            <VoicesCard
              voices={voices}
              now={now}
              onSay={isRunning ? () => show({ kind: 'say' }) : undefined}
              onReply={(voice) => setOpened({ kind: 'replies', voice })}
              onFlag={(voice) => show({ kind: 'flag', voice })}
              onAppeal={appealVoice}
              appealed={appealed}
            />
            <TraceCard topic={ready} now={now} />
          </>
        )}
      </Opened>
      <Slot>
        {opened?.kind === 'say' && (
          <SaySheet isRunning={voices.running?.startsWith('say') === true} onSay={voices.say} onClose={close} />
        )}
        {opened?.kind === 'replies' && (
          <RepliesSheet
            key={opened.voice.id}
            topicId={topicId}
            voice={opened.voice}
            now={now}
            mayReply={isSignedIn && isRunning}
            onFlag={(voice) => show({ kind: 'flag', voice })}
            onAppeal={appealVoice}
            appealed={appealed}
            onClose={close}
          />
        )}
        {opened?.kind === 'flag' && <FlagSheet topicId={topicId} voice={opened.voice} onClose={close} />}
        {opened?.kind === 'appeal' && (
          <AppealSheet
            topicId={topicId}
            item={opened.item}
            onDone={(item) => setAppealed((before) => new Set([...before, item]))}
            onClose={close}
          />
        )}
        {rating.isOpen && (
          <RateSheet
            given={topic?.myStars}
            isRunning={control.running?.startsWith('rate') === true}
            onSend={rating.send}
            onClose={rating.close}
          />
        )}
      </Slot>
    </Screen>
  );
};
