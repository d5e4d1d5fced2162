import type { Notice } from '@suishoupai/shared/people/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { PictureRow } from '../../../ui/picture-row.tsx';
import { lookOf, placeOf } from './notice-look.ts';
import styles from './notice-row.module.scss';

const addressOf = (notice: Notice): string => {
  const { page, of } = placeOf(notice);
  return routes[page](of);
};

const unread = '未读';

export const NoticeRow = ({ notice, now }: { notice: Notice; now: string }) => {
  const { title, text, at, isRead } = notice;
  const { icon, name } = lookOf(notice);
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
      onPress={() => open(addressOf(notice))}
    >
      <Text className={styles['text']}>{text}</Text>
    </PictureRow>
  );
};
