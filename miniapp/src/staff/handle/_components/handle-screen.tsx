import type { TicketId } from '@suishoupai/shared/ids';
import { open, routes } from '../../../routes.ts';
import { TicketFrame } from '../../../ticket/ticket-frame.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useHandle } from '../_hooks/use-handle.ts';
import { staffForms } from '../forms.ts';
import { HandleBody } from './handle-body.tsx';
import { MoreButton } from './more-button.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { StepFormOf } from './step-form.tsx';

export const HandleScreen = ({ ticketId }: { ticketId: TicketId }) => {
  const handle = useHandle(ticketId);
  const { groups, foot, sheet, press, more } = handle;
  const { opened } = sheet;
  return (
    <TicketFrame
      control={handle}
      forms={staffForms}
      foot={foot}
      more={groups.length === 0 ? undefined : <MoreButton groups={groups} onMore={more.open} onPress={press} />}
      isCovered={opened !== undefined || more.isOpen}
      onPress={press}
    >
      {(ticket) =>
        ticket.relation === 'staff' ? (
          <>
            <HandleBody ticket={ticket} handle={handle} />
            <MoreSheet isOpen={more.isOpen} groups={groups} onPress={press} onClose={more.close} />
            <Slot>
              {opened !== undefined && <StepFormOf key={opened} ticket={ticket} step={opened} handle={handle} />}
            </Slot>
          </>
        ) : (
          <EmptyState
            icon="users"
            title="这件事不由您办理"
            text="这里只供负责的部门、网格和社区操作"
            action={<Button look="ghost" text="看进展" onPress={() => open(routes.ticket(ticket.id))} />}
          />
        )
      }
    </TicketFrame>
  );
};
