import { minutesWords } from '@suishoupai/shared/timebank/labels';
import { Field } from '../ui/field.tsx';
import { Pill } from '../ui/pill.tsx';
import { Pills } from '../ui/pills.tsx';

const usual = [30, 60, 90, 120, 180, 240];

/** The usual lengths up to the most, and the most itself. */
export const lengthsUpTo = (most: number): number[] => [...new Set([...usual.filter((each) => each <= most), most])];

type Props = {
  label: string;
  hint?: string;
  choices?: readonly number[];
  value: number;
  onChange: (minutes: number) => void;
};

/** How long, by a tap: nothing to type wrongly. */
export const MinutesPick = ({ label, hint, choices = usual, value, onChange }: Props) => (
  <Field label={label} {...(hint === undefined ? {} : { hint })}>
    <Pills label={label}>
      {choices.map((minutes) => (
        <Pill
          key={minutes}
          text={minutesWords(minutes)}
          isChosen={value === minutes}
          onPress={() => onChange(minutes)}
        />
      ))}
    </Pills>
  </Field>
);
