import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { CommunityId } from '@suishoupai/shared/ids';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { pointInPolygon } from '@suishoupai/shared/places/geo';
import type { LngLat } from '@suishoupai/shared/places/ring';
import { useUnload } from '@tarojs/taro';
import { useState } from 'react';
import { hasNoAnswer } from '../../../api/api-error.ts';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { givePlace } from '../../../platform/place-pick.ts';
import { back } from '../../../routes.ts';
import { community } from '../../../state/community.ts';
import { knownLists, type Lists } from '../../../state/lists.ts';

type Listing = RouteResponse<typeof placesRoutes.listCommunities>['items'][number];
export type Places = { listings: Listing[]; current: Lists['community'] };

/** Without network the community met last is still known. */
const askPlaces = async (wanted: CommunityId | undefined): Promise<Places | undefined> => {
  try {
    const { items } = await call(placesRoutes.listCommunities);
    const { id: communityId } = items.find(({ id }) => id === wanted) ?? items[0] ?? {};
    if (communityId === undefined) return undefined;
    const answer = await call(placesRoutes.getCommunity, { params: { communityId } });
    return { listings: items, current: answer.community };
  } catch (error) {
    const known = knownLists()?.community;
    if (!hasNoAnswer(error) || known === undefined) throw error;
    return { listings: [known], current: known };
  }
};

export const usePlacePage = (source = askPlaces) => {
  const [wanted, setWanted] = useState(() => knownLists()?.community.id ?? community.get()?.id);
  const { view, reload } = useLoad(`places ${wanted}`, () => source(wanted), {
    isEmpty: (places) => places === undefined,
  });
  const [point, setPoint] = useState<LngLat>();
  const [label, setLabel] = useState('');

  useUnload(() => givePlace(undefined));

  const current = view.state === 'ready' ? view.data?.current : undefined;
  const isInside = point !== undefined && current !== undefined && pointInPolygon(point, current.boundary);
  const grid = isInside ? current.grids.find(({ boundary }) => pointInPolygon(point, boundary)) : undefined;

  return {
    view,
    reload,
    point,
    isInside,
    grid,
    label,
    setLabel,
    choosePoint: setPoint,
    moveTo: (id: CommunityId) => {
      setPoint(undefined);
      setWanted(id);
    },
    confirm: () => {
      if (!isInside) return;
      const [lng, lat] = point;
      givePlace({ point: { lng, lat, datum: 'gcj02' }, label: label.trim() });
      back();
    },
  };
};

export type PlacePage = ReturnType<typeof usePlacePage>;
