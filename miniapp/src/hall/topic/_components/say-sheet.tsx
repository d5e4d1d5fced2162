import type { Stance } from '@suishoupai/shared/topics/contract';
import { stanceLabels } from '@suishoupai/shared/topics/labels';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import type { Said } from '../_hooks/use-voices.ts';

const stances: Stance[] = ['for', 'against', 'question', 'none'];

type Props = { isRunning: boolean; onSay: (said: Said) => Promise<boolean>; onClose: () => void };

/** Where one stands, and why. */
export const SaySheet = ({ isRunning, onSay, onClose }: Props) => {
  const [stance, setStance] = useState<Stance>('none');
  const [text, setText] = useState('');
  const submit = async () => {
    if (await onSay({ stance, text })) onClose();
  };
  return (
    <Sheet isOpen title="说说您的看法" onClose={onClose}>
      <Stack>
        <Pills label="您的态度">
          {stances.map((each) => (
            <Pill key={each} text={stanceLabels[each]} isChosen={each === stance} onPress={() => setStance(each)} />
          ))}
        </Pills>
        <TextArea
          value={text}
          onChange={setText}
          maxLength={topicLimits.comment}
          placeholder="您的理由，或者想问的事"
          label="您的看法"
          isDisabled={isRunning}
        />
        <Prose isQuiet text="大家都能看到，只显示「居民」。请不要写姓名、电话和门牌号。" />
        <Button
          isLarge
          text={stance === 'none' ? '发出' : `发出，我${stanceLabels[stance]}`}
          isLoading={isRunning}
          isDisabled={text.trim() === ''}
          onPress={() => void submit()}
        />
      </Stack>
    </Sheet>
  );
};
