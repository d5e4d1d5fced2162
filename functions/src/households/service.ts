import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import type { MediaRecord } from '../media/store.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import type { PlacesService } from '../places/service.ts';
import { makeClerkOf } from './access.ts';
import { makeClaimDesk } from './claim-desk.ts';
import type { ClaimStore } from './claim-store.ts';
import { makeClaimService } from './claims.ts';
import { makeElectors } from './electors.ts';
import type { RepresentativeStore } from './representative-store.ts';
import { makeRepresentatives } from './representatives.ts';
import type { RollStore } from './roll-store.ts';
import { makeRollService } from './rolls.ts';

type Deps = {
  claims: ClaimStore;
  rolls: RollStore;
  representatives: RepresentativeStore;
  places: Pick<PlacesService, 'getCommunity'>;
  accessLog: Pick<AccessLog, 'note'>;
  photosOf: (ownerId: PersonId, ids: readonly MediaId[]) => Promise<(MediaRecord | undefined)[]>;
  photoUrls: (id: MediaId) => Photo;
};

/** Households but for the reading of roll files, which needs far larger libraries (`roll-import.ts`). */
export const makeHouseholds = ({ claims, rolls, representatives, places, accessLog, photosOf, photoUrls }: Deps) => {
  const clerkOf = makeClerkOf(places);
  const { residents } = makeElectors({ rolls, claims, representatives });
  return {
    claims: makeClaimService({ claims, places, photosOf }),
    desk: makeClaimDesk({ claims, rolls, clerkOf, accessLog, photoUrls }),
    rolls: makeRollService({ rolls, claims, clerkOf, accessLog }),
    representatives: makeRepresentatives({ representatives, claims, residents, clerkOf, places, accessLog }),
  };
};

export type Households = ReturnType<typeof makeHouseholds>;
