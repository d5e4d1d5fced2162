import { topicLimits } from '@suishoupai/shared/topics/limits';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Stars } from '../../../ui/stars.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Stack } from '../../stack.tsx';

type Props = {
  given: number | undefined;
  isRunning: boolean;
  onSend: (stars: number, words: string) => void;
  onClose: () => void;
};

/** 回访评估: five stars and, if one likes, a few words. */
export const RateSheet = ({ given, isRunning, onSend, onClose }: Props) => {
  const [stars, setStars] = useState(given ?? 0);
  const [words, setWords] = useState('');
  return (
    <Sheet isOpen title="这件事办得怎么样？" onClose={onClose}>
      <Stack>
        <Stars value={stars} onChange={setStars} />
        <TextArea
          value={words}
          onChange={setWords}
          maxLength={topicLimits.note}
          placeholder="想说的话（可不填）"
          label="想说的话，可不填"
          isDisabled={isRunning}
        />
        <Button
          isLarge
          text={stars === 0 ? '先点星星' : `评 ${stars} 星`}
          isLoading={isRunning}
          isDisabled={stars === 0}
          onPress={() => onSend(stars, words)}
        />
      </Stack>
    </Sheet>
  );
};
