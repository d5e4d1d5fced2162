import type { ReactNode } from 'react';
import type { Load } from '../load/use-load.ts';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';
import { Slot } from './slot.tsx';

type Props<T> = {
  view: Load<T>;
  onRetry: () => void;
  empty?: ReactNode;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
};

const stateOf = <T,>({ view, onRetry, empty = null, skeleton = <Skeleton />, children }: Props<T>) => {
  switch (view.state) {
    case 'loading':
      return skeleton;
    case 'empty':
      return empty;
    case 'error':
      return <ErrorState error={view.error} onRetry={onRetry} />;
    case 'ready':
      return children(view.data);
  }
};

/** The four states of a screen, each with its look. */
export const Loaded = <T,>(props: Props<T>) => <Slot>{stateOf(props)}</Slot>;
