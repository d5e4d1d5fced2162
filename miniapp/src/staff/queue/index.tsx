import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { useMe } from '../../api/client.ts';
import { type Desk, desksOf, keyOf, titleOfDesk } from '../../desks.ts';
import { openTab, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { DeskSwitch } from './_components/desk-switch.tsx';
import { QueueList } from './_components/queue-list.tsx';

const notStaff = (
  <EmptyState
    icon="users"
    title="这里是工作人员的待办"
    text="物业、网格员和社区工作人员由社区开通。"
    action={<Button look="ghost" text="回首页" onPress={() => openTab(routes.home())} />}
  />
);

const signedOut = new ApiError('session.missing');

const Page = () => {
  const me = useMe();
  const { params } = useRouter();
  const [picked, setPicked] = useState<Pick<Desk, 'communityId' | 'desk'>>({
    communityId: params['communityId'] ?? '',
    desk: params['desk'] ?? '',
  });
  const desks = desksOf(me?.grants ?? []);
  const chosen = desks.find((desk) => keyOf(desk) === keyOf(picked)) ?? desks[0];
  const title = chosen && titleOfDesk(chosen);
  useEffect(() => {
    if (title !== undefined) void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <Screen>
      {me === undefined && <ErrorState error={signedOut} onRetry={() => undefined} />}
      {me !== undefined && chosen === undefined && notStaff}
      {chosen !== undefined && (
        <>
          <DeskSwitch desks={desks} chosen={chosen} onChoose={setPicked} />
          <QueueList key={keyOf(chosen)} desk={chosen} />
        </>
      )}
    </Screen>
  );
};

export default Page;
