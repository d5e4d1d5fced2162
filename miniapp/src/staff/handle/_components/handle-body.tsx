import type { TicketView } from '@suishoupai/shared/tickets/contract';
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
import { ResidentCard } from './resident-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { Scene } from './scene.tsx';

type Props = { ticket: TicketView; handle: Handle };

/** What whoever works on it must see: what and until when, the scene, who else is on it, and all that was done. */
export const HandleBody = ({ ticket, handle: { now, review } }: Props) => (
  <>
    <Head ticket={ticket} now={now} />
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
