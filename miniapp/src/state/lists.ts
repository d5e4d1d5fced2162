import type { CommunityId } from '@suishoupai/shared/ids';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { useEffect } from 'react';
import type * as z from 'zod/mini';
import { call } from '../api/client.ts';
import { remembered, useRemembered } from './remembered.ts';

const { response } = placesRoutes.getCommunity;
export type Lists = z.output<typeof response>;

/** Of the community met last: its grids, departments, who answers for what, and what is reported most. */
const lists = remembered('lists', response);

const askLists = (communityId: CommunityId): Promise<Lists> =>
  call(placesRoutes.getCommunity, { params: { communityId } });

export const knownLists = (): Lists | undefined => lists.get();

/** What the phone remembers at once, what the service says when it answers; undefined while neither has spoken. */
export const useLists = (wanted: CommunityId | undefined, ask = askLists): Lists | undefined => {
  const known = useRemembered(lists);
  useEffect(() => {
    if (wanted === undefined) return;
    let isWanted = true;
    ask(wanted).then(
      (answer) => isWanted && lists.set(answer),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, ask]);
  return known?.community.id === wanted ? known : undefined;
};

/** Once for each phone and community, so that a report can be placed without network by somebody who never reported before. */
export const learnLists = async (wanted: CommunityId, ask = askLists): Promise<void> => {
  if (lists.get()?.community.id === wanted) return;
  await ask(wanted).then(lists.set, () => undefined);
};
