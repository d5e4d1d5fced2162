import type { EnteredReport } from '@suishoupai/shared/tickets/contract';
import { Field } from '../ui/field.tsx';
import { Pill } from '../ui/pill.tsx';
import { Pills } from '../ui/pills.tsx';

type Consent = NonNullable<EnteredReport['resident']>['consent'];

type Props = {
  label: string;
  /** What to ask the resident, word for word. */
  hint: string;
  consent: Consent | undefined;
  isDisabled: boolean;
  onChange: (consent: Consent) => void;
};

const words: readonly (readonly [Consent, string])[] = [
  ['spoken', '口头同意'],
  ['written', '书面同意'],
];

/** How the resident agreed to being written down. */
export const ConsentField = ({ label, hint, consent, isDisabled, onChange }: Props) => (
  <Field label={label} hint={hint}>
    <Pills label={label}>
      {words.map(([each, text]) => (
        <Pill
          key={each}
          text={text}
          isChosen={each === consent}
          isDisabled={isDisabled}
          onPress={() => onChange(each)}
        />
      ))}
    </Pills>
  </Field>
);
