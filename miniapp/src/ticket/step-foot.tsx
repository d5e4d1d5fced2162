import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import type { FootSteps, StepForms } from './forms.ts';
import type { Steps } from './use-steps.ts';

type Props = {
  foot: FootSteps;
  steps: Steps;
  forms: StepForms;
  /** A form stands before it and shows what is running. */
  isCovered: boolean;
  onPress: (step: PersonStep) => void;
  /** The way to everything else. */
  more?: ReactNode;
};

/** What may be done now; while a step waits in the outbox, only that one. */
export const StepFoot = ({
  foot: { back, on },
  steps: { running, lost, again, giveUp },
  forms,
  isCovered,
  onPress,
  more,
}: Props) => {
  if (lost !== undefined)
    return (
      <>
        <Button look="ghost" text="不发了" onPress={() => void giveUp()} />
        <Button text="现在发" icon="send" onPress={() => void again()} />
      </>
    );
  const button = (step: PersonStep, look: 'ghost' | 'filled') => (
    <Button
      look={look}
      text={forms[step].name}
      isLoading={running === step && !isCovered}
      isDisabled={running !== undefined && !isCovered}
      onPress={() => onPress(step)}
    />
  );
  return (
    <>
      {more}
      {back && button(back, 'ghost')}
      {on && button(on, 'filled')}
    </>
  );
};
