import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Press } from '../../../ui/press.tsx';
import { Shot } from '../../../ui/shot.tsx';
import { clockOf } from '../../../ui/ticket-look.ts';
import { type Action, edgeOf, stateLine, whereOf } from '../card-look.ts';
import styles from './queue-card.module.scss';

type Props = {
  ticket: TicketCard;
  now: string;
  /** The one thing to do. */
  action: Action;
  onAccept: () => void;
  isAccepting: boolean;
  /** No answer came to accepting it. */
  isLost: boolean;
};

/** One matter on the desk: how long there is, what, where, and the one thing to do. */
export const QueueCard = ({ ticket, now, action, onAccept, isAccepting, isLost }: Props) => {
  const { id, title, dueAt, coverUrl } = ticket;
  const clock = clockOf(dueAt, now);
  const { kind, text } = action;
  const openTicket = () => open(routes.handle(id));
  const line = isLost ? '接单没有收到回音，请再试一次' : stateLine(ticket, now);
  return (
    <View className={cx(styles['card'], styles[edgeOf(dueAt, now)])}>
      <Press
        className={styles['body']}
        role="link"
        label={[title, clock?.text, line].filter(Boolean).join('，')}
        onPress={openTicket}
      >
        <Shot url={coverUrl} label={title} />
        <View className={styles['words']}>
          <View className={styles['top']}>
            <Text className={styles['title']}>{title}</Text>
            {clock && <Chip text={clock.text} tone={clock.tone} icon={clock.icon} />}
          </View>
          <Text className={styles['note']}>{whereOf(ticket)}</Text>
        </View>
      </Press>
      <View className={styles['action']}>
        <Text className={cx(styles['note'], styles['line'], isLost && styles['lost'])}>{line}</Text>
        {kind === 'accept' ? (
          <Button
            look="soft"
            icon={isLost ? 'rotate-cw' : 'check'}
            text={isLost ? '再试一次' : text}
            label={`${text}：${title}`}
            isLoading={isAccepting}
            onPress={onAccept}
          />
        ) : (
          <Button look="soft" text={text} label={`${text}：${title}`} onPress={openTicket} />
        )}
      </View>
    </View>
  );
};
