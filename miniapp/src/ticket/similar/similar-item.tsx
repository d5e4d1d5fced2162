import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Press } from '../../ui/press.tsx';
import { Shot } from '../../ui/shot.tsx';
import { Slot } from '../../ui/slot.tsx';
import { lookOf } from '../../ui/ticket-look.ts';
import { useJoin } from '../join/use-join.ts';
import styles from './similar.module.scss';
import { alreadyWords, similarNote } from './similar-words.ts';
import type { SimilarTicket } from './use-similar.ts';

type Props = { item: SimilarTicket; onJoined: (view: TicketView) => void };

/** One of them, large enough to tell whether it is the same. */
export const SimilarItem = ({ item, onJoined }: Props) => {
  const { ticket } = item;
  const { id, title, state, coverUrl } = ticket;
  const join = useJoin({ id, title }, onJoined);
  const look = lookOf(state);
  const already = alreadyWords(item);
  const note = similarNote(item);
  const see = () => open(routes.ticket(id));
  return (
    <>
      <Press role="link" label={`${title}，${look.text}，${note}，点开看`} onPress={see}>
        {coverUrl !== undefined && <Shot url={coverUrl} label={title} size="fill" />}
        <View className={styles['top']}>
          <Text className={styles['title']}>{title}</Text>
          <Chip text={look.text} tone={look.tone} icon={look.icon} />
        </View>
        <Text className={styles['note']}>{note}</Text>
      </Press>
      <Slot>{already !== undefined && <Text className={styles['already']}>{already}</Text>}</Slot>
      <Button
        look="ghost"
        text={already !== undefined ? '看进展' : join.isWaiting ? '已记下，等网络发出' : '是同一件，同感'}
        isLoading={join.isRunning}
        isDisabled={join.isWaiting}
        onPress={already === undefined ? join.join : see}
      />
    </>
  );
};
