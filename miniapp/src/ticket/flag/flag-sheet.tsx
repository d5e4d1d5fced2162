import type { TicketId } from '@suishoupai/shared/ids';
import { type FlagReason, moderationLimits } from '@suishoupai/shared/moderation/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Slot } from '../../ui/slot.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Choices } from './choices.tsx';
import styles from './flag-sheet.module.scss';
import { type Flaggable, flagReasons } from './flag-words.ts';
import { useFlag } from './use-flag.ts';

type Props = { ticketId: TicketId; items: readonly Flaggable[]; onClose: () => void };

/** 投诉: what, why, and a few words, one after the other; the community decides. */
export const FlagSheet = ({ ticketId, items, onClose }: Props) => {
  const { isRunning, flag } = useFlag(ticketId);
  const [item, setItem] = useState(items.length === 1 ? items[0]?.id : undefined);
  const [reason, setReason] = useState<FlagReason>();
  const [note, setNote] = useState('');

  const submit = async () => {
    if (item === undefined || reason === undefined) return;
    if (await flag({ item, reason, note })) onClose();
  };

  return (
    <Sheet isOpen title="投诉" onClose={onClose}>
      <View className={styles['form']}>
        {items.length > 1 && (
          <Field label="投诉哪一个？">
            <Choices
              label="投诉哪一个"
              options={items.map(({ id, label }) => [id, label] as const)}
              chosen={item}
              onChoose={setItem}
            />
          </Field>
        )}
        <Slot>
          {item !== undefined && (
            <Field label={items.length > 1 ? '为什么？' : `为什么投诉${items[0]?.label ?? ''}？`}>
              <Choices label="投诉的理由" options={flagReasons} chosen={reason} onChoose={setReason} />
            </Field>
          )}
        </Slot>
        <Slot>
          {reason !== undefined && (
            <>
              <TextArea
                value={note}
                onChange={setNote}
                maxLength={moderationLimits.note}
                placeholder="补充说明（可不填）"
                label="补充说明，可不填"
                isDisabled={isRunning}
              />
              <Button text="投诉" isLarge isLoading={isRunning} onPress={() => void submit()} />
            </>
          )}
        </Slot>
      </View>
    </Sheet>
  );
};
