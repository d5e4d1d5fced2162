import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { ReactNode } from 'react';
import { Screen } from '../ui/screen.tsx';
import { StepBanners } from './banners.tsx';
import type { FootSteps, StepForms } from './forms.ts';
import { Opened } from './opened.tsx';
import { StepFoot } from './step-foot.tsx';
import type { TicketControl } from './use-ticket.ts';

type Props = {
  control: Pick<TicketControl, 'view' | 'reload' | 'steps'>;
  forms: StepForms;
  foot: FootSteps;
  /** The way to the steps that are not in the foot. */
  more?: ReactNode;
  /** A sheet stands before the foot. */
  isCovered: boolean;
  onPress: (step: PersonStep) => void;
  children: (ticket: TicketView) => ReactNode;
};

/** A screen about one ticket: what may be done at its foot, what became of a step at its head. */
export const TicketFrame = ({ control, forms, foot, more, isCovered, onPress, children }: Props) => {
  const { view, reload, steps } = control;
  const isFooted = foot.on !== undefined || foot.back !== undefined || more !== undefined || steps.lost !== undefined;
  return (
    <Screen
      foot={
        isFooted ? (
          <StepFoot foot={foot} more={more} steps={steps} forms={forms} isCovered={isCovered} onPress={onPress} />
        ) : undefined
      }
    >
      <StepBanners steps={steps} />
      <Opened view={view} onRetry={() => void reload()}>
        {children}
      </Opened>
    </Screen>
  );
};
