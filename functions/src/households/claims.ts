import { type CommonCode, commonErrors } from '@suishoupai/shared/contract/common-errors';
import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type Claim, type householdRoutes, UnitPlace } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import { normalName, normalPlace, unitCode } from '@suishoupai/shared/households/rules';
import { communityOf, type MediaId, type PersonId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Viewer } from '../http/handlers.ts';
import { parsePart } from '../http/input.ts';
import type { MediaRecord } from '../media/store.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import { type ClaimRecord, claimViewOf, type PersonStanding, standingAsked } from './claim-record.ts';
import type { ClaimStore } from './claim-store.ts';
import { makeTakeStep } from './claim-taking.ts';

type Deps = {
  claims: ClaimStore;
  places: Pick<PlacesService, 'getCommunity'>;
  photosOf: (ownerId: PersonId, ids: readonly MediaId[]) => Promise<(MediaRecord | undefined)[]>;
};

type AskBody = RouteRequest<(typeof householdRoutes)['claimHousehold']>['body'];
type WithdrawRequest = RouteRequest<(typeof householdRoutes)['withdrawClaim']>;

const maxTries = 3;

const obstacleOf = (record: MediaRecord | undefined): CommonCode | undefined => {
  if (record === undefined) return 'media.notFound';
  if (record.state === 'clean') return undefined;
  return record.state === 'awaiting' ? 'media.notReady' : 'media.refused';
};

/** What a resident does. Nothing in here looks at the roll: no answer tells whether a flat or a name is on it. */
export const makeClaimService = ({ claims, places, photosOf }: Deps) => {
  const takeStep = makeTakeStep(claims);

  /** Photos of a certificate stay with the staff and belong to no ticket: that they are the person's own and clean is all they need. */
  const checkPhotos = async (personId: PersonId, ids: readonly MediaId[]) => {
    const records = ids.length === 0 ? [] : await photosOf(personId, ids);
    for (const [index, record] of records.entries()) {
      const code = obstacleOf(record);
      if (code === undefined) continue;
      throw new AppError(code, [{ field: `body.photos.${index}`, rule: code, message: commonErrors[code].message }]);
    }
  };

  const checkStanding = ({ open, day, asked }: PersonStanding, code: string, today: string) => {
    if (open.some(({ unit }) => unit === code)) throw new AppError('claim.exists');
    const isTooOften = day === today && asked >= householdLimits.claimsADay;
    if (isTooOften || open.length >= householdLimits.claims) throw new AppError('claim.tooMany');
  };

  const recordOf = (personId: PersonId, body: AskBody, now: Date): ClaimRecord => {
    const { id, building, entrance, room, as, name, idTail, phone, photos = [] } = body;
    const place = parsePart('body', UnitPlace, normalPlace({ building, entrance, room }));
    const told = {
      as,
      name: normalName(name),
      ...(idTail === undefined ? {} : { idTail: idTail.toUpperCase() }),
      ...(phone === undefined ? {} : { phone }),
      photoIds: photos,
    };
    return {
      id,
      communityId: communityOf(id),
      personId,
      at: now.toISOString(),
      ...place,
      code: unitCode(place),
      ...told,
      digest: digestOf({ ...place, ...told }),
      state: 'waiting',
      version: 1,
      events: [],
    };
  };

  return {
    ask: async ({ personId }: Viewer, body: AskBody, now: Date): Promise<Claim> => {
      const claim = recordOf(personId, body, now);
      const { communityId } = claim;
      await places.getCommunity(communityId, now);
      const today = chinaDay(claim.at);
      for (let tries = 0; tries < maxTries; tries += 1) {
        const known = await claims.find(claim.id);
        if (known !== undefined) {
          if (known.personId !== personId || known.digest !== claim.digest) throw new AppError('id.reused');
          return claimViewOf(known);
        }
        const before = await claims.standing(communityId, personId);
        // The same request has been written since: it is what stands, and no second one.
        if (before.open.some(({ claimId }) => claimId === claim.id)) continue;
        checkStanding(before, claim.code, today);
        await checkPhotos(personId, claim.photoIds);
        const standing = { before, after: standingAsked(before, claim, today) };
        if (await claims.change({ before: undefined, after: claim, standing })) return claimViewOf(claim);
      }
      throw new Error(`the requests of ${personId} are written by others all the time`);
    },

    mine: async ({ personId }: Viewer): Promise<{ items: Claim[] }> => ({ items: await claims.listOf(personId) }),

    withdraw: async (
      { personId }: Viewer,
      { params, body }: Pick<WithdrawRequest, 'params' | 'body'>,
      now: Date,
    ): Promise<Claim> => {
      const claim = await claims.find(params.claimId);
      if (claim === undefined || claim.personId !== personId) throw new AppError('claim.notFound');
      const at = now.toISOString();
      const event = { id: body.id, step: 'withdraw' as const, at, by: '本人', personId };
      return claimViewOf(await takeStep(claim, { event, by: 'person' }));
    },
  };
};

export type ClaimService = ReturnType<typeof makeClaimService>;
