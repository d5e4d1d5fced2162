import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { Cover } from '../../../category/cover.tsx';
import type { Desk } from '../../../desks.ts';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { PictureRow } from '../../../ui/picture-row.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { clockOf } from '../../../ui/ticket-look.ts';
import { type Action, edgeOf, stateLine, taskOf, whereOf } from '../card-look.ts';
import styles from './queue-card.module.scss';

type Props = {
  ticket: TicketCard;
  desk: Desk;
  now: string;
  /** The one thing to do. */
  action: Action;
  onAccept: () => void;
  isAccepting: boolean;
  /** No answer came to accepting it. */
  isLost: boolean;
  /** While several are being picked; `not`: this one cannot be. */
  pick: { isOn: boolean; toggle: () => void } | 'not' | undefined;
  /** Why it was not dispatched with the others. */
  refusal: string | undefined;
};

const Act = ({ ticket: { id, title }, action, onAccept, isAccepting, isLost }: Props) => {
  const { kind, text } = action;
  if (kind === 'open')
    return <Button look="soft" text={text} label={`${text}：${title}`} onPress={() => open(routes.handle(id))} />;
  return (
    <Button
      look="soft"
      icon={isLost ? 'rotate-cw' : 'check'}
      text={isLost ? '再试一次' : text}
      label={`${text}：${title}`}
      isLoading={isAccepting}
      onPress={onAccept}
    />
  );
};

/** One matter on the desk: how long there is, what, where, and the one thing to do. */
export const QueueCard = (props: Props) => {
  const { ticket, desk, now, isLost, pick, refusal } = props;
  const { id, title, dueAt } = ticket;
  const clock = clockOf(dueAt, now);
  const isPicking = pick !== undefined;
  const isPicked = pick !== undefined && pick !== 'not' && pick.isOn;
  const line = isLost ? '接单没有收到回音，请再试一次' : stateLine(ticket, desk, now);
  const note = isPicking ? `${whereOf(ticket)} · ${line}` : whereOf(ticket);
  const task = taskOf(ticket);
  return (
    <View className={cx(styles['card'], styles[edgeOf(dueAt, now)], isPicked && styles['picked'])}>
      <PictureRow
        className={cx(styles['body'], pick === 'not' && styles['dim'])}
        role={isPicking ? 'checkbox' : 'link'}
        isChecked={isPicking ? isPicked : undefined}
        isDisabled={pick === 'not'}
        label={[title, clock?.text, task, note, pick === 'not' ? '不能批量派遣' : undefined].filter(Boolean).join('，')}
        picture={
          <>
            <Slot>
              {isPicking && (
                <View className={cx(styles['check'], isPicked && styles['on'])}>
                  <Icon name={isPicked ? 'circle-check' : 'circle'} size="large" />
                </View>
              )}
            </Slot>
            <Cover ticket={ticket} />
          </>
        }
        title={title}
        chip={clock && <Chip text={clock.text} tone={clock.tone} icon={clock.icon} />}
        note={note}
        onPress={() => (pick === undefined ? open(routes.handle(id)) : pick !== 'not' && pick.toggle())}
      >
        {task !== undefined && <Text className={styles['task']}>{task}</Text>}
      </PictureRow>
      <Slot>
        {refusal !== undefined && (
          <View className={styles['refusal']}>
            <Icon name="circle-alert" size="mark" />
            <Text>没有派成：{refusal}</Text>
          </View>
        )}
      </Slot>
      <Slot>
        {!isPicking && (
          <View className={styles['action']}>
            <Text className={cx(styles['note'], styles['line'], isLost && styles['lost'])}>{line}</Text>
            <Act {...props} />
          </View>
        )}
      </Slot>
    </View>
  );
};
