import { CommunityId } from '@suishoupai/shared/ids';
import { remembered, useRemembered } from './remembered.ts';

/** The community whose affairs the person chose to see; absent until chosen, then the service names its own first. */
const chosen = remembered('community', CommunityId);

export const chooseCommunity = (id: CommunityId): void => chosen.set(id);

export const chosenCommunity = (): CommunityId | undefined => chosen.get();

export const useChosenCommunity = (): CommunityId | undefined => useRemembered(chosen);
