import type { RewardCard } from '@suishoupai/shared/rewards/contract';
import { standingLabels } from '@suishoupai/shared/rewards/labels';
import { standingOf } from '@suishoupai/shared/rewards/rules';
import { Chip } from '../../ui/chip.tsx';
import { standingLooks } from './words.ts';

export const StandingChip = ({ reward, now }: { reward: RewardCard; now: string }) => {
  const standing = standingOf(reward, now);
  return <Chip text={standingLabels[standing]} {...standingLooks[standing]} />;
};
