import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { callPhone } from '../../../../platform/call-phone.ts';
import { limitWords } from '../../../../ticket/limit-words.ts';
import { Button } from '../../../../ui/button.tsx';
import styles from './fields.module.scss';

/** Whom to ring up, before it is written down that they were told. */
export const PhoneLine = ({ onBehalf }: Pick<TicketView, 'onBehalf'>) => {
  const { name, phone } = onBehalf ?? {};
  if (phone === undefined) return null;
  return <Button look="soft" icon="phone" text={`打给${name ?? '居民'} ${phone}`} onPress={() => callPhone(phone)} />;
};

/** What the department asks for and why, before it is granted or refused. */
export const ExtensionAsked = ({ extension }: Pick<TicketView, 'extension'>) => {
  if (extension === undefined) return null;
  const { limit, note } = extension;
  return (
    <View className={styles['asked']}>
      <Text className={styles['title']}>申请延期 {limitWords(limit)}</Text>
      <Text className={styles['note']}>{note}</Text>
    </View>
  );
};
