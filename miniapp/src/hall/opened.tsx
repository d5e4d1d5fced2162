import type { ReactNode } from 'react';
import { ApiError } from '../api/api-error.ts';
import type { Load } from '../load/use-load.ts';
import { Loaded } from '../ui/loaded.tsx';
import { NotFound } from './not-found.tsx';

type Props<T> = { view: Load<T>; onRetry: () => void; missing: string; children: (data: T) => ReactNode };

/** The states of a screen about one thing; that there is none is no failure to try again. */
export const Opened = <T,>({ view, onRetry, missing, children }: Props<T>) =>
  view.state === 'error' && view.error instanceof ApiError && view.error.code.endsWith('.notFound') ? (
    <NotFound title={missing} />
  ) : (
    <Loaded view={view} onRetry={onRetry}>
      {children}
    </Loaded>
  );
