import { communityOf, type MediaId } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import type { CounterOrder, Order, OrderCard, Reward, RewardCard } from '@suishoupai/shared/rewards/contract';
import type { ListedOrder } from './order-store.ts';
import type { OrderRecord, Placed, StockRecord, VersionRecord } from './record.ts';

export type PhotoUrls = (id: MediaId) => Photo;

const photoOf = (id: MediaId | undefined, photoUrls: PhotoUrls) => (id === undefined ? {} : { photo: photoUrls(id) });

export const rewardCardOf = ({ id, state, left, initial, terms }: StockRecord, photoUrls: PhotoUrls): RewardCard => ({
  ...terms,
  ...{ id, state, left, initial },
  ...photoOf(terms.photoId, photoUrls),
});

export const rewardViewOf = (
  stock: StockRecord,
  version: VersionRecord,
  photoUrls: PhotoUrls,
): Omit<Reward, 'mine'> => {
  const { description, photoIds, place, hours, holdDays } = version;
  return {
    ...rewardCardOf(stock, photoUrls),
    ...{ communityId: communityOf(stock.id), description, place, hours, holdDays },
    photos: photoIds.map(photoUrls),
  };
};

const cardOf = ({ id, title, count, price, handed, state, until }: OrderRecord, at: string): OrderCard => ({
  ...{ id, title, count, price, handed, state, until, at },
});

export const listedOf = ({ card, listAt }: ListedOrder): OrderCard => cardOf(card, listAt);

/** What both sides see of how it ended; its id is nobody's business. */
const endedOf = ({ ended }: OrderRecord) => (ended === undefined ? {} : { ended });

export const orderViewOf = (placed: Placed, version: VersionRecord | undefined, photoUrls: PhotoUrls): Order => {
  const { card, at, by, rule } = placed;
  const { place = '', hours = '', supplier, photoIds = [] } = version ?? {};
  return {
    ...cardOf(card, at),
    ...{ communityId: communityOf(card.id), rewardId: rule.id, version: rule.version, code: card.code, place, hours },
    ...(supplier === undefined ? {} : { supplier }),
    ...photoOf(photoIds[0], photoUrls),
    ...(by === undefined ? {} : { by }),
    ...endedOf(card),
  };
};

export const counterViewOf = (
  { card, at }: Pick<Placed, 'card' | 'at'>,
  version: VersionRecord | undefined,
  photoUrls: PhotoUrls,
): CounterOrder => {
  const { place = '', supplier, photoIds = [] } = version ?? {};
  return {
    ...cardOf(card, at),
    place,
    ...(supplier === undefined ? {} : { supplier }),
    ...photoOf(photoIds[0], photoUrls),
    ...endedOf(card),
  };
};
