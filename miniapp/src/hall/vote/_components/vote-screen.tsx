import type { VoteId } from '@suishoupai/shared/ids';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { isMotion } from '@suishoupai/shared/votes/question';
import { useElder } from '../../../state/elder.ts';
import { useNow } from '../../../state/now.ts';
import { Button } from '../../../ui/button.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Opened } from '../../opened.tsx';
import { voteClock } from '../../vote-left.ts';
import { useBallot } from '../_hooks/use-ballot.ts';
import { useVote } from '../_hooks/use-vote.ts';
import { shortWords } from '../drafting.ts';
import { ConfirmSheet } from './confirm-sheet.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';
import { VoteBody } from './vote-body.tsx';

type Ready = { vote: Vote; reload: () => Promise<void>; isSignedIn: boolean };

const ReadyVote = ({ vote, reload, isSignedIn }: Ready) => {
  const ballot = useBallot(vote, reload);
  const shownAt = useNow();
  const now = voteClock(vote.closesAt, shownAt, ballot.overAt);
  const isElder = useElder();
  const { ready, isFilling, ask } = ballot;
  // The three big buttons of elder mode ask by themselves.
  const isFooted = isFilling && !(isElder && isMotion(vote.question));
  const isReady = 'choice' in ready;
  return (
    <Screen
      foot={
        isFooted ? (
          <Button
            isLarge
            look={isReady ? 'filled' : 'soft'}
            text={isReady ? `投 ${shortWords(vote.question, ready.choice)}` : ready.missing}
            isDisabled={!isReady}
            onPress={() => isReady && ask(ready.choice)}
          />
        ) : undefined
      }
    >
      <VoteBody vote={vote} ballot={ballot} now={now} isSignedIn={isSignedIn} />
      <ConfirmSheet vote={vote} ballot={ballot} />
      <ReceiptSheet vote={vote} ballot={ballot} />
    </Screen>
  );
};

export const VoteScreen = ({ voteId }: { voteId: VoteId }) => {
  const { view, reload, isSignedIn } = useVote(voteId);
  if (view.state === 'ready') return <ReadyVote vote={view.data} reload={reload} isSignedIn={isSignedIn} />;
  return (
    <Screen>
      <Opened view={view} missing="没有找到这次表决" onRetry={() => void reload()}>
        {() => null}
      </Opened>
    </Screen>
  );
};
