import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import { Slot } from '../ui/slot.tsx';
import { type Moment, Timeline } from '../ui/timeline.tsx';
import { detailsOf, titleAmong } from './event-words.ts';
import { type Flaggable, flaggableIn } from './flag/flag-words.ts';
import { historyOf } from './history.ts';
import styles from './trace.module.scss';
import { hasExtra, TraceExtra } from './trace-extra.tsx';

/** More than this is folded: the newest say where it stands. */
const shownAtFirst = 6;

type Event = TicketView['events'][number];

/** What the viewer may do about the words and photos in it; staff decide on a screen of their own. */
type Moderation = {
  onFlag: (items: Flaggable[]) => void;
  onAppeal: (eventId: string, items: readonly string[]) => void;
  appealed: ReadonlySet<string>;
};

type Props = {
  ticket: TicketView;
  now: string;
  /** Events whose photos stand at the head of the screen. */
  seen: ReadonlySet<string>;
  moderation?: Moderation;
};

const isLate = ({ step }: Event) => step === 'overdue' || step === 'escalation';

const momentOf = (event: Event, { ticket, now, seen, moderation }: Props): Moment => {
  const { id, note, post, at, photos, hidden = [] } = event;
  const title = titleAmong(ticket.clocks, event);
  const items = moderation === undefined ? [] : flaggableIn(event, ticket);
  const extra = {
    event,
    title,
    details: detailsOf(event, now),
    hasPhotos: photos.length > 0 && !seen.has(id),
    onFlag: items.length === 0 ? undefined : () => moderation?.onFlag(items),
    isAppealed: moderation?.appealed.has(id) === true,
    onAppeal: moderation && (() => moderation.onAppeal(id, hidden)),
  };
  return {
    id,
    title,
    note,
    time: [shortTime(at, now), post].filter((part) => part !== undefined).join(' · '),
    isLate: isLate(event),
    extra: hasExtra(extra) ? <TraceExtra {...extra} /> : undefined,
  };
};

/** Everything that happened, newest first: who, what, when, with their words and photos. */
export const Trace = (props: Props) => {
  const [isWhole, setWhole] = useState(false);
  const newestFirst = [...props.ticket.events].reverse();
  // What comes while it is shown pushes nothing out below.
  const [atFirst] = useState(newestFirst.length);
  const most = shownAtFirst + Math.max(0, newestFirst.length - atFirst);
  const isFolded = !isWhole && newestFirst.length > most + 1;
  const shown = isFolded ? newestFirst.slice(0, most) : newestFirst;
  const history = historyOf(props.ticket);
  return (
    <Card title="办理经过">
      <Slot>{history !== undefined && <Text className={styles['history']}>{history}</Text>}</Slot>
      <Timeline moments={shown.map((event) => momentOf(event, props))} />
      {isFolded && (
        <Press className={styles['more']} onPress={() => setWhole(true)}>
          <Text>看更早的 {newestFirst.length - most} 条</Text>
          <Icon name="chevron-down" size="mark" />
        </Press>
      )}
    </Card>
  );
};
