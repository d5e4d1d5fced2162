import type { OrderState } from '@suishoupai/shared/rewards/contract';
import type { Standing } from '@suishoupai/shared/rewards/rules';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon/names.generated.ts';

export const standingLooks: Record<Standing, { tone: Tone; icon: IconName }> = {
  toCome: { tone: 'info', icon: 'calendar' },
  open: { tone: 'brand', icon: 'circle-check' },
  soldOut: { tone: 'calm', icon: 'circle-x' },
  over: { tone: 'calm', icon: 'clock' },
  off: { tone: 'calm', icon: 'eye-off' },
};

export const orderLooks: Record<OrderState, { tone: Tone; icon: IconName }> = {
  open: { tone: 'soon', icon: 'hourglass' },
  done: { tone: 'brand', icon: 'circle-check' },
  cancelled: { tone: 'calm', icon: 'undo-2' },
  expired: { tone: 'calm', icon: 'clock' },
};

type Limits = { perPerson?: number | undefined; perHousehold?: number | undefined };

export const limitWords = ({ perPerson, perHousehold }: Limits): string | undefined => {
  const words = [
    perPerson === undefined ? undefined : `每人 ${perPerson} 件`,
    perHousehold === undefined ? undefined : `每户 ${perHousehold} 件`,
  ].filter((each) => each !== undefined);
  return words.length === 0 ? undefined : words.join('，');
};
