import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '../ui/card.tsx';
import { cx } from '../ui/cx.ts';
import { SixSteps } from '../ui/six-steps.tsx';
import { Stars } from '../ui/stars.tsx';
import { Ring } from './ring.tsx';
import { clockFace, standingOf } from './standing.ts';
import styles from './standing-card.module.scss';

/** Which of the six steps it stands at, who has it, and until when. */
export const StandingCard = ({ ticket, now }: { ticket: TicketView; now: string }) => {
  const { title, note } = standingOf(ticket, now);
  const clock = clockFace(ticket, now);
  return (
    <Card>
      <SixSteps state={ticket.state} />
      <View className={cx(styles['standing'], ticket.stars !== undefined && styles['rated'])}>
        <View className={styles['words']}>
          <Text className={styles['title']}>{title}</Text>
          <Text className={styles['note']}>{note}</Text>
        </View>
        {clock && <Ring clock={clock} />}
        {ticket.stars !== undefined && <Stars value={ticket.stars} />}
      </View>
    </Card>
  );
};
