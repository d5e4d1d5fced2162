import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { OutboxCard } from '../../outbox/outbox-card.tsx';
import { open, routes } from '../../routes.ts';
import { useElder } from '../../state/elder.ts';
import { useNow } from '../../state/now.ts';
import { aria } from '../../ui/aria.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Slot } from '../../ui/slot.tsx';
import { ElderHall } from './_components/elder-hall.tsx';
import { MeetingsCard } from './_components/meetings-card.tsx';
import { TopicRow } from './_components/topic-row.tsx';
import { VoteCard } from './_components/vote-card.tsx';
import { type ShownTopics, shownTopics, useHall } from './_hooks/use-hall.ts';
import styles from './index.module.scss';

const nameOf: Record<ShownTopics, string> = {
  all: '全部',
  proposed: '征集中',
  supported: '等答复',
  underway: '办理中',
  over: '已结束',
};

const emptyFor = (shown: ShownTopics) =>
  shown === 'all' ? (
    <EmptyState icon="message-circle" title="还没有议题" text="您觉得该大家商量的事，可以第一个提。" />
  ) : (
    <EmptyState icon="message-circle" title={`没有${nameOf[shown]}的议题`} />
  );

const HallPage = () => {
  const { community, going, topics, shown, choose } = useHall();
  const isElder = useElder();
  const now = useNow();
  useReachBottom(() => void topics.more());
  return (
    <Screen>
      {!isElder && (
        <View className={styles['head']}>
          <Text className={styles['lead']}>{`${community?.name ?? '社区'}的大事，一起商量、一起定`}</Text>
          {community !== undefined && (
            <Button look="soft" icon="plus" text="提议题" onPress={() => open(routes.propose(community.id))} />
          )}
        </View>
      )}
      <OutboxCard />
      <Loaded view={going.view} onRetry={() => void going.reload()} skeleton={<Skeleton cards={1} />}>
        {(ready) =>
          isElder ? (
            <ElderHall going={ready} community={community} now={now} />
          ) : (
            <>
              <Slot>
                {ready.votes.map((vote) => (
                  <VoteCard key={vote.id} card={vote} now={now} />
                ))}
              </Slot>
              <Slot>{ready.meetings.length > 0 && <MeetingsCard meetings={ready.meetings} now={now} />}</Slot>
            </>
          )
        }
      </Loaded>
      <Slot>
        {community !== undefined && (
          <Card isTight>
            <ListRow
              icon="clipboard-list"
              title="全部表决和开过的会"
              note="结果、纪要都在这里"
              onPress={() => open(routes.past(community.id))}
            />
          </Card>
        )}
      </Slot>
      <Text className={styles['section']} {...aria({ role: 'heading' })}>
        议题
      </Text>
      <PillLine label="看哪些议题">
        {shownTopics.map((each) => (
          <Pill key={each} text={nameOf[each]} isChosen={each === shown} onPress={() => choose(each)} />
        ))}
      </PillLine>
      <Loaded view={topics.view} onRetry={() => void topics.reload()} empty={emptyFor(shown)}>
        {(items) => (
          <>
            {items.map((topic) => (
              <Card key={topic.id} isTight>
                <TopicRow topic={topic} now={now} />
              </Card>
            ))}
            <ListTail tail={topics.tail} onMore={() => void topics.more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default HallPage;
