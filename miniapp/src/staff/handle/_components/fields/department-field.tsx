import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { useCommunityLists } from '../../../../load/use-community-lists.ts';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { DepartmentPick } from './department-pick.tsx';

type Props = Filling & { ticket: TicketView; label: string };

/** To which department. */
export const DepartmentField = ({ ticket, ...rest }: Props) => {
  const { view, reload } = useCommunityLists(ticket.communityId);
  return (
    <Loaded view={view} onRetry={() => void reload()} skeleton={<Skeleton cards={1} />}>
      {(lists) => <DepartmentPick lists={lists} ticket={ticket} {...rest} />}
    </Loaded>
  );
};
