import { shortTime } from '@suishoupai/shared/time/china';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicKindLabels } from '@suishoupai/shared/topics/labels';
import { OutboxCard } from '../../../outbox/outbox-card.tsx';
import { open, routes } from '../../../routes.ts';
import { Banner } from '../../../ticket/banners.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { PhotoStrip } from '../../../ui/photo-strip.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Stars } from '../../../ui/stars.tsx';
import { Head } from '../../head.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import { topicLook } from '../../topic-look.ts';
import type { TopicControl } from '../_hooks/use-topic.ts';
import { heldWords, type Item } from '../appealed.ts';
import { spokenOf } from '../spoken.ts';
import { ChainCard } from './chain-card.tsx';
import { NoticesCard } from './notices-card.tsx';
import { PathCard } from './path-card.tsx';
import { SupportCard } from './support-card.tsx';

const staffDeeds: readonly Topic['may'][number][] = [
  'takeUp',
  'refuse',
  'plan',
  'announce',
  'summarise',
  'step',
  'ticket',
];

type Props = { topic: Topic; control: TopicControl; appealed: ReadonlySet<Item>; onAppeal: () => void };

/** All there is to see of a topic but the discussion and the trace, the nearest question first. */
export const TopicBody = ({ topic, control: { now, running, withdraw }, appealed, onAppeal }: Props) => {
  const { id, kind, title, words, photos, state, events, refusal, summary, ratings, myStars, vote, meeting } = topic;
  const isCollecting = state === 'proposed' || state === 'supported' || state === 'lapsed';
  const held = title === undefined ? '文字和照片审核通过后，邻居才看得到。' : heldWords(topic, appealed);
  const [first] = events;
  return (
    <>
      <OutboxCard lane={id} />
      <Head
        title={title ?? '正在审核的议题'}
        note={`${first?.who ?? '居民'} ${shortTime(topic.proposedAt, now)} 提出${topic.isMine ? '（您提的）' : ''}`}
      >
        <Chip text={topicKindLabels[kind]} tone="calm" />
        <Chip {...topicLook(topic, now)} />
      </Head>
      <Slot>
        <ReadAloud text={spokenOf(topic, now)} />
      </Slot>
      <Slot>{held !== undefined && <Banner tone="info" icon="shield-check" text={held} />}</Slot>
      <Slot>
        {topic.takenDown?.canAppeal === true && !appealed.has('topic') && (
          <Button look="soft" text="觉得不该隐藏？申诉" onPress={onAppeal} />
        )}
      </Slot>
      <Slot>
        {topic.may.some((deed) => staffDeeds.includes(deed)) && (
          <Card isTight>
            <ListRow
              icon="wrench"
              title="到工作台办这个议题"
              note="仅工作人员可见"
              onPress={() => open(routes.handleTopic(id))}
            />
          </Card>
        )}
      </Slot>
      <Slot>
        {refusal !== undefined && (
          <Card title="为什么没有受理">
            <Prose text={refusal} />
          </Card>
        )}
      </Slot>
      <Slot>{isCollecting && <SupportCard topic={topic} now={now} />}</Slot>
      <Slot>{(state === 'underway' || state === 'done') && <PathCard topic={topic} now={now} />}</Slot>
      <Slot>
        {(vote !== undefined || meeting !== undefined) && (
          <Card isTight>
            {vote !== undefined && (
              <ListRow
                icon="vote"
                title={vote.isOpen ? '正在投票，去看看' : '要投票了'}
                note={`${shortTime(vote.closesAt, now)} 截止`}
                onPress={() => open(routes.vote(vote.id))}
              />
            )}
            {meeting !== undefined && (
              <ListRow
                icon="calendar"
                title="要开会了"
                note={shortTime(meeting.startsAt, now)}
                onPress={() => open(routes.meeting(meeting.id))}
              />
            )}
          </Card>
        )}
      </Slot>
      <Slot>
        {summary !== undefined && (
          <Card title="协商小结" tone="info">
            <Stack>
              <Prose text={summary.words} />
              <Prose isQuiet text={`${summary.who} ${shortTime(summary.at, now)} 置顶`} />
            </Stack>
          </Card>
        )}
      </Slot>
      <Slot>
        {words !== undefined && (
          <Card title="怎么回事">
            <Stack>
              <Prose text={words} />
              {photos.length > 0 && (
                <PhotoStrip
                  label="议题的照片"
                  photos={photos.map((photo) => ({ id: photo.id, url: photo.url, thumbUrl: photo.thumb }))}
                />
              )}
            </Stack>
          </Card>
        )}
      </Slot>
      <Slot>{topic.announcements.length > 0 && <NoticesCard topic={topic} now={now} />}</Slot>
      <Slot>
        <ChainCard topic={topic} now={now} />
      </Slot>
      <Slot>
        {ratings.count > 0 && (
          <Card title="居民评价" aside={`${ratings.stars} 星 · ${ratings.count} 人`}>
            <Stack>
              <Stars value={ratings.stars} />
              {myStars !== undefined && <Prose isQuiet text={`您评了 ${myStars} 星，评估结束前可以改`} />}
            </Stack>
          </Card>
        )}
      </Slot>
      <Slot>
        {topic.may.includes('withdraw') && (
          <Button look="plain" text="撤回这个议题" isLoading={running === 'withdraw'} onPress={withdraw} />
        )}
      </Slot>
    </>
  );
};
