import type { DepartmentId, TicketId } from '@suishoupai/shared/ids';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { type PersonStep, transitions } from '@suishoupai/shared/tickets/transitions';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { PhotoGrid } from '../photos/photo-grid.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Stars } from '../ui/stars.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { StepContent } from './attempt.ts';
import { hasPhrase, type StepForm, withPhrase } from './forms.ts';
import styles from './step-sheet.module.scss';
import { useReply } from './use-reply.ts';

type Choose = (chosen: DepartmentId | undefined, onChoose: (id: DepartmentId) => void) => ReactNode;

type Props = {
  ticketId: TicketId;
  step: PersonStep;
  form: StepForm;
  isRunning: boolean;
  onSubmit: (content: StepContent) => void;
  onClose: () => void;
  /** How a department is chosen, for the step that needs one. */
  departments?: Choose;
};

const asks = (step: PersonStep, need: 'stars' | 'department'): boolean =>
  transitions[step].needs.some((name) => name === need);

const Quick = ({ form, note, onChange }: { form: StepForm; note: string; onChange: (note: string) => void }) => (
  <View className={styles['quick']}>
    {form.quick.map((phrase) => {
      const isOn = hasPhrase(note, phrase);
      return (
        <Press
          key={phrase}
          role="checkbox"
          isChecked={isOn}
          label={phrase}
          className={styles['phrase']}
          onPress={() => onChange(withPhrase(note, phrase).slice(0, ticketLimits.note))}
        >
          <View className={cx(styles['pill'], isOn && styles['on'])}>
            {isOn && <Icon name="check" size="mark" />}
            <Text>{phrase}</Text>
          </View>
        </Press>
      );
    })}
  </View>
);

/** The form of one step, from below, where the thumb is. */
export const StepSheet = ({ ticketId, step, form, isRunning, onSubmit, onClose, departments }: Props) => {
  const reply = useReply(ticketId, step);
  const { note, setNote, stars, setStars, departmentId, setDepartment, photos, content, missing } = reply;
  return (
    <Sheet isOpen title={form.title} onClose={onClose}>
      <View className={styles['form']}>
        {asks(step, 'stars') && <Stars value={stars ?? 0} onChange={setStars} />}
        {asks(step, 'department') && departments?.(departmentId, setDepartment)}
        {form.photos !== 'none' && (
          <PhotoGrid
            photos={photos}
            addText={form.photos === 'needed' ? '处理后照片' : '加照片'}
            isLocked={isRunning}
          />
        )}
        {form.quick.length > 0 && <Quick form={form} note={note} onChange={setNote} />}
        <TextArea
          value={note}
          onChange={setNote}
          maxLength={ticketLimits.note}
          placeholder={form.placeholder}
          label={form.placeholder}
          isDisabled={isRunning}
        />
        <View className={styles['submit']}>
          {missing !== undefined && (stars !== undefined || !asks(step, 'stars')) && (
            <Text className={styles['missing']}>{missing}</Text>
          )}
          <Button
            text={form.submit}
            isLarge
            isLoading={isRunning}
            isDisabled={missing !== undefined}
            onPress={() => onSubmit(content)}
          />
        </View>
      </View>
    </Sheet>
  );
};
