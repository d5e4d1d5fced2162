import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { cx } from '../ui/cx.ts';
import { SixSteps } from '../ui/six-steps.tsx';
import { Stars } from '../ui/stars.tsx';
import { Ring } from './ring.tsx';
import { clockFace, standingOf } from './standing.ts';
import styles from './standing-card.module.scss';

type Props = {
  ticket: TicketView;
  now: string;
  /** Why it stands there. */
  children?: ReactNode;
};

/** Which of the six steps it stands at, who has it, and until when. */
export const StandingCard = ({ ticket, now, children }: Props) => {
  const { title, note } = standingOf(ticket, now);
  const clock = clockFace(ticket, now);
  // Work that goes on after a low rating, or is closed again after it, is not yet rated.
  const stars = ticket.state === 'rated' ? ticket.stars : undefined;
  return (
    <Card>
      <View className={styles['stack']}>
        <SixSteps state={ticket.state} />
        <View className={cx(styles['standing'], stars !== undefined && styles['rated'])}>
          <View className={styles['words']}>
            <Text className={styles['title']}>{title}</Text>
            <Text className={styles['note']}>{note}</Text>
          </View>
          {clock && <Ring clock={clock} />}
          {stars !== undefined && <Stars value={stars} />}
        </View>
        {children}
      </View>
    </Card>
  );
};
