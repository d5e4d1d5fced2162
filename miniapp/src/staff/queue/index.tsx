import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { useMe } from '../../api/client.ts';
import { type Desk, keyOf, titleOfDesk } from '../../desks.ts';
import { openTab, routes } from '../../routes.ts';
import { useDesks } from '../../state/desks.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { QueueScreen } from './_components/queue-screen.tsx';

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
  const desks = useDesks();
  const chosen = desks.find((desk) => keyOf(desk) === keyOf(picked)) ?? desks[0];
  const title = chosen && titleOfDesk(chosen);
  useEffect(() => {
    if (title !== undefined) void Taro.setNavigationBarTitle({ title });
  }, [title]);
  if (chosen !== undefined) return <QueueScreen key={keyOf(chosen)} desks={desks} desk={chosen} onDesk={setPicked} />;
  return <Screen>{me === undefined ? <ErrorState error={signedOut} onRetry={() => undefined} /> : notStaff}</Screen>;
};

export default Page;
