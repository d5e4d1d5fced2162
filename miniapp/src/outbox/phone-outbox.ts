import type { Route } from '@suishoupai/shared/contract/route';
import { TicketId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import * as z from 'zod/mini';
import { call, whoever } from '../api/client.ts';
import { transportOf } from '../photos/travel.ts';
import { platform } from '../platform/platform.ts';
import { readStored, storedKeys, writeStored } from '../state/storage.ts';
import { lookedAgain } from './meanwhile.ts';
import { makeOutbox } from './outbox.ts';
import { sendable } from './sendable.ts';
import { makeShelf } from './shelf.ts';

/** The outbox of this phone. */
export const outbox = makeOutbox({
  shelf: makeShelf({ keys: storedKeys, read: (key) => readStored(key, z.unknown()), write: writeStored }),
  me: () => whoever.me()?.id,
  now: () => new Date().toISOString(),
  carry: (list) => transportOf(list).resume(),
  send: ({ kind, params, body }) => {
    const route: Route = sendable[kind];
    return call(route, { params, query: undefined, body });
  },
  isOnline: platform.isOnline,
  dropFiles: (paths) => void platform.dropFiles(paths),
  lookAgain: async (entry) => {
    const ticketId = TicketId.safeParse(entry.lane);
    if (!ticketId.success) return { meanwhile: undefined };
    return lookedAgain(entry, await call(ticketRoutes.getTicket, { params: { ticketId: ticketId.data } }));
  },
});
