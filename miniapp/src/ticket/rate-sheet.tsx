import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { View } from '@tarojs/components';
import type { ApiError } from '../api/api-error.ts';
import { Button } from '../ui/button.tsx';
import { errorText } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Slot } from '../ui/slot.tsx';
import { Stars } from '../ui/stars.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { StepContent } from './content.ts';
import { Phrases } from './phrases.tsx';
import styles from './rate-sheet.module.scss';
import { phrasesFor, rateSubmit, rateWarning } from './rate-words.ts';
import { useReply } from './use-reply.ts';

type Props = {
  ticketId: TicketId;
  rectifications: TicketView['rectifications'];
  isRunning: boolean;
  refusal: ApiError | undefined;
  onSubmit: (content: StepContent) => void;
  onClose: () => void;
};

/** Five stars; what few of them set going is said before they are given. */
export const RateSheet = ({ ticketId, rectifications, isRunning, refusal, onSubmit, onClose }: Props) => {
  const { note, setNote, fields, setFields, content } = useReply(ticketId, 'rate');
  const { stars } = fields;
  const warning = rateWarning(stars, rectifications);
  return (
    <Sheet isOpen title="这次办得怎么样？" onClose={onClose}>
      <View className={styles['form']}>
        <Stars value={stars ?? 0} onChange={(chosen) => setFields({ stars: chosen })} />
        <Slot>{warning !== undefined && <Field error={warning} />}</Slot>
        <Slot>{stars !== undefined && <Phrases phrases={phrasesFor(stars)} note={note} onChange={setNote} />}</Slot>
        <TextArea
          value={note}
          onChange={setNote}
          maxLength={ticketLimits.note}
          placeholder="想说的话（可不填）"
          label="想说的话，可不填"
          isDisabled={isRunning}
        />
        <Slot>{refusal !== undefined && <Field error={errorText(refusal)} />}</Slot>
        <Button
          text={rateSubmit(stars, rectifications)}
          isLarge
          isLoading={isRunning}
          isDisabled={stars === undefined}
          onPress={() => onSubmit(content)}
        />
      </View>
    </Sheet>
  );
};
