import type { Claim } from '@suishoupai/shared/households/contract';
import { isOpenClaim } from '@suishoupai/shared/households/transitions';
import type { CommunityId } from '@suishoupai/shared/ids';
import { useState } from 'react';
import { useMe } from '../../api/client.ts';
import { Submit } from '../../forms/submit.tsx';
import { open, routes } from '../../routes.ts';
import { useMetCommunity } from '../../state/met-community.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Head } from '../head.tsx';
import { ClaimCard } from './_components/claim-card.tsx';
import { ClaimForm } from './_components/claim-form.tsx';
import { useClaim } from './_hooks/use-claim.ts';
import { useHouseholds } from './_hooks/use-households.ts';

type FormProps = { communityId: CommunityId; name: string; onDone: (claim: Claim) => void };

const Form = ({ communityId, name, onDone }: FormProps) => {
  const control = useClaim(communityId, onDone);
  const { sending, missing, submit } = control;
  return (
    <Screen
      foot={
        <Submit
          missing={missing}
          text="提交，请社区核对"
          isSending={sending.isSending}
          isLocked={sending.isLocked}
          onSubmit={submit}
        />
      }
    >
      <Head title={`认证住在${name}的哪一户`} note="认证一次，以后附议、发言、投票都用得上" />
      <ClaimForm control={control} />
    </Screen>
  );
};

const Mine = () => {
  const { view, reload, running, withdraw, add } = useHouseholds();
  const community = useMetCommunity();
  const now = useNow();
  const [isAsking, setAsking] = useState(false);
  const hasOpen = view.state === 'ready' && view.data.some(({ state }) => isOpenClaim(state));
  if (community !== undefined && (isAsking || view.state === 'empty'))
    return (
      <Form
        communityId={community.id}
        name={community.name}
        onDone={(claim) => {
          setAsking(false);
          add(claim);
        }}
      />
    );
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()} empty={<Skeleton cards={1} />}>
        {(claims) =>
          claims.map((claim) => (
            <ClaimCard
              key={claim.id}
              claim={claim}
              now={now}
              isRunning={running === claim.id}
              onWithdraw={() => withdraw(claim)}
            />
          ))
        }
      </Loaded>
      <Slot>
        {view.state === 'ready' && (
          <Button
            look={hasOpen ? 'ghost' : 'filled'}
            icon="plus"
            text={hasOpen ? '再认证一户' : '申请认证'}
            onPress={() => setAsking(true)}
          />
        )}
      </Slot>
    </Screen>
  );
};

const Page = () => {
  const personId = useMe()?.id;
  if (personId !== undefined) return <Mine key={personId} />;
  return (
    <Screen>
      <EmptyState
        icon="user-round"
        title="登录后认证房屋"
        text="认证以后可以附议、发言、投票。"
        action={<Button text="去登录" onPress={() => open(routes.signIn())} />}
      />
    </Screen>
  );
};

export default Page;
