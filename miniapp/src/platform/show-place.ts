import type { Point } from '@suishoupai/shared/places/contract';
import Taro from '@tarojs/taro';

const isWeapp = process.env['TARO_ENV'] === 'weapp';

/** Opens WeChat's map with the way there; undefined where there is none (H5) and the words must do. WeChat speaks gcj02 alone. */
export const showPlace = isWeapp
  ? ({ lng, lat, datum }: Point, name: string): void => {
      if (datum === 'gcj02')
        Taro.openLocation({ longitude: lng, latitude: lat, name, scale: 18 }).catch(() => undefined);
    }
  : undefined;
