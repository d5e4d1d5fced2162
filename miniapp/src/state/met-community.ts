import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useEffect } from 'react';
import { call } from '../api/client.ts';
import { community, type KnownCommunity, useCommunity } from './community.ts';

const askFirst = async (): Promise<KnownCommunity> => (await call(ticketRoutes.getHome, { query: {} })).community;

/** As {@link useCommunity}, for a screen that may be the first one opened: on a new phone the service is asked for its own first. */
export const useMetCommunity = (ask = askFirst): KnownCommunity | undefined => {
  const known = useCommunity();
  useEffect(() => {
    if (community.get() !== undefined) return;
    ask().then(
      (first) => community.get() ?? community.set(first),
      () => undefined,
    );
  }, [ask]);
  return known;
};
