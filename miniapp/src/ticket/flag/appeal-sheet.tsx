import type { TicketId } from '@suishoupai/shared/ids';
import { moderationLimits } from '@suishoupai/shared/moderation/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './flag-sheet.module.scss';
import { useFlag } from './use-flag.ts';

type Props = {
  ticketId: TicketId;
  /** What of mine was hidden there, words and photos; one reason is given for all of it. */
  items: readonly string[];
  onClose: () => void;
  onDone: () => void;
};

/** 申诉: once for each thing of mine that was taken down. */
export const AppealSheet = ({ ticketId, items, onClose, onDone }: Props) => {
  const { isRunning, appeal } = useFlag(ticketId);
  const [note, setNote] = useState('');

  const submit = async () => {
    if (!(await appeal({ items, note }))) return;
    onDone();
    onClose();
  };

  return (
    <Sheet isOpen title="申诉" onClose={onClose}>
      <View className={styles['form']}>
        <Text className={styles['hint']}>每项内容可以申诉一次，社区会再看一遍，结果在消息里告诉您。</Text>
        <TextArea
          value={note}
          onChange={setNote}
          maxLength={moderationLimits.note}
          placeholder="为什么应该公开？"
          label="为什么应该公开"
          isDisabled={isRunning}
        />
        <Button
          text="提交申诉"
          isLarge
          isLoading={isRunning}
          isDisabled={note.trim() === ''}
          onPress={() => void submit()}
        />
      </View>
    </Sheet>
  );
};
