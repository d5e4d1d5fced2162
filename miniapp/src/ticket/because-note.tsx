import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { becauseOf } from './because.ts';
import styles from './because-note.module.scss';
import { useDutyOwner } from './use-duty-owner.ts';

/** The reason, where somebody gave one. */
export const BecauseNote = ({ ticket }: { ticket: TicketView }) => {
  const because = becauseOf(ticket, useDutyOwner(ticket));
  if (because === undefined) return null;
  const { head, words, more } = because;
  return (
    <View className={styles['because']}>
      <Text className={styles['head']}>{head}</Text>
      {words !== undefined && <Text className={styles['words']}>{words}</Text>}
      {more !== undefined && <Text className={styles['more']}>{more}</Text>}
    </View>
  );
};
