import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type CommunityId, communityOf, type ListingId, type PersonId } from '@suishoupai/shared/ids';
import type { FlagReason } from '@suishoupai/shared/moderation/contract';
import { moderationLimits } from '@suishoupai/shared/moderation/contract';
import { dayMs } from '@suishoupai/shared/time/units';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import type { ListingStep, NewListing } from '@suishoupai/shared/timebank/routes';
import type { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import type { output } from 'zod/mini';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import { type Actor, type Behalf, behalfOf, type Clerk } from './actor.ts';
import { decided } from './again.ts';
import type { TimebankItems } from './items-store.ts';
import { type ListingStore, listingActs } from './listing-store.ts';
import { type PoolStore, poolPromise, poolUse } from './pool-store.ts';
import { isShown, type ListingRecord } from './record.ts';

type Body = output<typeof NewListing>;
type Step = output<typeof ListingStep>;
type PromiseBody = RouteRequest<(typeof timebankStaffRoutes)['promiseHours']>['body'];
type Deps = {
  listings: ListingStore;
  pool: PoolStore;
  items: Pick<TimebankItems, 'transact'>;
  places: Pick<PlacesService, 'getCommunity'>;
};

const until = (now: Date): string => new Date(now.getTime() + timebankLimits.listedDays * dayMs).toISOString();

/** Offers and requests: made, paused, ended, complained of, looked at again. */
export const makeListings = ({ listings, pool, items, places }: Deps) => {
  const find = async (id: ListingId): Promise<ListingRecord> => {
    const listing = await listings.find(id);
    if (listing === undefined) throw new AppError('listing.notFound');
    return listing;
  };

  const placeOf = async (
    communityId: CommunityId,
    { gridId, building }: Pick<Body, 'gridId' | 'building'>,
    now: Date,
  ): Promise<string> => {
    const { grids } = await places.getCommunity(communityId, now);
    const grid = grids.find(({ id }) => id === gridId);
    if (gridId !== undefined && grid === undefined) throw invalidField('body.gridId', 'unknown', '没有这个网格');
    const words = [grid?.name, building === undefined ? undefined : `${building} 栋`].filter(
      (each) => each !== undefined,
    );
    return words.length === 0 ? '全社区' : words.join(' ');
  };

  /** What stands under an id, if it is the same; somebody else's or another content is a reuse. */
  const standing = async (
    id: ListingId,
    digest: string,
    ownerId: PersonId | undefined,
  ): Promise<ListingRecord | undefined> => {
    const listing = await listings.find(id);
    if (listing === undefined) return undefined;
    if (listing.digest !== digest || listing.ownerId !== ownerId) throw new AppError('id.reused');
    return listing;
  };

  const recordOf = async ({ id, ...content }: Body, digest: string, now: Date): Promise<ListingRecord> => ({
    ...content,
    id,
    communityId: communityOf(id),
    place: await placeOf(communityOf(id), content, now),
    at: now.toISOString(),
    until: until(now),
    state: 'open',
    fundedBy: 'person',
    revision: 1,
    digest,
    safety: 'pending',
    flags: [],
    lines: [],
  });

  const make = (actor: Actor, body: Body, now: Date): Promise<ListingRecord> => {
    const digest = digestOf(body);
    return decided(async () => {
      const known = await standing(body.id, digest, actor.personId);
      if (known !== undefined) return known;
      const record = await recordOf(body, digest, now);
      const own = await listings.listOf(record.communityId, actor.personId, undefined, 2 * timebankLimits.openListings);
      const open = own.items.filter(({ state }) => state !== 'ended').length;
      if (open >= timebankLimits.openListings) throw new AppError('listing.tooMany');
      const listing = { ...record, ownerId: actor.personId, ...behalfOf(actor) };
      return (await listings.save(listing)) ? listing : undefined;
    });
  };

  /** Minutes of the pool are promised in the same write that lists the request. */
  const promise = (clerk: Clerk, { elder, ...body }: PromiseBody, now: Date): Promise<ListingRecord> => {
    const digest = digestOf({ ...body, elder });
    return decided(async () => {
      const known = await standing(body.id, digest, undefined);
      if (known !== undefined) return known;
      const listing: ListingRecord = {
        ...(await recordOf(body, digest, now)),
        fundedBy: 'pool',
        by: clerk.label,
        elder,
      };
      const { communityId, minutes } = listing;
      if (await items.transact([...listingActs(listing), poolPromise(communityId, minutes)])) return listing;
      if ((await listings.find(body.id)) !== undefined) return undefined;
      if ((await pool.find(communityId)).free < minutes) throw new AppError('pool.insufficient');
      return undefined;
    });
  };

  /** Changes the listing as it stands; undefined from `next`: nothing to do. */
  const change = (id: ListingId, next: (listing: ListingRecord) => ListingRecord | undefined): Promise<ListingRecord> =>
    decided(async () => {
      const before = await find(id);
      const after = next(before);
      if (after === undefined) return before;
      const listing = { ...after, revision: before.revision + 1 };
      const isReleased = before.fundedBy === 'pool' && before.state !== 'ended' && listing.state === 'ended';
      const freed = isReleased ? [poolUse(listing.communityId, listing.minutes, 0)] : [];
      return (await items.transact([...listingActs(listing), ...freed])) ? listing : undefined;
    });

  const step = (
    id: ListingId,
    { id: stepId, what }: Step,
    now: Date,
    behalf: Partial<Behalf> = {},
  ): Promise<ListingRecord> =>
    change(id, (listing) => {
      const taken = listing.lines.find((line) => line.id === stepId);
      if (taken !== undefined && taken.digest !== what) throw new AppError('id.reused');
      if (taken !== undefined) return undefined;
      const { state, takenBy } = listing;
      const mayStep = stepsOf(listing).includes(what) && (what !== 'end' || takenBy === undefined);
      if (!mayStep || state === 'ended') throw new AppError('listing.stepNotAllowed');
      const at = now.toISOString();
      return {
        ...listing,
        state: what === 'pause' ? 'paused' : what === 'resume' ? 'open' : 'ended',
        until: what === 'resume' ? until(now) : listing.until,
        lines: [...listing.lines, { id: stepId, at, what, digest: what, ...behalfOf(behalf) }],
      };
    });

  /** Ends what nobody renewed; comes out the same when it is done twice. */
  const expire = async (id: ListingId, now: Date): Promise<boolean> => {
    const at = now.toISOString();
    const isOver = ({ state, until: last }: ListingRecord) => state !== 'ended' && last <= at;
    const { lines } = await change(id, (listing) =>
      isOver(listing)
        ? {
            ...listing,
            state: 'ended',
            lines: [...listing.lines, { id: `expire ${at}`, at, what: 'expire', digest: '' }],
          }
        : undefined,
    );
    return lines.at(-1)?.id === `expire ${at}`;
  };

  const flag = async (
    personId: PersonId,
    id: ListingId,
    said: { id: Body['id'] | string; reason: FlagReason },
    now: Date,
  ) => {
    const flagId = said.id as ListingRecord['flags'][number]['id'];
    await change(id, (listing) => {
      if (listing.ownerId === personId || !isShown(listing)) throw new AppError('listing.stepNotAllowed');
      const earlier = listing.flags.find(({ by }) => by === personId);
      if (earlier?.id === flagId && earlier.reason !== said.reason) throw new AppError('id.reused');
      if (earlier !== undefined) return undefined;
      const flags = [...listing.flags, { id: flagId, by: personId, reason: said.reason, at: now.toISOString() }];
      const open = openFlags({ ...listing, flags });
      return { ...listing, flags, safety: open.length >= moderationLimits.hidesAt ? 'held' : 'flagged' };
    });
    return { isNoted: true as const };
  };

  const appeal = async (personId: PersonId, id: ListingId, said: { id: string; note: string }, now: Date) => {
    await change(id, (listing) => {
      const { judged, safety, appeal: standingAppeal } = listing;
      if (listing.ownerId !== personId) throw new AppError('access.denied');
      if (standingAppeal?.id === said.id && standingAppeal.note !== said.note) throw new AppError('id.reused');
      if (standingAppeal?.id === said.id) return undefined;
      if (standingAppeal !== undefined || safety !== 'hidden' || judged === undefined) {
        throw new AppError('listing.stepNotAllowed');
      }
      const asked = { id: said.id as typeof judged.id, at: now.toISOString(), note: said.note, against: judged.by };
      return { ...listing, safety: 'appealed', appeal: asked };
    });
    return { isNoted: true as const };
  };

  const judge = async (
    clerk: Clerk,
    id: ListingId,
    said: { id: string; verdict: 'pass' | 'hidden'; note?: string | undefined },
    now: Date,
  ) => {
    await change(id, (listing) => {
      if (listing.judged?.id === said.id) return undefined;
      if (!mayJudge(listing, clerk.personId)) throw new AppError('access.denied');
      const { note } = said;
      const judged = {
        id: said.id as NonNullable<typeof listing.judged>['id'],
        by: clerk.personId,
        at: now.toISOString(),
      };
      return { ...listing, safety: said.verdict, judged: { ...judged, ...(note === undefined ? {} : { note }) } };
    });
    return { isNoted: true as const };
  };

  return { find, make, promise, step, change, expire, flag, appeal, judge };
};

/** What its owner may do to a listing in this state. */
export const stepsOf = ({ state, takenBy }: ListingRecord): Step['what'][] => {
  if (state === 'ended') return [];
  return [
    state === 'open' ? ('pause' as const) : ('resume' as const),
    ...(takenBy === undefined ? (['end'] as const) : []),
  ];
};

/** Complaints that no decision has settled yet. */
export const openFlags = ({ flags, judged }: Pick<ListingRecord, 'flags' | 'judged'>) =>
  flags.filter(({ at }) => at > (judged?.at ?? ''));

/** An appeal is decided by somebody else than its author and whoever took the words down. */
export const mayJudge = ({ safety, appeal, ownerId }: ListingRecord, personId: PersonId): boolean =>
  personId !== ownerId && (safety !== 'appealed' || personId !== appeal?.against);

export type Listings = ReturnType<typeof makeListings>;
