import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useState } from 'react';
import { confirmed } from '../ui/notify.ts';
import type { StepContent } from './content.ts';
import type { StepForms } from './forms.ts';
import type { StepEnd, Steps } from './use-steps.ts';

/** Which form is open. A step that asks nothing is taken at once; the form stays open only when its content was refused. */
export const useStepSheet = (steps: Steps, forms: StepForms, can: readonly PersonStep[]) => {
  const [asked, setAsked] = useState<PersonStep>();
  const opened = asked !== undefined && can.includes(asked) && steps.lost === undefined ? asked : undefined;

  const press = async (step: PersonStep): Promise<StepEnd | undefined> => {
    if (forms[step].isDirect) return await steps.take(step, {});
    setAsked(step);
    return undefined;
  };

  const submit = async (content: StepContent): Promise<void> => {
    if (opened === undefined) return;
    const { sure, name } = forms[opened];
    if (sure !== undefined && !(await confirmed({ ...sure, yes: name }))) return;
    const end = await steps.take(opened, content);
    if (end === 'done' || end === 'lost') setAsked(undefined);
  };

  return { opened, press, submit, openSheet: setAsked, close: () => setAsked(undefined) };
};
