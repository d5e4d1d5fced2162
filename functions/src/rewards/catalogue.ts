import { commonErrors } from '@suishoupai/shared/contract/common-errors';
import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type ActionId, communityOf, type MediaId, type PersonId, type RewardId } from '@suishoupai/shared/ids';
import type { Described } from '@suishoupai/shared/rewards/contract';
import type { rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { rewardAfter } from '@suishoupai/shared/rewards/transitions';
import type { Clerk, ClerkOf } from '../households/access.ts';
import type { Viewer } from '../http/handlers.ts';
import type { MediaRecord } from '../media/store.ts';
import { decided } from '../meetings/again.ts';
import { digestOf } from '../tickets/digest.ts';
import { type LineRecord, type StockRecord, termsOf, type VersionRecord } from './record.ts';
import type { RewardStore } from './reward-store.ts';

export type PhotosOf = (ownerId: PersonId, ids: readonly MediaId[]) => Promise<(MediaRecord | undefined)[]>;

type Deps = { rewards: RewardStore; clerkOf: ClerkOf; photosOf: PhotosOf };
type Body<Name extends keyof typeof rewardStaffRoutes> = RouteRequest<(typeof rewardStaffRoutes)[Name]>['body'];
type LineOf = { what: LineRecord['what']; id: LineRecord['id']; digest: string; delta?: number; reason?: string };

const changed = () => new AppError('reward.changed');
const notAllowed = () => new AppError('reward.stepNotAllowed');

const photoCode = (record: MediaRecord | undefined) => {
  if (record === undefined) return 'media.notFound';
  if (record.state === 'clean') return undefined;
  return record.state === 'awaiting' ? 'media.notReady' : 'media.refused';
};

const checkWindow = ({ from, until }: Described): void => {
  if (until <= from) throw invalidField('body.until', 'order', '结束时间要在开始时间之后');
};

/** What staff do with the catalogue. Each act leaves a line and is done once for its id. */
export const makeCatalogue = ({ rewards, clerkOf, photosOf }: Deps) => {
  const find = async (id: RewardId, options?: { consistent?: boolean }): Promise<StockRecord> => {
    const stock = await rewards.stock(id, options);
    if (stock === undefined) throw new AppError('reward.notFound');
    return stock;
  };

  /** Pictures that the version before had are as good as they were; new ones must be the writer's own, and clean. */
  const checkPhotos = async (ownerId: PersonId, photoIds: readonly MediaId[], known: readonly MediaId[]) => {
    const added = photoIds.filter((id) => !known.includes(id));
    const records = added.length === 0 ? [] : await photosOf(ownerId, added);
    for (const [index, id] of added.entries()) {
      const code = photoCode(records[index]);
      if (code === undefined) continue;
      const field = `body.photoIds.${photoIds.indexOf(id)}`;
      throw new AppError(code, [{ field, rule: code, message: commonErrors[code].message }]);
    }
  };

  const lineBy = ({ personId, label: by }: Clerk, now: Date, line: LineOf): LineRecord => ({
    ...line,
    at: now.toISOString(),
    by,
    personId,
  });

  /** The stock that an act is to be done on; undefined when it was done before. */
  const fresh = async (rewardId: RewardId, id: ActionId, digest: string): Promise<StockRecord | undefined> => {
    const stock = await find(rewardId);
    const line = await rewards.line(rewardId, id);
    if (line !== undefined && line.digest !== digest) throw new AppError('id.reused');
    return line === undefined ? stock : undefined;
  };

  return {
    find,

    make: async (
      viewer: Viewer,
      id: RewardId,
      { initial, ...said }: Body<'makeReward'>,
      now: Date,
    ): Promise<RewardId> => {
      const clerk = await clerkOf(viewer, communityOf(id), now);
      const digest = digestOf({ initial, ...said });
      const line = await rewards.line(id, id);
      if (line !== undefined && line.digest !== digest) throw new AppError('id.reused');
      if (line !== undefined) return id;
      checkWindow(said);
      await checkPhotos(viewer.personId, said.photoIds, []);
      const { personId, label: by } = clerk;
      const version: VersionRecord = { ...said, version: 1, at: now.toISOString(), by, personId, digest };
      const stock: StockRecord = { id, state: 'draft', left: initial, granted: 0, initial, terms: termsOf(version) };
      const isMade = await rewards.make(
        stock,
        version,
        lineBy(clerk, now, { id, what: 'make', digest, delta: initial }),
      );
      if (!isMade && (await rewards.line(id, id))?.digest !== digest) throw new AppError('id.reused');
      return id;
    },

    change: async (viewer: Viewer, rewardId: RewardId, body: Body<'changeReward'>, now: Date): Promise<void> => {
      const clerk = await clerkOf(viewer, communityOf(rewardId), now);
      const { id, version: seen, ...said } = body;
      const digest = digestOf(said);
      await decided(async () => {
        const stock = await fresh(rewardId, id, digest);
        if (stock === undefined) return {};
        const { version } = stock.terms;
        if (version !== seen) throw changed();
        checkWindow(said);
        const before = await rewards.version(rewardId, version);
        await checkPhotos(viewer.personId, said.photoIds, before?.photoIds ?? []);
        const next: VersionRecord = {
          ...{
            ...said,
            version: version + 1,
            at: now.toISOString(),
            by: clerk.label,
            personId: clerk.personId,
            digest,
          },
        };
        const isDone = await rewards.change(stock, next, lineBy(clerk, now, { id, what: 'change', digest }));
        return isDone ? {} : undefined;
      }, changed);
    },

    step: async (viewer: Viewer, rewardId: RewardId, { id, what }: Body<'stepReward'>, now: Date): Promise<void> => {
      const clerk = await clerkOf(viewer, communityOf(rewardId), now);
      const digest = digestOf({ what });
      await decided(async () => {
        const stock = await fresh(rewardId, id, digest);
        if (stock === undefined) return {};
        const state = rewardAfter(stock.state, what);
        if (state === undefined) throw notAllowed();
        return (await rewards.step(stock, state, lineBy(clerk, now, { id, what, digest }))) ? {} : undefined;
      }, changed);
    },

    correct: async (viewer: Viewer, rewardId: RewardId, body: Body<'correctStock'>, now: Date): Promise<void> => {
      const clerk = await clerkOf(viewer, communityOf(rewardId), now);
      const { id, delta, reason } = body;
      const digest = digestOf({ delta, reason });
      await decided(async () => {
        const stock = await fresh(rewardId, id, digest);
        if (stock === undefined) return {};
        if (stock.left + delta < 0) throw new AppError('reward.stockTooLow');
        const line = lineBy(clerk, now, { id, what: 'correct', digest, delta, reason });
        return (await rewards.correct(rewardId, delta, line)) ? {} : undefined;
      }, changed);
    },
  };
};
