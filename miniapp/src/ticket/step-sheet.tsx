import type { TicketId } from '@suishoupai/shared/ids';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { type PersonStep, transitions } from '@suishoupai/shared/tickets/transitions';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { ApiError } from '../api/api-error.ts';
import { PhotoGrid } from '../photos/photo-grid.tsx';
import { aria } from '../ui/aria.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Slot } from '../ui/slot.tsx';
import { Stars } from '../ui/stars.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { StepContent, StepFields } from './content.ts';
import type { StepForm } from './forms.ts';
import { Phrases } from './phrases.tsx';
import styles from './step-sheet.module.scss';
import { useReply } from './use-reply.ts';

export type Filling = { fields: StepFields; setFields: (change: StepFields) => void };
/** Why the service did not have what is chosen now; choosing another department is another question. */
type Judged = { refusal: ApiError | undefined };
export type Writing = { note: string; setNote: (note: string) => void };

type Props = {
  ticketId: TicketId;
  step: PersonStep;
  form: StepForm;
  isRunning: boolean;
  /** Why the service will not have it as it is. */
  refusal: ApiError | undefined;
  onSubmit: (content: StepContent) => void;
  onClose: () => void;
  /** What this step asks besides words, photos and stars. */
  ask?: (filling: Filling & Judged) => ReactNode;
  /** More sentences to begin with, in place of the form's own. */
  phrases?: (writing: Writing) => ReactNode;
};

const refusalText = ({ message, details }: ApiError): string =>
  [message, ...details.map((detail) => detail.message)].join('\n');

/** The form of one step, from below, where the thumb is. */
export const StepSheet = ({ ticketId, step, form, isRunning, refusal, onSubmit, onClose, ask, phrases }: Props) => {
  const { note, setNote, fields, setFields, photos, content, missing } = useReply(ticketId, step);
  const [tried, setTried] = useState<{ departmentId: StepFields['departmentId'] }>();
  const judged = tried !== undefined && tried.departmentId === fields.departmentId ? refusal : undefined;
  const needs: readonly string[] = transitions[step].needs;
  const hasStars = needs.includes('stars');
  return (
    <Sheet isOpen title={form.title} onClose={onClose}>
      <View className={styles['form']}>
        {form.hint !== undefined && <Text className={styles['hint']}>{form.hint}</Text>}
        {hasStars && <Stars value={fields.stars ?? 0} onChange={(stars) => setFields({ stars })} />}
        <Slot>{ask?.({ fields, setFields, refusal: judged })}</Slot>
        {form.photos !== 'none' && (
          <PhotoGrid photos={photos} addText={form.addText ?? '加照片（可不加）'} isLocked={isRunning} />
        )}
        <Slot>{phrases?.({ note, setNote }) ?? <Phrases phrases={form.quick} note={note} onChange={setNote} />}</Slot>
        <TextArea
          value={note}
          onChange={setNote}
          maxLength={ticketLimits.note}
          placeholder={form.placeholder}
          label={form.placeholder}
          isDisabled={isRunning}
        />
        <View className={styles['submit']}>
          <Slot>
            {judged !== undefined && (
              <Text className={styles['refusal']} {...aria({ role: 'alert' })}>
                {refusalText(judged)}
              </Text>
            )}
            {missing !== undefined && (fields.stars !== undefined || !hasStars) && (
              <Text className={styles['missing']}>{missing}</Text>
            )}
          </Slot>
          <Button
            text={form.submit}
            isLarge
            isLoading={isRunning}
            isDisabled={missing !== undefined}
            onPress={() => {
              setTried({ departmentId: fields.departmentId });
              onSubmit(content);
            }}
          />
        </View>
      </View>
    </Sheet>
  );
};
