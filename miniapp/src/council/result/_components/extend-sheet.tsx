import { chinaDay, exactTime, msOf } from '@suishoupai/shared/time/china';
import { dayMs } from '@suishoupai/shared/time/units';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { MomentField } from '../../moment-field.tsx';
import { WordsSheet } from '../../words-sheet.tsx';

type Props = {
  closesAt: string;
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onExtend: (closesAt: string, notice: string) => void;
  onClose: () => void;
};

/** A later close, with the notice that everyone reads. */
export const ExtendSheet = ({ closesAt, isRunning, isLocked, refusal, onExtend, onClose }: Props) => {
  const [until, setUntil] = useState(() => new Date(msOf(closesAt) + 3 * dayMs).toISOString());
  return (
    <WordsSheet
      title="延长投票"
      hint={`现在是 ${exactTime(closesAt)} 截止。延长以后不能再提前；有票的人都会收到消息，理由大家都看得到。`}
      placeholder="为什么延长"
      submit="延长，并通知大家"
      min={5}
      max={500}
      quick={['参与的还不够，延长让更多人投票', '有人在外地赶不及，应大家要求延长']}
      isRunning={isRunning}
      isLocked={isLocked}
      refusal={refusal}
      onSubmit={(notice) => onExtend(until, notice)}
      onClose={onClose}
    >
      <MomentField
        label="延长到"
        value={until}
        from={chinaDay(closesAt)}
        error={until <= closesAt ? '要晚于现在的截止时间' : undefined}
        isDisabled={isRunning || isLocked}
        onChange={setUntil}
      />
    </WordsSheet>
  );
};
