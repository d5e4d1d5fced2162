import type { Notice } from '@suishoupai/shared/people/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { PictureRow } from '../../../ui/picture-row.tsx';
import styles from './notice-row.module.scss';

type Look = { icon: IconName; name: string; opens: (about: Notice['about']) => string };

const progress: Look = { icon: 'clipboard-list', name: 'progress', opens: routes.ticket };
const looks = new Map<Notice['kind'], Look>([
  ['ticketProgress', progress],
  ['ticketWaiting', { icon: 'hourglass', name: 'waiting', opens: routes.ticket }],
  ['ticketWarning', { icon: 'clock', name: 'waiting', opens: routes.ticket }],
  ['ticketOverdue', { icon: 'clock-alert', name: 'overdue', opens: routes.ticket }],
  ['ticketEscalated', { icon: 'triangle-alert', name: 'overdue', opens: routes.ticket }],
  ['ticketMerged', { icon: 'users', name: 'progress', opens: routes.ticket }],
  ['ticketComment', { icon: 'message-circle', name: 'progress', opens: routes.ticket }],
  ['ticketTakedown', { icon: 'eye-off', name: 'waiting', opens: routes.ticket }],
  ['ticketReview', { icon: 'shield-check', name: 'waiting', opens: routes.handle }],
]);

const unread = '未读';

export const NoticeRow = ({ notice, now }: { notice: Notice; now: string }) => {
  const { kind, title, text, at, isRead, about } = notice;
  // The service may send kinds that this version of the program does not know.
  const { icon, name, opens } = looks.get(kind) ?? progress;
  const when = shortTime(at, now);
  return (
    <PictureRow
      className={styles['notice']}
      label={[title, ...(isRead ? [] : [unread]), text, when].join('，')}
      picture={
        <View className={cx(styles['mark'], styles[name])}>
          <Icon name={icon} />
        </View>
      }
      title={title}
      chip={!isRead && <Text className={styles['unread']}>{unread}</Text>}
      note={when}
      isQuiet={isRead}
      onPress={() => open(opens(about))}
    >
      <Text className={styles['text']}>{text}</Text>
    </PictureRow>
  );
};
