import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { View } from '@tarojs/components';
import { Banner } from '../../../ticket/banners.tsx';
import { BecauseNote } from '../../../ticket/because-note.tsx';
import { BeforeAfter } from '../../../ticket/before-after.tsx';
import { ClocksCard } from '../../../ticket/clocks-card.tsx';
import { CommentsCard } from '../../../ticket/comments/comments-card.tsx';
import { Facts } from '../../../ticket/facts.tsx';
import { Head } from '../../../ticket/head.tsx';
import { JoinCard } from '../../../ticket/join/join-card.tsx';
import { LinksCard } from '../../../ticket/links-card.tsx';
import { picturesOf, seenAbove } from '../../../ticket/pictures.ts';
import { spokenOf } from '../../../ticket/spoken.ts';
import { StandingCard } from '../../../ticket/standing-card.tsx';
import { TasksCard } from '../../../ticket/tasks-card.tsx';
import { Trace } from '../../../ticket/trace.tsx';
import { Button } from '../../../ui/button.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { Slot } from '../../../ui/slot.tsx';
import type { TicketScreenControl } from '../_hooks/use-ticket-screen.ts';
import styles from '../index.module.scss';
import { StaffHint } from './staff-hint.tsx';

const heldText = '您写的话和照片审核通过后，邻居才看得到。处理人员现在就能看到，不影响办理。';

type Props = { ticket: TicketView; control: TicketScreenControl };

/** All there is to see of a ticket, the nearest question first. */
export const TicketBody = ({ ticket, control }: Props) => {
  const { now, steps, can, join, comments, talk, withdraw } = control;
  return (
    <>
      <Slot>
        <BeforeAfter {...picturesOf(ticket, now)} />
      </Slot>
      <Head ticket={ticket} />
      <Slot>
        <ReadAloud text={spokenOf(ticket, now)} />
      </Slot>
      <Slot>
        {ticket.isHeld && ticket.relation === 'reporter' && <Banner tone="info" icon="shield-check" text={heldText} />}
      </Slot>
      <Slot>{ticket.relation === 'staff' && <StaffHint ticket={ticket} />}</Slot>
      <StandingCard ticket={ticket} now={now}>
        <Slot>
          <BecauseNote ticket={ticket} />
        </Slot>
      </StandingCard>
      <Slot>
        <LinksCard ticket={ticket} />
      </Slot>
      <Slot>
        <JoinCard ticket={ticket} join={join} />
      </Slot>
      <Slot>
        <TasksCard ticket={ticket} now={now} />
      </Slot>
      <Slot>
        <Facts ticket={ticket} />
      </Slot>
      <Slot>
        <ClocksCard ticket={ticket} now={now} />
      </Slot>
      <Trace
        ticket={ticket}
        now={now}
        seen={seenAbove(ticket, 'pair')}
        moderation={{ onFlag: talk.flag, onAppeal: talk.appeal, appealed: talk.appealed }}
      />
      <CommentsCard
        comments={comments}
        now={now}
        appealed={talk.appealed}
        onWrite={talk.write}
        onFlag={({ id, author }) => talk.flag([{ id, label: `${author} 的评论` }])}
        onAppeal={({ id }) => talk.appeal(id, [id])}
      />
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
  );
};
