import { kitLimits } from '@suishoupai/shared/desk-kit/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from './text-sheet.module.scss';

type Props = {
  /** Absent: a new one. */
  text: string | undefined;
  isSaving: boolean;
  onSave: (text: string) => void;
  onDrop: () => void;
  onClose: () => void;
};

export const TextSheet = ({ text, isSaving, onSave, onDrop, onClose }: Props) => {
  const [written, setWritten] = useState(text ?? '');
  const isSame = written.trim() === (text ?? '');
  return (
    <Sheet isOpen title={text === undefined ? '加一句' : '改这一句'} onClose={onClose}>
      <View className={styles['form']}>
        <TextArea
          value={written}
          onChange={setWritten}
          maxLength={kitLimits.template}
          placeholder="常写给居民的一句话"
          label="常用回复"
          isDisabled={isSaving}
        />
        <Button
          text="保存"
          isLarge
          isLoading={isSaving}
          isDisabled={isSame || written.trim() === ''}
          onPress={() => onSave(written)}
        />
        {text !== undefined && (
          <Button look="plain" icon="trash-2" text="删掉这一句" isDisabled={isSaving} onPress={onDrop} />
        )}
      </View>
    </Sheet>
  );
};
