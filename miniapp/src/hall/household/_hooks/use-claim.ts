import { type Claim, householdRoutes } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import type { CommunityId } from '@suishoupai/shared/ids';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useSending } from '../../../forms/use-sending.ts';
import { usePhotos } from '../../../photos/use-photos.ts';
import { freshClaimId } from '../../../platform/new-id.ts';
import { notify } from '../../../ui/notify.ts';
import { blank, ClaimBody, type Claiming, claimOf, missingIn } from '../claiming.ts';

const ask = (body: ClaimBody): Promise<Claim> => call(householdRoutes.claimHousehold, { body });

/** A request to be bound to a household. A name and a certificate are not kept on the phone before they are sent. */
export const useClaim = (communityId: CommunityId, onDone: (claim: Claim) => void, send = ask) => {
  const [claiming, setClaiming] = useState<Claiming>(blank);
  const photos = usePhotos({ max: householdLimits.photos, initial: [] });
  const sending = useSending({
    key: `claim:${communityId}:${useMe()?.id}`,
    schema: ClaimBody,
    send,
    onDone: (claim) => {
      setClaiming(blank);
      for (const { id } of photos.photos) photos.remove(id);
      notify('已提交，社区核对后告诉您');
      onDone(claim);
    },
  });
  return {
    claiming,
    photos,
    sending,
    change: (change: Partial<Claiming>) => setClaiming((before) => ({ ...before, ...change })),
    missing: sending.isLocked ? undefined : missingIn(claiming, photos.photos),
    submit: () => void sending.submit(async () => claimOf(claiming, photos.photos, await freshClaimId(communityId))),
  };
};

export type ClaimControl = ReturnType<typeof useClaim>;
