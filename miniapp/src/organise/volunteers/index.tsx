import type { CommunityId } from '@suishoupai/shared/ids';
import type { VolunteerCard } from '@suishoupai/shared/volunteering/contract';
import { availabilityLabels, skillLabels } from '@suishoupai/shared/volunteering/labels';
import { View } from '@tarojs/components';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import styles from '../../council/council.module.scss';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { Prose } from '../../hall/prose.tsx';
import { Stack } from '../../hall/stack.tsx';
import { useRefresh } from '../../load/use-refresh.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { EntrySheet } from './_components/entry-sheet.tsx';
import { useVolunteers } from './_hooks/use-volunteers.ts';

const saidOf = ({ skills, availability }: VolunteerCard): string =>
  [
    skills.map((skill) => skillLabels[skill]).join('、') || '没有写技能',
    availability.map((each) => availabilityLabels[each]).join('、') || '没有写什么时候有空',
  ].join('；');

const Volunteers = ({ communityId }: { communityId: CommunityId }) => {
  const { pages, deeds, enter, exportRecord } = useVolunteers(communityId);
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  const [entering, setEntering] = useState<VolunteerCard>();
  const close = () => setEntering(undefined);
  return (
    <Screen>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={<EmptyState icon="users" title="还没有志愿者登记" />}
      >
        {(items) => (
          <>
            {items.map((volunteer) => (
              <Card key={volunteer.personId} title={volunteer.name} aside={volunteer.isMinor ? '未满 18 岁' : ''}>
                <Stack>
                  <Prose isQuiet text={saidOf(volunteer)} />
                  <View className={styles['pair']}>
                    <Button
                      look="soft"
                      text="记培训、表彰"
                      label={`记培训、表彰，${volunteer.name}`}
                      onPress={() => setEntering(volunteer)}
                    />
                    <Button
                      look="ghost"
                      text="导出记录"
                      label={`导出记录，${volunteer.name}`}
                      onPress={() => exportRecord(volunteer.personId, volunteer.name)}
                    />
                  </View>
                </Stack>
              </Card>
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
      <Slot>
        {entering !== undefined && (
          <EntrySheet
            name={entering.name}
            isRunning={deeds.running === 'enter'}
            refusal={deeds.refusalOf('enter')}
            onEnter={(entry) => void enter(entering.personId, entry).then((isDone) => isDone && close())}
            onClose={close}
          />
        )}
      </Slot>
    </Screen>
  );
};

const Page = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Volunteers communityId={communityId} />;
};

export default Page;
