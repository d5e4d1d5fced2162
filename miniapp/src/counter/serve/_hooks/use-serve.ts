import { type CommunityId, OrderId, PersonId, RewardId } from '@suishoupai/shared/ids';
import type { RewardCard, Served } from '@suishoupai/shared/rewards/contract';
import { counterRoutes, rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { standingOf } from '@suishoupai/shared/rewards/rules';
import { useState } from 'react';
import * as z from 'zod/mini';
import { isUndecided } from '../../../api/api-error.ts';
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

/** Sent and not answered: the same goes out again, also after the program was closed. What was refused is over. */
const Kept = z.object({
  sent: z.optional(z.object({ id: OrderId, personId: PersonId, rewardId: RewardId, count: z.int() })),
});

/** Acting for somebody who asked by voice: who, what, read back, and done. */
export const useServe = (communityId: CommunityId, source = askRewards) => {
  const now = useNow();
  const { view, reload } = useLoad(communityId, () => source(communityId, now), { reloadOnShow: true });
  const kept = useKept(`serve:${communityId}`, Kept, {});
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
      const { sent } = kept.value;
      const isSame = sent?.personId === person.personId && sent.rewardId === reward.id && sent.count === count;
      const asked = {
        ...{ personId: person.personId, count },
        id: isSame ? sent.id : await freshOrderId(communityId),
      };
      kept.setValue({ sent: { ...asked, rewardId: reward.id } });
      const { version, price } = reward;
      const body = { ...asked, version, points: price * count, unit: unit.trim(), checked: checked.trim() };
      try {
        await call(counterRoutes.redeemForResident, { params: { rewardId: reward.id }, body });
      } catch (error) {
        if (!isUndecided(error)) kept.clear();
        throw error;
      }
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
