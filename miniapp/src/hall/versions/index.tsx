import { MeetingId } from '@suishoupai/shared/ids';
import type { MinutesVersion } from '@suishoupai/shared/meetings/contract';
import { signatureRoleLabels } from '@suishoupai/shared/meetings/labels';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { exactTime } from '@suishoupai/shared/time/china';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import * as z from 'zod/mini';
import { call } from '../../api/client.ts';
import { useLoad } from '../../load/use-load.ts';
import { useRefresh } from '../../load/use-refresh.ts';
import { Banner } from '../../ticket/banners.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { NotFound } from '../not-found.tsx';
import { Prose } from '../prose.tsx';
import { Stack } from '../stack.tsx';
import { Diff } from './_components/diff.tsx';

type Props = { meetingId: MeetingId; version: MinutesVersion };

const Version = ({ meetingId, version }: Props) => {
  const { number, at, author, reason, attendance, signatures, hash, previous, isIntact } = version;
  const [isOpen, setOpen] = useState(false);
  const lines = [
    `${author} ${exactTime(at)} 写，当时到会 ${attendance} 人`,
    reason === undefined ? undefined : `为什么改：${reason}`,
    ...signatures.map(
      (signature) => `${signatureRoleLabels[signature.role]} ${signature.name} ${exactTime(signature.at)} 签字`,
    ),
    `指纹 ${hash.slice(0, 16)}`,
    number > 1 ? `接着上一版 ${previous.slice(0, 16)}` : undefined,
  ];
  return (
    <Card title={`第 ${number} 版`} aside={signatures.length === 2 ? '已双签' : '没有双签'}>
      <Stack>
        {!isIntact && <Banner tone="warn" icon="triangle-alert" text="这一版和指纹对不上，正在查明。" />}
        <Prose isQuiet text={lines.filter(Boolean).join('\n')} />
        {number > 1 && isOpen && <Diff meetingId={meetingId} number={number} />}
        {number > 1 && !isOpen && <Button look="soft" text="比上一版改了什么" onPress={() => setOpen(true)} />}
      </Stack>
    </Card>
  );
};

const Versions = ({ meetingId }: { meetingId: MeetingId }) => {
  const { view, reload } = useLoad(
    meetingId,
    async () => (await call(meetingRoutes.listMinutes, { params: { meetingId } })).items,
    { isEmpty: (items) => items.length === 0 },
  );
  useRefresh(reload);
  return (
    <Screen>
      <Prose isQuiet text="纪要写好就不能悄悄改：要改就是新的一版，旧的都留着，指纹一版接一版。" />
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={<EmptyState icon="file-text" title="还没有双签的纪要" />}
      >
        {(items) => items.map((version) => <Version key={version.number} meetingId={meetingId} version={version} />)}
      </Loaded>
    </Screen>
  );
};

const Page = () => {
  const meetingId = z.safeParse(MeetingId, useRouter().params['id']);
  if (meetingId.success) return <Versions meetingId={meetingId.data} />;
  return (
    <Screen>
      <NotFound title="没有找到这次会议" />
    </Screen>
  );
};

export default Page;
