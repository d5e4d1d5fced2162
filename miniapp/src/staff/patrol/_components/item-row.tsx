import type { Patrol } from '@suishoupai/shared/fieldwork/contract';
import { outcomeLabel } from '@suishoupai/shared/fieldwork/labels';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { PhotoStrip } from '../../../ui/photo-strip.tsx';
import { Press } from '../../../ui/press.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from './item-row.module.scss';

type Item = Patrol['items'][number];
type Check = NonNullable<Item['check']>;

const looks: Record<Check['outcome'], { tone: Tone; icon: IconName }> = {
  fine: { tone: 'brand', icon: 'circle-check' },
  mended: { tone: 'info', icon: 'wrench' },
  ticket: { tone: 'soon', icon: 'send' },
};

const Found = ({ check, now }: { check: Check; now: string }) => {
  const { outcome, by, at, note, photos, ticket, isLate } = check;
  return (
    <View className={styles['found']}>
      <View className={styles['line']}>
        <Chip text={outcomeLabel[outcome]} {...looks[outcome]} />
        <Text className={styles['note']}>
          {by} · {shortTime(at, now)}
          {isLate ? '，过后补的' : ''}
        </Text>
      </View>
      {note !== undefined && <Text>{note}</Text>}
      {photos.length > 0 && <PhotoStrip photos={photos} label="处理后的照片" />}
      {ticket !== undefined && (
        <Press className={styles['ticket']} role="link" onPress={() => open(routes.handle(ticket.id))}>
          <Text>工单 {ticket.number}</Text>
          <Icon name="chevron-right" size="mark" />
        </Press>
      )}
    </View>
  );
};

type Props = {
  item: Item;
  now: string;
  /** Not before its day. */
  isOpen: boolean;
  /** Found, and not yet answered. */
  isWaiting: boolean;
  isSending: boolean;
  onFine: () => void;
  onMended: () => void;
  onTicket: () => void;
  onAgain: () => void;
};

/** One thing to look at, and under the thumb what was found. */
export const ItemRow = (props: Props) => {
  const { item, now, isOpen, isWaiting, isSending, onFine, onMended, onTicket, onAgain } = props;
  const { text, place, check } = item;
  return (
    <View className={styles['item']}>
      <Text className={styles['text']}>{text}</Text>
      {place !== undefined && (
        <View className={styles['place']}>
          <Icon name="map-pin" size="mark" />
          <Text>{place}</Text>
        </View>
      )}
      <Slot>
        {check !== undefined && <Found check={check} now={now} />}
        {check === undefined && isWaiting && (
          <View className={styles['acts']}>
            <Button
              look="soft"
              icon="rotate-cw"
              text={isSending ? '正在记下' : '没有收到回音，再发一次'}
              isLoading={isSending}
              onPress={onAgain}
            />
          </View>
        )}
        {check === undefined && !isWaiting && isOpen && (
          <View className={styles['acts']}>
            <Button look="soft" text="正常" label={`正常：${text}`} onPress={onFine} />
            <Button look="ghost" text="当场处理" label={`当场处理：${text}`} onPress={onMended} />
            <Button look="ghost" text="转工单" label={`转工单：${text}`} onPress={onTicket} />
          </View>
        )}
      </Slot>
    </View>
  );
};
