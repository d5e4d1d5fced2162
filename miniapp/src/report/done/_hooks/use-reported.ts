import { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useRouter } from '@tarojs/taro';
import { ApiError } from '../../../api/api-error.ts';
import { call } from '../../../api/client.ts';
import { reportedJustNow } from '../../../draft/just-reported.ts';
import { useLoad } from '../../../load/use-load.ts';

const askReported = async (id: string): Promise<TicketView> => {
  const ticketId = TicketId.safeParse(id);
  if (!ticketId.success) throw new ApiError('ticket.notFound');
  return (
    reportedJustNow(ticketId.data) ?? (await call(ticketRoutes.getTicket, { params: { ticketId: ticketId.data } }))
  );
};

export const useReported = (source = askReported) => {
  const id = useRouter().params['id'] ?? '';
  return useLoad(id, () => source(id));
};
