import { RewardId } from '@suishoupai/shared/ids';
import type { Reward } from '@suishoupai/shared/rewards/contract';
import { rewardKindLabels } from '@suishoupai/shared/rewards/labels';
import { standingOf } from '@suishoupai/shared/rewards/rules';
import { exactTime, untilWords } from '@suishoupai/shared/time/china';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import * as z from 'zod/mini';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Facts, Line, Price, Prose, Stack, Title } from '../_parts/parts.tsx';
import { StandingChip } from '../_parts/standing-chip.tsx';
import { limitWords } from '../_parts/words.ts';
import { mostOf, RedeemSheet } from './_components/redeem-sheet.tsx';
import { useRedeem } from './_hooks/use-redeem.ts';

const Body = ({ reward, now }: { reward: Reward; now: string }) => {
  const { title, price, left, initial, kind, photos, description, place, hours, holdDays, supplier, mine } = reward;
  return (
    <>
      <Card>
        <Stack>
          <Title text={title} />
          <Line>
            <StandingChip reward={reward} now={now} />
          </Line>
          <Price points={price} note={`剩 ${left} 件，共 ${initial} 件`} />
          <Slot>{photos.length > 0 && <PhotoStrip photos={photos} label={title} />}</Slot>
          <Prose text={description} />
        </Stack>
      </Card>
      <Card title="怎么领">
        <Facts
          facts={[
            ['类别', rewardKindLabels[kind]],
            ['兑换时间', `${exactTime(reward.from)} 到 ${untilWords(reward.until)}`],
            ['限量', limitWords(reward)],
            ['到哪里领', place],
            ['时间', hours],
            ['谁给', supplier?.label],
            ['留多久', `换好以后留 ${holdDays} 天，没去领就原样退回积分`],
            ['我换过', mine === undefined || mine.bought === 0 ? undefined : `${mine.bought} 件`],
          ]}
        />
      </Card>
    </>
  );
};

/** What the button says, and whether it does anything. */
const actionOf = (reward: Reward, now: string, isSignedIn: boolean): { text: string; isOpen: boolean } => {
  const standing = standingOf(reward, now);
  if (standing === 'toCome') return { text: `${exactTime(reward.from)} 开始`, isOpen: false };
  if (standing === 'soldOut') return { text: '已经换完了', isOpen: false };
  if (standing !== 'open') return { text: '现在不能换', isOpen: false };
  if (!isSignedIn) return { text: '登录后兑换', isOpen: true };
  const { mine, price, perPerson } = reward;
  if (mine !== undefined && perPerson !== undefined && mine.bought >= perPerson) {
    return { text: `每人 ${perPerson} 件，您已经换过`, isOpen: false };
  }
  if (mine !== undefined && mine.free < price) return { text: `还差 ${price - mine.free} 积分`, isOpen: false };
  return { text: `用 ${price} 积分兑换`, isOpen: mostOf(reward) > 0 };
};

const RewardScreen = ({ rewardId }: { rewardId: RewardId }) => {
  const control = useRedeem(rewardId);
  const { view, reload, isSignedIn, pending } = control;
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const reward = view.state === 'ready' ? view.data : undefined;
  const action = reward && actionOf(reward, now, isSignedIn);
  const isToDo = pending !== undefined || action?.isOpen === true;
  return (
    <Screen
      foot={
        action === undefined ? undefined : (
          <Button
            isLarge
            look={isToDo ? 'filled' : 'soft'}
            isDisabled={!isToDo}
            text={pending === undefined ? action.text : '上次没有答复，再试一次'}
            onPress={() => (isSignedIn ? setOpen(true) : open(routes.signIn()))}
          />
        )
      }
    >
      <Loaded view={view} onRetry={() => void reload()}>
        {(ready) => <Body reward={ready} now={now} />}
      </Loaded>
      <Slot>
        {isOpen && reward !== undefined && (
          <RedeemSheet reward={reward} control={control} onClose={() => setOpen(false)} />
        )}
      </Slot>
    </Screen>
  );
};

const RewardPage = () => {
  const rewardId = z.safeParse(RewardId, useRouter().params['id']);
  if (rewardId.success) return <RewardScreen rewardId={rewardId.data} />;
  return (
    <Screen>
      <EmptyState icon="search" title="没有找到这件兑换品" text="可能已经下架，或者链接不完整" />
    </Screen>
  );
};

export default RewardPage;
