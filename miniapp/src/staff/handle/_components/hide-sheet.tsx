import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Phrases } from '../../../ticket/phrases.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from './review-card.module.scss';

const usual = ['含有他人姓名、电话或门牌', '照片里有人脸或车牌', '言语不当', '与这件事无关'];

type Props = { isOpen: boolean; isRunning: boolean; onHide: (reason: string) => void; onClose: () => void };

const Reason = ({ isRunning, onHide }: Pick<Props, 'isRunning' | 'onHide'>) => {
  const [reason, setReason] = useState('');
  return (
    <View className={styles['reason']}>
      <Text className={styles['note']}>作者会收到这个理由，可以申诉一次</Text>
      <Phrases phrases={usual} note={reason} onChange={(next) => setReason(next.slice(0, ticketLimits.reason))} />
      <TextArea
        value={reason}
        onChange={setReason}
        maxLength={ticketLimits.reason}
        placeholder="为什么不公开"
        label="为什么不公开"
        isDisabled={isRunning}
      />
      <Button
        isLarge
        text="不公开并告知作者"
        isLoading={isRunning}
        isDisabled={reason.trim() === ''}
        onPress={() => onHide(reason.trim())}
      />
    </View>
  );
};

/** Nothing is hidden without saying why. */
export const HideSheet = ({ isOpen, onClose, ...rest }: Props) => (
  <Sheet isOpen={isOpen} title="为什么不公开？" onClose={onClose}>
    <Reason {...rest} />
  </Sheet>
);
