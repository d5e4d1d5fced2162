import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { Button } from '../ui/button.tsx';
import { footSteps, type StepForm } from './forms.ts';
import type { Steps } from './use-steps.ts';

type Props = {
  can: readonly PersonStep[];
  steps: Steps;
  forms: Record<PersonStep, StepForm>;
  /** A form stands before it and shows what is running. */
  isCovered: boolean;
  onPress: (step: PersonStep) => void;
};

/** What may be done now; while a step has no answer, only that one. */
export const StepFoot = ({ can, steps: { running, lost, again, giveUp }, forms, isCovered, onPress }: Props) => {
  if (lost !== undefined)
    return (
      <>
        <Button look="ghost" text="先不做了" onPress={() => void giveUp()} />
        <Button text="再试一次" icon="rotate-cw" onPress={() => void again()} />
      </>
    );
  const { back, on } = footSteps(can);
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
      {back && button(back, 'ghost')}
      {on && button(on, 'filled')}
    </>
  );
};
