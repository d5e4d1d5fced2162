import { MeetingId } from '@suishoupai/shared/ids';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { useMe } from '../../api/client.ts';
import { Screen } from '../../ui/screen.tsx';
import { NotFound } from '../not-found.tsx';
import { MeetingScreen } from './_components/meeting-screen.tsx';

const Page = () => {
  const personId = useMe()?.id;
  const meetingId = z.safeParse(MeetingId, useRouter().params['id']);
  if (meetingId.success) return <MeetingScreen key={personId} meetingId={meetingId.data} />;
  return (
    <Screen>
      <NotFound title="没有找到这次会议" />
    </Screen>
  );
};

export default Page;
