import { VoteId } from '@suishoupai/shared/ids';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { useMe } from '../../api/client.ts';
import { Screen } from '../../ui/screen.tsx';
import { NotFound } from '../not-found.tsx';
import { VoteScreen } from './_components/vote-screen.tsx';

const Page = () => {
  const personId = useMe()?.id;
  const voteId = z.safeParse(VoteId, useRouter().params['id']);
  if (voteId.success) return <VoteScreen key={personId} voteId={voteId.data} />;
  return (
    <Screen>
      <NotFound title="没有找到这次表决" />
    </Screen>
  );
};

export default Page;
