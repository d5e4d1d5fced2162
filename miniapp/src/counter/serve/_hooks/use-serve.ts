import { type CommunityId, OrderId, PersonId } from '@suishoupai/shared/ids';
import type { RewardCard, Served } from '@suishoupai/shared/rewards/contract';
import { counterRoutes, rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { standingOf } from '@suishoupai/shared/rewards/rules';
import { useState } from 'react';
import * as z from 'zod/mini';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { useKept } from '../../../forms/use-kept.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useNow } from '../../../state/now.ts';
import { notify } from '../../../ui/notify.ts';
import { freshOrderId } from '../../_parts/fresh-id.ts';

const askRewards = async (communityId: CommunityId, now: string): Promise<RewardCard[]> => {
  const { items } = await call(rewardRoutes.listRewards, { params: { communityId }, query: {} });
  return items.filter((reward) => standingOf(reward, now) === 'open');
};

/** Sent and not answered: the same goes out again, also after the program was closed. */
const Sent = z.object({ id: z.optional(OrderId), personId: z.optional(PersonId) });

/** Acting for somebody who asked by voice: who, what, read back, and done. */
export const useServe = (communityId: CommunityId, source = askRewards) => {
  const now = useNow();
  const { view, reload } = useLoad(communityId, () => source(communityId, now), { reloadOnShow: true });
  const kept = useKept(`serve:${communityId}`, Sent, {});
  const { run, running, refusalOf, isLocked } = useDeeds();
  const [unit, setUnit] = useState('');
  const [people, setPeople] = useState<Served[]>();
  const [person, setPerson] = useState<Served>();
  const [reward, setReward] = useState<RewardCard>();
  const [count, setCount] = useState(1);
  const [checked, setChecked] = useState('');

  const lookUp = () =>
    run(`look ${unit}`, async () => {
      const { items } = await call(counterRoutes.listServed, { params: { communityId }, query: { unit: unit.trim() } });
      setPerson(undefined);
      setPeople(items);
    });

  const redeem = () =>
    run('redeem', async () => {
      if (person === undefined || reward === undefined) return;
      const { personId } = person;
      const known = kept.value.personId === personId ? kept.value.id : undefined;
      const id = known ?? (await freshOrderId(communityId));
      kept.setValue({ id, personId });
      const { version, price } = reward;
      const body = { id, version, count, points: price * count, personId, unit: unit.trim(), checked: checked.trim() };
      await call(counterRoutes.redeemForResident, { params: { rewardId: reward.id }, body });
      kept.clear();
      notify('换好了，本人收得到消息');
      setPeople(undefined);
      setPerson(undefined);
      setReward(undefined);
      setCount(1);
      setChecked('');
      setUnit('');
      await reload();
    });

  return {
    ...{
      view,
      reload,
      unit,
      setUnit,
      people,
      person,
      setPerson,
      reward,
      setReward,
      count,
      setCount,
      checked,
      setChecked,
    },
    ...{ lookUp, redeem },
    isLooking: running?.startsWith('look') === true,
    isSending: running === 'redeem',
    isLocked: isLocked('redeem'),
    refusal: refusalOf('redeem') ?? refusalOf(`look ${unit}`),
  };
};

export type ServeControl = ReturnType<typeof useServe>;
