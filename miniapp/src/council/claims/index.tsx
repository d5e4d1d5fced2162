import type { ClaimForStaff } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import { placeWords } from '@suishoupai/shared/households/notices';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useNow } from '../../state/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { NothingNamed } from '../nothing-named.tsx';
import { WordsSheet } from '../words-sheet.tsx';
import { ClaimCard } from './_components/claim-card.tsx';
import { useClaims } from './_hooks/use-claims.ts';

const reasons = [
  '名册上没有这个业主，请带证件到社区核对',
  '房号填错了，请改好再申请',
  '请补一张能看清的房产证或租赁合同',
];

const Claims = ({ communityId }: { communityId: string }) => {
  const { pages, deeds, settle } = useClaims(communityId);
  const now = useNow();
  const [refusing, setRefusing] = useState<ClaimForStaff>();
  const about = `${refusing?.id} refuse`;
  return (
    <Screen>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={<EmptyState icon="circle-check" title="都核对完了" text="居民申请绑定房屋，会出现在这里。" />}
      >
        {(claims) => (
          <>
            {claims.map((claim) => (
              <ClaimCard
                key={claim.id}
                claim={claim}
                now={now}
                isRunning={deeds.running === `${claim.id} approve`}
                onApprove={() => void settle(claim, { decision: 'approve' })}
                onRefuse={() => setRefusing(claim)}
              />
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
      <Slot>
        {refusing !== undefined && (
          <WordsSheet
            key={refusing.id}
            title="为什么退回？"
            hint={`${refusing.name}，${placeWords(refusing)}。理由会告诉申请人。`}
            placeholder="说清哪里对不上，怎样补"
            submit="退回这份申请"
            min={1}
            max={householdLimits.reason}
            quick={reasons}
            isRunning={deeds.running === about}
            isLocked={deeds.isLocked(about)}
            refusal={deeds.refusalOf(about)}
            onSubmit={(reason) =>
              void settle(refusing, { decision: 'refuse', reason }).then((isDone) => isDone && setRefusing(undefined))
            }
            onClose={() => setRefusing(undefined)}
          />
        )}
      </Slot>
    </Screen>
  );
};

const ClaimsPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Claims communityId={communityId} />;
};

export default ClaimsPage;
