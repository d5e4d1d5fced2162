import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import type { CommunityId } from '@suishoupai/shared/ids';
import { type Point, placesRoutes } from '@suishoupai/shared/places/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { useEffect } from 'react';
import { ApiError } from '../../../api/api-error.ts';
import { call } from '../../../api/client.ts';
import { pickPlace } from '../../../forms/pick-place.ts';
import { useCommunityLists } from '../../../load/use-community-lists.ts';
import { usePhotos } from '../../../photos/use-photos.ts';
import { notifyError } from '../../../ui/notify.ts';
import type { Matter } from './matter.ts';

const locatePoint = ({ lng, lat, datum }: Point) => call(placesRoutes.locate, { query: { lng, lat, datum } });

type Given = {
  communityId: CommunityId;
  matter: Matter;
  onChange: (change: Partial<Matter>) => void;
  locate?: typeof locatePoint;
};

/** Photos and place of what is to become a ticket. */
export const useMatter = ({ communityId, matter, onChange, locate = locatePoint }: Given) => {
  const photos = usePhotos({ max: fieldworkLimits.ticketPhotos, initial: matter.photos });
  const { view } = useCommunityLists(communityId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: told of every change of the photos, and of no other
  useEffect(() => {
    if (photos.photos.length > 0 || matter.photos.length > 0) onChange({ photos: [...photos.photos] });
  }, [photos.photos]);

  const pick = async () => {
    try {
      const picked = await pickPlace();
      if (picked === undefined) return;
      const label = picked.label.trim().slice(0, ticketLimits.placeLabel);
      onChange({ place: { point: picked.point }, ...(label === '' ? {} : { label }) });
      const { community, grid } = await locate(picked.point);
      onChange({ place: { point: picked.point, community, ...(grid === undefined ? {} : { grid }) } });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'place.outside') onChange({ place: undefined });
      notifyError(error);
    }
  };

  return { photos, pick, lists: view.state === 'ready' ? view.data : undefined };
};
