import { CommunityListing, placesRoutes } from '@suishoupai/shared/places/contract';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { call, useMe } from '../api/client.ts';
import { type Desk, desksOf } from '../desks.ts';
import { remembered, useRemembered } from './remembered.ts';

const listing = remembered('communities', z.array(CommunityListing));

const askCommunities = async (): Promise<CommunityListing[]> => (await call(placesRoutes.listCommunities)).items;

/** The desks of whoever is signed in. Only a street asks which communities it has; the phone remembers them. */
export const useDesks = (ask = askCommunities): Desk[] => {
  const grants = useMe()?.grants ?? [];
  const known = useRemembered(listing);
  const isStreet = grants.some(({ role }) => role === 'coordinator');
  useEffect(() => {
    if (isStreet) ask().then(listing.set, () => undefined);
  }, [isStreet, ask]);
  return desksOf(grants, known ?? []);
};
