import Taro from '@tarojs/taro';

type Tapped = { clientX: number; clientY: number };

/** A browser's tap says where it was, WeChat's says it of each finger. */
const clientSpot = (event: object): Tapped | undefined => {
  const { changedTouches, clientX, clientY } = event as Partial<Tapped> & { changedTouches?: ArrayLike<Tapped> };
  if (clientX !== undefined && clientY !== undefined) return { clientX, clientY };
  return changedTouches?.[0];
};

/** Where in the element of this selector a tap fell, in pixels from its upper left corner. */
export const tapSpot = (event: object, selector: string): Promise<{ x: number; y: number } | undefined> => {
  const spot = clientSpot(event);
  if (spot === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(selector)
      .boundingClientRect((found) => {
        const box = Array.isArray(found) ? found[0] : found;
        resolve(box && { x: spot.clientX - box.left, y: spot.clientY - box.top });
      })
      .exec();
  });
};
