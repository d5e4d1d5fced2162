import type { TicketId } from '@suishoupai/shared/ids';
import type { Notice } from '@suishoupai/shared/people/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { Press } from '../../../ui/press.tsx';
import styles from './notice-row.module.scss';

type Look = { icon: IconName; name: string; opens: (ticketId: TicketId) => string };

const progress: Look = { icon: 'clipboard-list', name: 'progress', opens: routes.ticket };
const looks = new Map<Notice['kind'], Look>([
  ['ticketProgress', progress],
  ['ticketWaiting', { icon: 'hourglass', name: 'waiting', opens: routes.ticket }],
  ['ticketOverdue', { icon: 'clock-alert', name: 'overdue', opens: routes.ticket }],
  ['ticketReview', { icon: 'shield-check', name: 'waiting', opens: routes.handle }],
]);

export const NoticeRow = ({ notice, now }: { notice: Notice; now: string }) => {
  const { kind, title, text, at, isRead, ticketId } = notice;
  // The service may send kinds that this version of the program does not know.
  const { icon, name, opens } = looks.get(kind) ?? progress;
  const when = shortTime(at, now);
  return (
    <Press
      className={styles['notice']}
      role="link"
      label={`${isRead ? '' : '未读，'}${title}，${text}，${when}`}
      onPress={() => open(opens(ticketId))}
    >
      <View className={cx(styles['mark'], styles[name])}>
        <Icon name={icon} />
      </View>
      <View className={styles['words']}>
        <View className={styles['top']}>
          <Text className={cx(styles['title'], !isRead && styles['new'])}>{title}</Text>
          {!isRead && <Text className={styles['unread']}>未读</Text>}
        </View>
        <Text className={styles['text']}>{text}</Text>
        <Text className={styles['time']}>{when}</Text>
      </View>
    </Press>
  );
};
