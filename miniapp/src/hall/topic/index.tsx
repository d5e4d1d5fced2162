import { TopicId } from '@suishoupai/shared/ids';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { useMe } from '../../api/client.ts';
import { Screen } from '../../ui/screen.tsx';
import { NotFound } from '../not-found.tsx';
import { TopicScreen } from './_components/topic-screen.tsx';

const Page = () => {
  const personId = useMe()?.id;
  const topicId = z.safeParse(TopicId, useRouter().params['id']);
  if (topicId.success) return <TopicScreen key={personId} topicId={topicId.data} />;
  return (
    <Screen>
      <NotFound title="没有找到这个议题" />
    </Screen>
  );
};

export default Page;
