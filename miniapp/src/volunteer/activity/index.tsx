import { ActivityId } from '@suishoupai/shared/ids';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { useMe } from '../../api/client.ts';
import { NotFound } from '../../hall/not-found.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ActivityScreen } from './_components/activity-screen.tsx';

const Page = () => {
  const personId = useMe()?.id;
  const activityId = z.safeParse(ActivityId, useRouter().params['id']);
  if (activityId.success) return <ActivityScreen key={personId} activityId={activityId.data} />;
  return (
    <Screen>
      <NotFound title="没有找到这个活动" />
    </Screen>
  );
};

export default Page;
