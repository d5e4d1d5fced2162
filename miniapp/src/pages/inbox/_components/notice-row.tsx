import type { Notice } from '@suishoupai/shared/people/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { Press } from '../../../ui/press.tsx';
import styles from './notice-row.module.scss';

const looks: Record<Notice['kind'], { icon: IconName; name: string }> = {
  ticketProgress: { icon: 'clipboard-list', name: 'progress' },
  ticketWaiting: { icon: 'hourglass', name: 'waiting' },
  ticketOverdue: { icon: 'clock-alert', name: 'overdue' },
};

export const NoticeRow = ({ notice, now }: { notice: Notice; now: string }) => {
  const { kind, title, text, at, isRead, ticketId } = notice;
  const { icon, name } = looks[kind];
  const when = shortTime(at, now);
  return (
    <Press
      className={styles['notice']}
      role="link"
      label={`${isRead ? '' : '未读，'}${title}，${text}，${when}`}
      onPress={() => open(routes.ticket(ticketId))}
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
