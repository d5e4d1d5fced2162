import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../routes.ts';
import { Chip } from './chip.tsx';
import { Press } from './press.tsx';
import { Shot } from './shot.tsx';
import { SixSteps } from './six-steps.tsx';
import { clockOf, holderOf, lookOf } from './ticket-look.ts';
import styles from './ticket-row.module.scss';

type Props = { ticket: TicketCard; now: string; onPress?: () => void };

/** What, in whose hands, until when. */
export const TicketRow = ({ ticket, now, onPress }: Props) => {
  const { id, title, state, dueAt, reportedAt, coverUrl } = ticket;
  const look = lookOf(state);
  const clock = clockOf(dueAt, now);
  const holder = holderOf(ticket);
  const hands = clock?.isLate ? [holder, look.text] : [holder];
  const when = clock?.text ?? `${shortTime(reportedAt, now)} 上报`;
  const note = [...hands, clock?.isLate ? undefined : when].filter((part) => part !== undefined).join(' · ');
  return (
    <Press
      className={styles['row']}
      role="link"
      label={`${title}，${look.text}，${[holder, when].filter(Boolean).join('，')}`}
      onPress={onPress ?? (() => open(routes.ticket(id)))}
    >
      <Shot url={coverUrl} label={title} />
      <View className={styles['words']}>
        <View className={styles['top']}>
          <Text className={styles['title']}>{title}</Text>
          {clock?.isLate ? (
            <Chip text={clock.text} tone="late" icon={clock.icon} />
          ) : (
            <Chip text={look.text} tone={look.tone} icon={look.icon} />
          )}
        </View>
        <SixSteps state={state} size="mini" />
        <Text className={styles['note']}>{note}</Text>
      </View>
    </Press>
  );
};
