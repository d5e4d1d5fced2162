import { placesRoutes } from '@suishoupai/shared/places/contract';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';

const askCommunities = async () => (await call(placesRoutes.listCommunities)).items;

export const useCommunities = (source = askCommunities) => useLoad('communities', source);
