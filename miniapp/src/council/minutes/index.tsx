import type { MeetingId } from '@suishoupai/shared/ids';
import { signatureRoleLabels } from '@suishoupai/shared/meetings/labels';
import { useRouter } from '@tarojs/taro';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { confirmed } from '../../ui/notify.ts';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { NothingNamed } from '../nothing-named.tsx';
import { Refused } from '../refused.tsx';
import { VersionCard } from './_components/version-card.tsx';
import { useMinutes } from './_hooks/use-minutes.ts';
import { rolesToSign } from './signing.ts';

const Minutes = ({ meetingId }: { meetingId: MeetingId }) => {
  const { view, reload, deeds, sign } = useMinutes(meetingId);
  const { meeting, versions } = view.state === 'ready' ? view.data : { meeting: undefined, versions: [] };
  const newest = versions[0];
  const roles = meeting === undefined || newest === undefined ? [] : rolesToSign(meeting, newest);
  const canSign = roles.length > 0;

  const ask = async (role: 'chair' | 'recorder') => {
    if (newest === undefined) return;
    const text = `签的是第 ${newest.number} 版（指纹 ${newest.hash.slice(0, 16)}）。签完就不能改这一版。`;
    if (await confirmed({ title: `以${signatureRoleLabels[role]}签字？`, text, yes: '签字' })) await sign(newest, role);
  };

  const buttons = canSign
    ? roles.map((role, index) => (
        <Button
          key={role}
          look={index === 0 ? 'filled' : 'ghost'}
          text={`${signatureRoleLabels[role]}签字`}
          isLoading={deeds.running === `sign ${role}`}
          onPress={() => void ask(role)}
        />
      ))
    : undefined;
  const rewrite =
    meeting?.may.includes('write') === true ? (
      <Button look="ghost" text="写新的一版" onPress={() => open(routes.writeMinutes(meetingId))} />
    ) : undefined;

  return (
    <Screen foot={buttons ?? rewrite}>
      <Slot>
        <Refused refusal={deeds.refusalOf('sign chair') ?? deeds.refusalOf('sign recorder')} />
      </Slot>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={
          <EmptyState
            icon="file-text"
            title="还没有纪要"
            action={<Button look="soft" text="写纪要" onPress={() => open(routes.writeMinutes(meetingId))} />}
          />
        }
      >
        {({ versions: all }) => (
          <>
            {all.map((version) => (
              <VersionCard key={version.number} meetingId={meetingId} version={version} />
            ))}
            {canSign && rewrite}
          </>
        )}
      </Loaded>
    </Screen>
  );
};

const MinutesPage = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <Minutes meetingId={id} />;
};

export default MinutesPage;
