import type { RewardCard } from '@suishoupai/shared/rewards/contract';
import { rewardKindLabels, standingLabels } from '@suishoupai/shared/rewards/labels';
import { standingOf } from '@suishoupai/shared/rewards/rules';
import { exactTime, untilWords } from '@suishoupai/shared/time/china';
import type { ReactNode } from 'react';
import { PictureRow } from '../../ui/picture-row.tsx';
import { Shot } from '../../ui/shot.tsx';
import { Price } from './parts.tsx';
import { StandingChip } from './standing-chip.tsx';
import { limitWords } from './words.ts';

const whenWords = (reward: RewardCard, now: string): string =>
  now < reward.from ? `${exactTime(reward.from)} 开始` : `到 ${untilWords(reward.until)}`;

type Props = {
  reward: RewardCard;
  now: string;
  /** In place of where it stands for residents: the chip, and its word. */
  chip?: { node: ReactNode; word: string } | undefined;
  onPress: () => void;
};

/** A reward in a list: what, for how much, how many are left, and until when. */
export const RewardRow = ({ reward, now, chip, onPress }: Props) => {
  const { title, price, left, kind, photo, supplier } = reward;
  const note = [whenWords(reward, now), limitWords(reward), supplier?.label].filter(Boolean).join(' · ');
  const said = [title, chip?.word ?? standingLabels[standingOf(reward, now)], `${price} 积分`, `剩 ${left} 件`, note];
  return (
    <PictureRow
      label={said.join('，')}
      onPress={onPress}
      picture={
        <Shot
          url={photo?.thumbUrl}
          label={title}
          kind={{ icon: kind === 'goods' ? 'store' : 'wrench', name: rewardKindLabels[kind] }}
        />
      }
      title={title}
      chip={chip?.node ?? <StandingChip reward={reward} now={now} />}
      note={note}
    >
      <Price points={price} note={`剩 ${left} 件`} />
    </PictureRow>
  );
};
