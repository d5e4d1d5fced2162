import type { Participant } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { Refused } from '../../../council/refused.tsx';
import { Prose } from '../../../hall/prose.tsx';
import { Stack } from '../../../hall/stack.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Stars } from '../../../ui/stars.tsx';
import type { Hours } from '../_hooks/use-people.ts';

type Props = {
  participant: Participant;
  isRunning: boolean;
  refusal: ApiError | undefined;
  onConfirm: (hours: Hours) => void;
  onClose: () => void;
};

/** Minutes, and how it was; why, when the minutes are not those that were measured or something is flagged. */
export const HoursSheet = ({ participant, isRunning, refusal, onConfirm, onClose }: Props) => {
  const { name, measured, flags } = participant;
  const [minutes, setMinutes] = useState(String(measured ?? 0));
  const [stars, setStars] = useState(0);
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const isNumber = /^\d{1,3}$/.test(minutes) && Number(minutes) <= volunteeringLimits.mostMinutes;
  const isPlain = flags.length === 0 && Number(minutes) === measured;
  const needsReason = !isPlain && reason.trim().length < 2;
  const missing = needsReason ? '写上原因再核实' : stars === 0 ? '点星星评价再核实' : undefined;
  return (
    <Sheet isOpen title={`核实 ${name} 的时长`} onClose={onClose}>
      <Stack>
        <Refused refusal={refusal} />
        <Field label="分钟" hint={measured === undefined ? '没有完整的签到签退' : `签到到签退 ${measured} 分钟`}>
          <LineBox
            value={minutes}
            onChange={(value) => setMinutes(value.replace(/\D/g, ''))}
            keyboard="number"
            maxLength={3}
            placeholder="分钟"
            label="服务了多少分钟"
          />
        </Field>
        <Slot>
          {!isPlain && (
            <Field label="原因">
              <LineBox
                value={reason}
                onChange={setReason}
                maxLength={volunteeringLimits.reason}
                placeholder="比如 中途离开半小时"
                label="原因"
              />
            </Field>
          )}
        </Slot>
        <Stars value={stars} onChange={setStars} />
        <LineBox
          value={words}
          onChange={setWords}
          maxLength={volunteeringLimits.reason}
          placeholder="对这次服务的评价（可不写）"
          label="评价"
        />
        <Prose isQuiet text="时长和评价记进本人的服务记录，本人会收到消息。" />
        <Button
          isLarge
          text={missing ?? '核实'}
          isLoading={isRunning}
          isDisabled={!isNumber || missing !== undefined}
          onPress={() => onConfirm({ minutes: Number(minutes), stars, reason: isPlain ? '' : reason, words })}
        />
      </Stack>
    </Sheet>
  );
};
