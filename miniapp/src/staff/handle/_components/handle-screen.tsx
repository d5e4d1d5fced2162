import type { TicketId } from '@suishoupai/shared/ids';
import { open, routes } from '../../../routes.ts';
import { Banner, StepBanners } from '../../../ticket/banners.tsx';
import { Facts } from '../../../ticket/facts.tsx';
import { staffForms } from '../../../ticket/forms.ts';
import { Head } from '../../../ticket/head.tsx';
import { heldItems } from '../../../ticket/held.ts';
import { Opened } from '../../../ticket/opened.tsx';
import { seenAbove } from '../../../ticket/pictures.ts';
import { StandingCard } from '../../../ticket/standing-card.tsx';
import { StepFoot } from '../../../ticket/step-foot.tsx';
import { StepSheet } from '../../../ticket/step-sheet.tsx';
import { Trace } from '../../../ticket/trace.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useHandle } from '../_hooks/use-handle.ts';
import { saidLast } from '../said-last.ts';
import { DepartmentPicker } from './department-picker.tsx';
import { ReviewCard } from './review-card.tsx';
import { Scene } from './scene.tsx';

export const HandleScreen = ({ ticketId }: { ticketId: TicketId }) => {
  const { view, reload, steps, now, can, sheet, press, submit, review } = useHandle(ticketId);
  const { opened } = sheet;
  const hasFoot = can.length > 0 || steps.lost !== undefined;
  return (
    <Screen
      foot={
        hasFoot ? (
          <StepFoot can={can} steps={steps} forms={staffForms} isCovered={opened !== undefined} onPress={press} />
        ) : undefined
      }
    >
      <StepBanners steps={steps} forms={staffForms} />
      <Opened view={view} onRetry={() => void reload()}>
        {(ticket) => {
          if (ticket.relation !== 'staff')
            return (
              <EmptyState
                icon="users"
                title="这件事不由您办理"
                text="这里只供负责的部门、网格和社区操作"
                action={<Button look="ghost" text="看进展" onPress={() => open(routes.ticket(ticket.id))} />}
              />
            );
          const reason = saidLast(ticket);
          return (
            <>
              <Head ticket={ticket} now={now} />
              <Slot>{reason !== undefined && <Banner tone="warn" icon="undo-2" text={reason} />}</Slot>
              <Slot>
                <Scene ticket={ticket} now={now} />
              </Slot>
              <Facts ticket={ticket} />
              <StandingCard ticket={ticket} now={now} />
              <Slot>
                <ReviewCard
                  items={heldItems(ticket)}
                  now={now}
                  running={review.running}
                  onDecide={(item, decision) => void review.decide(item, decision)}
                />
              </Slot>
              <Trace ticket={ticket} now={now} seen={seenAbove(ticket, 'strip')} />
              <Slot>
                {opened !== undefined && (
                  <StepSheet
                    key={opened}
                    ticketId={ticketId}
                    step={opened}
                    form={staffForms[opened]}
                    isRunning={steps.running === opened}
                    onSubmit={submit}
                    onClose={sheet.close}
                    departments={(chosen, onChoose) => (
                      <DepartmentPicker ticket={ticket} chosen={chosen} onChoose={onChoose} />
                    )}
                  />
                )}
              </Slot>
            </>
          );
        }}
      </Opened>
    </Screen>
  );
};
