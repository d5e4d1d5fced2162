import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Button } from '../../ui/button.tsx';
import { joinText } from './join-words.ts';
import type { Join } from './use-join.ts';

/** One tap; the count changes with the answer. */
export const JoinButton = ({ ticket, join }: { ticket: TicketView; join: Join }) => (
  <Button
    icon={join.isWaiting ? 'wifi-off' : 'users'}
    text={join.isWaiting ? '同感，等网络发出' : joinText(ticket)}
    label={`同感，我也遇到了，已有 ${ticket.joins} 位邻居同感`}
    isLoading={join.isRunning}
    isDisabled={join.isWaiting}
    onPress={join.join}
  />
);
