import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Departure, OutboxItem } from './outbox.ts';
import { outbox } from './phone-outbox.ts';

/** What waits of whoever is signed in, all of it or what is about one ticket. */
export const useOutbox = (lane?: string): readonly OutboxItem[] => {
  const items = useSyncExternalStore(outbox.subscribe, outbox.items);
  return useMemo(() => (lane === undefined ? items : items.filter((item) => item.lane === lane)), [items, lane]);
};

/** For a screen that shows what the service knows: something that was kept is there now. */
export const useDeparture = (onDeparture: (departure: Departure) => void): void => {
  const latest = useRef(onDeparture);
  latest.current = onDeparture;
  useEffect(() => outbox.onDeparture((departure) => latest.current(departure)), []);
};
