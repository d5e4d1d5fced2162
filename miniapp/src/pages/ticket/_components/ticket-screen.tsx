import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Banner, StepBanners } from '../../../ticket/banners.tsx';
import { BeforeAfter } from '../../../ticket/before-after.tsx';
import { Facts } from '../../../ticket/facts.tsx';
import { footSteps, residentForms, staffForms, stepsFor } from '../../../ticket/forms.ts';
import { Head } from '../../../ticket/head.tsx';
import { Opened } from '../../../ticket/opened.tsx';
import { picturesOf, seenAbove } from '../../../ticket/pictures.ts';
import { StandingCard } from '../../../ticket/standing-card.tsx';
import { StepFoot } from '../../../ticket/step-foot.tsx';
import { StepSheet } from '../../../ticket/step-sheet.tsx';
import { Trace } from '../../../ticket/trace.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useTicketScreen } from '../_hooks/use-ticket-screen.ts';
import styles from '../index.module.scss';

const heldText = '您写的话和照片审核通过后，邻居才看得到。处理人员现在就能看到，不影响办理。';

const StaffHint = ({ ticket }: { ticket: TicketView }) => {
  const steps = stepsFor('staff', ticket).map((step) => staffForms[step].name);
  return (
    <Card isTight>
      <ListRow
        icon="wrench"
        title={steps.length === 0 ? '在工作台打开' : `您可以：${steps.join('、')}`}
        note="工作人员可见"
        onPress={() => open(routes.handle(ticket.id))}
      />
    </Card>
  );
};

export const TicketScreen = ({ ticketId }: { ticketId: TicketId }) => {
  const { view, reload, steps, now, can, sheet, press, submit, withdraw } = useTicketScreen(ticketId);
  const { back, on } = footSteps(can);
  const hasFoot = back !== undefined || on !== undefined || steps.lost !== undefined;
  const { opened } = sheet;
  return (
    <Screen
      foot={
        hasFoot ? (
          <StepFoot
            can={can}
            steps={steps}
            forms={residentForms}
            isCovered={opened !== undefined}
            onPress={(step) => void press(step)}
          />
        ) : undefined
      }
    >
      <StepBanners steps={steps} forms={residentForms} />
      <Opened view={view} onRetry={() => void reload()}>
        {(ticket) => (
          <>
            <BeforeAfter {...picturesOf(ticket, now)} />
            <Head ticket={ticket} />
            <Slot>
              {ticket.isHeld && ticket.relation === 'reporter' && (
                <Banner tone="info" icon="shield-check" text={heldText} />
              )}
            </Slot>
            {ticket.relation === 'staff' && <StaffHint ticket={ticket} />}
            <StandingCard ticket={ticket} now={now} />
            <Facts ticket={ticket} />
            <Trace ticket={ticket} now={now} seen={seenAbove(ticket, 'pair')} />
            <Slot>
              {can.includes('withdraw') && steps.lost === undefined && (
                <View className={styles['withdraw']}>
                  <Button
                    look="plain"
                    text="撤回这次上报"
                    isLoading={steps.running === 'withdraw'}
                    isDisabled={steps.running !== undefined}
                    onPress={() => void withdraw()}
                  />
                </View>
              )}
            </Slot>
          </>
        )}
      </Opened>
      <Slot>
        {opened !== undefined && (
          <StepSheet
            key={opened}
            ticketId={ticketId}
            step={opened}
            form={residentForms[opened]}
            isRunning={steps.running === opened}
            onSubmit={submit}
            onClose={sheet.close}
          />
        )}
      </Slot>
    </Screen>
  );
};
