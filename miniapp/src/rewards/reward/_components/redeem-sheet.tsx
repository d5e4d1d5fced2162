import type { Reward } from '@suishoupai/shared/rewards/contract';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Facts, HowMany, Prose, Stack } from '../../_parts/parts.tsx';
import type { RedeemControl } from '../_hooks/use-redeem.ts';

/** How many this person may still ask for. */
export const mostOf = ({ left, perPerson, price, mine }: Reward): number => {
  const byLimit = perPerson === undefined ? rewardLimits.count : perPerson - (mine?.bought ?? 0);
  return Math.max(0, Math.min(left, byLimit, Math.floor((mine?.free ?? 0) / price), rewardLimits.count));
};

type Props = { reward: Reward; control: RedeemControl; onClose: () => void };

/** Once more what it costs and where it is, before it is asked for. */
export const RedeemSheet = ({ reward, control: { redeem, isSending, pending }, onClose }: Props) => {
  const [chosen, setChosen] = useState(1);
  const count = pending?.count ?? chosen;
  const points = pending?.points ?? reward.price * count;
  const most = mostOf(reward);
  const again = '上次没有收到答复。再点一次还是那一单，不会重复扣分。';
  return (
    <Sheet isOpen title={reward.title} onClose={onClose}>
      <Stack>
        {pending === undefined && most > 1 && <HowMany label="换几件" count={count} most={most} onChange={setChosen} />}
        <Facts
          facts={[
            ['要用', `${points} 积分`],
            ['换完还剩', reward.mine === undefined ? undefined : `${reward.mine.free - points} 积分`],
            ['到哪里领', reward.place],
            ['时间', reward.hours],
            ['留多久', `${reward.holdDays} 天，没去领就原样退回积分`],
          ]}
        />
        {pending !== undefined && <Prose isQuiet text={again} />}
        <Button
          isLarge
          text={pending === undefined ? `确认用 ${points} 积分兑换` : '再试一次'}
          isLoading={isSending}
          onPress={() => void redeem(reward, count)}
        />
      </Stack>
    </Sheet>
  );
};
