import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useNow } from '../../state/now.ts';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Screen } from '../../ui/screen.tsx';
import { MeetingsList } from './_components/meetings-list.tsx';
import { VotesList } from './_components/votes-list.tsx';

const Page = () => {
  const { communityId = '' } = useRouter().params;
  const now = useNow();
  const [isVotes, setVotes] = useState(true);
  return (
    <Screen>
      <PillLine label="看表决还是会议">
        <Pill text="表决" isChosen={isVotes} onPress={() => setVotes(true)} />
        <Pill text="开过的会" isChosen={!isVotes} onPress={() => setVotes(false)} />
      </PillLine>
      {isVotes ? (
        <VotesList communityId={communityId} now={now} />
      ) : (
        <MeetingsList communityId={communityId} now={now} />
      )}
    </Screen>
  );
};

export default Page;
