import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { ApiError } from '../api/api-error.ts';
import { Phrases } from '../ticket/phrases.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Slot } from '../ui/slot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import styles from './council.module.scss';
import { Refused } from './refused.tsx';

type Props = {
  title: string;
  hint?: string | undefined;
  placeholder: string;
  /** Said on the button. */
  submit: string;
  min: number;
  max: number;
  initial?: string;
  quick?: readonly string[];
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onSubmit: (words: string) => void;
  onClose: () => void;
  /** Above the words. */
  children?: ReactNode;
};

/** One thing to write, from below: a reason, an answer, a summary. */
export const WordsSheet = ({
  title,
  hint,
  placeholder,
  submit,
  min,
  max,
  initial = '',
  quick,
  isRunning,
  isLocked,
  refusal,
  onSubmit,
  onClose,
  children,
}: Props) => {
  const [words, setWords] = useState(initial);
  const short = words.trim().length < min;
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      <View className={styles['stack']}>
        <Slot>{hint !== undefined && <Text className={styles['quiet']}>{hint}</Text>}</Slot>
        <Slot>{children}</Slot>
        <Slot>{quick !== undefined && <Phrases phrases={quick} note={words} onChange={setWords} />}</Slot>
        <TextArea
          value={words}
          onChange={setWords}
          maxLength={max}
          placeholder={placeholder}
          label={placeholder}
          isDisabled={isRunning || isLocked}
        />
        <View className={styles['submit']}>
          <Refused refusal={refusal} />
          <Button
            isLarge
            text={isLocked && !isRunning ? '没有收到回音，再发一次' : short && min > 0 ? `至少写 ${min} 个字` : submit}
            isLoading={isRunning}
            isDisabled={short && !isLocked}
            onPress={() => onSubmit(words.trim())}
          />
        </View>
      </View>
    </Sheet>
  );
};
