import { h5 } from './h5.ts';
import type { Platform } from './types.ts';
import { weapp } from './weapp.ts';

export const platform: Platform = process.env['TARO_ENV'] === 'weapp' ? weapp : h5;
