import { TicketId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';

/** Where everyone reads of it. */
export const ticketPage = (ticketId: TicketId): string => `pages/ticket/index?id=${ticketId}`;
/** Where staff work on it. */
export const handlePage = (ticketId: TicketId): string => `staff/handle/index?id=${ticketId}`;

/** The ticket of which a page's address speaks. */
export const ticketIn = (url: string): TicketId => z.parse(TicketId, new URLSearchParams(url.split('?')[1]).get('id'));
