import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Submit } from '../../../forms/submit.tsx';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { usePhotos } from '../../../photos/use-photos.ts';
import { waitingFor } from '../../../ticket/missing.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import type { Found } from '../_hooks/use-checks.ts';
import styles from './mended-sheet.module.scss';

type Props = {
  /** What was to be looked at. */
  text: string;
  isRunning: boolean;
  onSubmit: (found: Found) => void;
  onClose: () => void;
};

/** What was put right on the spot, with a photo if there is one. */
export const MendedSheet = ({ text, isRunning, onSubmit, onClose }: Props) => {
  const [note, setNote] = useState('');
  const photos = usePhotos({ max: fieldworkLimits.photos, initial: [] });
  const missing = waitingFor(photos.photos) ?? (note.trim() === '' ? '写一句怎么处理的' : undefined);
  const photoIds = photos.photos.map(({ id }) => id);
  return (
    <Sheet isOpen title="当场处理" onClose={onClose}>
      <View className={styles['form']}>
        <Text className={styles['what']}>{text}</Text>
        <TextArea
          value={note}
          onChange={setNote}
          maxLength={fieldworkLimits.note}
          placeholder="怎么处理的，比如“已请车主推走，消防通道清空”"
          label="怎么处理的"
          isDisabled={isRunning}
        />
        <PhotoGrid photos={photos} addText="加照片（可不加）" isLocked={isRunning} />
        <Submit
          missing={missing}
          text="记下"
          isSending={isRunning}
          isLocked={false}
          onSubmit={() => onSubmit({ outcome: 'mended', note, photoIds })}
        />
      </View>
    </Sheet>
  );
};
