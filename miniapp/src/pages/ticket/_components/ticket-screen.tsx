import type { TicketId } from '@suishoupai/shared/ids';
import { footSteps, residentForms } from '../../../ticket/forms.ts';
import { JoinButton } from '../../../ticket/join/join-button.tsx';
import { TicketFrame } from '../../../ticket/ticket-frame.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useTicketScreen } from '../_hooks/use-ticket-screen.ts';
import { StepFormOf } from './step-form.tsx';
import { TalkSheets } from './talk-sheets.tsx';
import { TicketBody } from './ticket-body.tsx';

export const TicketScreen = ({ ticketId }: { ticketId: TicketId }) => {
  const control = useTicketScreen(ticketId);
  const { ticket, can, sheet, press, join, talk, comments } = control;
  const { opened } = sheet;
  // Staff do their part elsewhere; for everyone else joining is the one thing to do here.
  const isJoinable = ticket?.canJoin === true && !ticket.hasJoined && ticket.relation !== 'staff';
  return (
    <TicketFrame
      control={control}
      forms={residentForms}
      foot={footSteps(can)}
      more={isJoinable ? <JoinButton ticket={ticket} join={join} /> : undefined}
      isCovered={opened !== undefined}
      onPress={(step) => void press(step)}
    >
      {(shown) => (
        <>
          <TicketBody ticket={shown} control={control} />
          <Slot>{opened !== undefined && <StepFormOf ticket={shown} step={opened} control={control} />}</Slot>
          <Slot>
            <TalkSheets ticketId={ticketId} talk={talk} comments={comments} />
          </Slot>
        </>
      )}
    </TicketFrame>
  );
};
