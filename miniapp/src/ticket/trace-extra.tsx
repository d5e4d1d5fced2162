import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../routes.ts';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { PhotoStrip } from '../ui/photo-strip.tsx';
import { Press } from '../ui/press.tsx';
import { Stars } from '../ui/stars.tsx';
import { isAmongStaff } from './event-words.ts';
import styles from './trace.module.scss';

type Event = TicketView['events'][number];

type Props = {
  event: Event;
  title: string;
  details: readonly string[];
  /** False when they stand at the head of the screen. */
  hasPhotos: boolean;
  /** Absent where there is nothing of others to complain of. */
  onFlag: (() => void) | undefined;
  /** Asked already: it waits for the community. */
  isAppealed: boolean;
  onAppeal: (() => void) | undefined;
};

const Hidden = ({ isAppealed, onAppeal }: Pick<Props, 'isAppealed' | 'onAppeal'>) => (
  <View className={styles['hidden']}>
    <Icon name="eye-off" size="mark" />
    <Text>{isAppealed ? '已申诉，等社区再看一次' : '您写的或拍的没有公开'}</Text>
    {!isAppealed && onAppeal !== undefined && (
      <Press className={styles['appeal']} role="link" label="没有公开，申诉" onPress={onAppeal}>
        <Text>申诉</Text>
      </Press>
    )}
  </View>
);

/** What a line of the trace holds besides its title, its words and its time. */
export const TraceExtra = ({ event, title, details, hasPhotos, onFlag, isAppealed, onAppeal }: Props) => {
  const { stars, photos, other, hidden } = event;
  return (
    <View className={styles['extra']}>
      {details.map((line) => (
        <Text key={line} className={styles['detail']}>
          {line}
        </Text>
      ))}
      {stars !== undefined && <Stars value={stars} />}
      {hasPhotos && <PhotoStrip photos={photos} label={`${title}的照片`} />}
      {other !== undefined && (
        <Press className={styles['link']} role="link" onPress={() => open(routes.ticket(other.id))}>
          <Text>看那一件 {other.number}</Text>
          <Icon name="chevron-right" size="mark" />
        </Press>
      )}
      {isAmongStaff(event) && (
        <View className={styles['inside']}>
          <Chip text="仅工作人员可见" icon="eye-off" />
        </View>
      )}
      {hidden !== undefined && <Hidden isAppealed={isAppealed} onAppeal={onAppeal} />}
      {onFlag !== undefined && (
        <Press className={styles['flag']} label={`投诉「${title}」的内容`} onPress={onFlag}>
          <Icon name="ellipsis" />
        </Press>
      )}
    </View>
  );
};

/** Whether there is anything to put there. */
export const hasExtra = ({ event, details, hasPhotos, onFlag }: Props): boolean =>
  details.length > 0 ||
  hasPhotos ||
  onFlag !== undefined ||
  event.stars !== undefined ||
  event.other !== undefined ||
  event.hidden !== undefined ||
  isAmongStaff(event);
