import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { PhotoStrip } from '../ui/photo-strip.tsx';
import { Press } from '../ui/press.tsx';
import { Stars } from '../ui/stars.tsx';
import { type Moment, Timeline } from '../ui/timeline.tsx';
import { titleOf } from './event-words.ts';
import styles from './trace.module.scss';

/** More than this is folded: the newest say where it stands. */
const shownAtFirst = 6;

type Event = TicketView['events'][number];

const extraOf = (event: Event, hasPhotos: boolean) => {
  if (event.stars === undefined && !hasPhotos) return undefined;
  return (
    <View className={styles['extra']}>
      {event.stars !== undefined && <Stars value={event.stars} />}
      {hasPhotos && <PhotoStrip photos={event.photos} label={`${titleOf(event)}的照片`} />}
    </View>
  );
};

const momentOf = (event: Event, now: string, isSeen: boolean): Moment => ({
  id: event.id,
  title: titleOf(event),
  note: event.note,
  time: shortTime(event.at, now),
  isLate: event.step === 'overdue',
  extra: extraOf(event, event.photos.length > 0 && !isSeen),
});

type Props = {
  ticket: TicketView;
  now: string;
  /** Events whose photos stand at the head of the screen. */
  seen: ReadonlySet<string>;
};

/** Everything that happened, newest first: who, what, when, with their words and photos. */
export const Trace = ({ ticket, now, seen }: Props) => {
  const [isWhole, setWhole] = useState(false);
  const newestFirst = [...ticket.events].reverse();
  const isFolded = !isWhole && newestFirst.length > shownAtFirst + 1;
  const shown = isFolded ? newestFirst.slice(0, shownAtFirst) : newestFirst;
  return (
    <Card title="办理经过">
      <Timeline moments={shown.map((event) => momentOf(event, now, seen.has(event.id)))} />
      {isFolded && (
        <Press className={styles['more']} onPress={() => setWhole(true)}>
          <Text>看更早的 {newestFirst.length - shownAtFirst} 条</Text>
          <Icon name="chevron-down" size="mark" />
        </Press>
      )}
    </Card>
  );
};
