import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { ReactNode } from 'react';
import { ApiError } from '../api/api-error.ts';
import type { Load } from '../load/use-load.ts';
import { Loaded } from '../ui/loaded.tsx';
import { NotFound } from './not-found.tsx';

type Props = { view: Load<TicketView>; onRetry: () => void; children: (ticket: TicketView) => ReactNode };

/** The states of a screen about one ticket; that there is none is no failure to try again. */
export const Opened = ({ view, onRetry, children }: Props) =>
  view.state === 'error' && view.error instanceof ApiError && view.error.code === 'ticket.notFound' ? (
    <NotFound />
  ) : (
    <Loaded view={view} onRetry={onRetry}>
      {children}
    </Loaded>
  );
