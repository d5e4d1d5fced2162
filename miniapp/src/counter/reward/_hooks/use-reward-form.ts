import { type CommunityId, communityOf, type RewardId, type SupplierId } from '@suishoupai/shared/ids';
import type { RewardForStaff, Supplier } from '@suishoupai/shared/rewards/contract';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { useEffect } from 'react';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { useKept } from '../../../forms/use-kept.ts';
import { useLoad } from '../../../load/use-load.ts';
import { usePhotos } from '../../../photos/use-photos.ts';
import { replace, routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { notify } from '../../../ui/notify.ts';
import { freshRewardId } from '../../_parts/fresh-id.ts';
import { blankDraft, bodyOf, draftOf, missingIn, RewardDraft } from '../drafting.ts';

export type Asked = { communityId: CommunityId; rewardId?: RewardId };
export type Background = { reward?: RewardForStaff; suppliers: Supplier[] };

const askBackground = async ({ communityId, rewardId }: Asked): Promise<Background> => {
  const [{ items }, reward] = await Promise.all([
    call(rewardStaffRoutes.listRewardsForStaff, { params: { communityId }, query: {} }),
    rewardId === undefined ? undefined : call(rewardStaffRoutes.getRewardForStaff, { params: { rewardId } }),
  ]);
  const known = new Map(items.flatMap(({ supplier }) => (supplier === undefined ? [] : [[supplier.label, supplier]])));
  return { suppliers: [...known.values()], ...(reward === undefined ? {} : { reward }) };
};

/** The reward as it stands, and the suppliers that the community knows. */
export const useBackground = (asked: Asked, ask = askBackground) =>
  useLoad(`${asked.communityId} ${asked.rewardId}`, () => ask(asked));

/** A new supplier gets an id from that of the reward it comes with. */
const supplierIdFor = (label: string, suppliers: readonly Supplier[], rewardId: RewardId): SupplierId =>
  suppliers.find((each) => each.label === label.trim())?.id ?? `sup_${rewardId.slice(-16)}`;

export const useRewardForm = (
  { communityId, rewardId }: Asked,
  { reward, suppliers }: Background,
  show: (reward: RewardForStaff) => void,
) => {
  const now = useNow();
  const key = `reward:${rewardId ?? communityId}:${reward?.version ?? 0}`;
  const { value, setValue, clear } = useKept(
    key,
    RewardDraft,
    reward === undefined ? blankDraft(now) : draftOf(reward),
  );
  const photos = usePhotos({ max: rewardLimits.photos - value.kept.length, initial: value.photos });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on its way is part of the draft
  useEffect(() => setValue((draft) => ({ ...draft, photos: [...photos.photos] })), [photos.photos]);
  const deeds = useDeeds();

  const make = async () => {
    const id = value.id ?? (await freshRewardId(communityId));
    // Kept before it goes out, so that the next start of the program repeats this one.
    setValue({ ...value, id });
    const body = { ...bodyOf(value, supplierIdFor(value.supplier, suppliers, id)), initial: Number(value.initial) };
    await call(rewardStaffRoutes.makeReward, { params: { rewardId: id }, body });
    clear();
    notify('存成草稿了，看过没问题再上架');
    replace(routes.editReward(id));
  };
  const change = async (standing: RewardForStaff, id: `act_${string}`) => {
    const said = bodyOf(value, supplierIdFor(value.supplier, suppliers, standing.id));
    const changed = await call(rewardStaffRoutes.changeReward, {
      params: { rewardId: standing.id },
      body: { id, version: standing.version, ...said },
    });
    clear();
    notify('改好了，先前的订单还按原来的');
    show(changed);
  };

  const submit = () => deeds.run('save', (id) => (reward === undefined ? make() : change(reward, id)));
  const step = (standing: RewardForStaff, what: 'shelve' | 'withdraw') =>
    deeds.run(`${what} ${standing.lines.length}`, async (id) => {
      show(await call(rewardStaffRoutes.stepReward, { params: { rewardId: standing.id }, body: { id, what } }));
      notify(what === 'shelve' ? '已上架' : '已下架，先前的订单照样领');
    });
  const correct = (standing: RewardForStaff, delta: number, reason: string) =>
    deeds.run(`correct ${delta} ${reason} ${standing.lines.length}`, async (id) => {
      const body = { id, delta, reason };
      show(await call(rewardStaffRoutes.correctStock, { params: { rewardId: standing.id }, body }));
      notify('库存已调整');
    });

  return {
    ...{ now, draft: value, photos, submit, step, correct, suppliers },
    change: (next: Partial<RewardDraft>) => setValue({ ...value, ...next }),
    missing: missingIn(value, reward === undefined),
    isSending: deeds.running === 'save',
    isLocked: deeds.isLocked('save'),
    isRunning: deeds.running !== undefined,
    refusal: deeds.refusalOf('save'),
  };
};

export type RewardForm = ReturnType<typeof useRewardForm>;
export const communityIn = (communityId: string | undefined, id: string | undefined): CommunityId | undefined =>
  communityId ?? (id === undefined ? undefined : communityOf(id));
