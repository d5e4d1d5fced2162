import type { Stance, TakenDown, Voice } from '@suishoupai/shared/topics/contract';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon/names.generated.ts';

export const stanceLooks: Record<Exclude<Stance, 'none'>, { tone: Tone; icon: IconName }> = {
  for: { tone: 'brand', icon: 'thumbs-up' },
  against: { tone: 'soon', icon: 'thumbs-down' },
  question: { tone: 'info', icon: 'circle-question-mark' },
};

/** What the safety check says of a voice, to its author alone. */
export const voiceMark = ({ isMine, safety }: Pick<Voice, 'isMine' | 'safety'>): string | undefined => {
  if (!isMine) return undefined;
  switch (safety) {
    case 'pass':
    case 'flagged':
      return undefined;
    case 'pending':
    case 'held':
      return '审核中';
    case 'hidden':
      return '没有公开';
    case 'appealed':
      return '申诉中';
    default:
      return safety satisfies never;
  }
};

/** Why my words were taken down, and whether somebody looked twice. */
export const takenDownWords = ({ note, canAppeal }: TakenDown): string => {
  const why = note === undefined ? '社区没有公开这条发言' : `没有公开的原因：${note}`;
  return canAppeal ? why : `${why}（已申诉过）`;
};
