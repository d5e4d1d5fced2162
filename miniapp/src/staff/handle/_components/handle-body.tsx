import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Banner } from '../../../ticket/banners.tsx';
import { becauseOf } from '../../../ticket/because.ts';
import { BecauseNote } from '../../../ticket/because-note.tsx';
import { ClocksCard } from '../../../ticket/clocks-card.tsx';
import { Facts } from '../../../ticket/facts.tsx';
import { Head } from '../../../ticket/head.tsx';
import { LinksCard } from '../../../ticket/links-card.tsx';
import { seenAbove } from '../../../ticket/pictures.ts';
import { StandingCard } from '../../../ticket/standing-card.tsx';
import { TasksCard } from '../../../ticket/tasks-card.tsx';
import { Trace } from '../../../ticket/trace.tsx';
import { Card } from '../../../ui/card.tsx';
import { Slot } from '../../../ui/slot.tsx';
import type { Handle } from '../_hooks/use-handle.ts';
import { awaitedReplies } from '../awaited.ts';
import { ResidentCard } from './resident-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { Scene } from './scene.tsx';

type Props = { ticket: TicketView; handle: Handle };

/** Why the lead is not offered to report it done: the one thing it would look for in vain. */
const Awaited = ({ ticket }: Pick<Props, 'ticket'>) => {
  const names = awaitedReplies(ticket);
  if (names.length === 0) return null;
  return <Banner tone="info" icon="users" text={`还差 ${names.join('、')} 回复。都回复了，才能提交处理结果。`} />;
};

/** What whoever works on it must see: what and until when, the scene, who else is on it, and all that was done. */
export const HandleBody = ({ ticket, handle: { now, review } }: Props) => (
  <>
    <Head ticket={ticket} now={now} />
    <Slot>
      <Awaited ticket={ticket} />
    </Slot>
    <Slot>
      {becauseOf(ticket, () => undefined) !== undefined && (
        <Card>
          <BecauseNote ticket={ticket} />
        </Card>
      )}
    </Slot>
    <Slot>
      <ReviewCard review={review} now={now} />
    </Slot>
    <Slot>
      <Scene ticket={ticket} now={now} />
    </Slot>
    <Slot>
      <Facts ticket={ticket} />
    </Slot>
    <Slot>
      <ResidentCard ticket={ticket} />
    </Slot>
    <StandingCard ticket={ticket} now={now} />
    <Slot>
      <LinksCard ticket={ticket} />
    </Slot>
    <Slot>
      <TasksCard ticket={ticket} now={now} />
    </Slot>
    <Slot>
      <ClocksCard ticket={ticket} now={now} />
    </Slot>
    <Trace ticket={ticket} now={now} seen={seenAbove(ticket, 'strip')} />
  </>
);
