import { type Route, routeUrl } from '@suishoupai/shared/contract/route';

/** H5 is served by the same origin as the API. */
export const base = process.env['TARO_APP_API'] ?? '';

type PublicFile = Route & { file: string; access: 'anyone' };

/** The address of a file that anyone may have. */
export const fileAddress = ({ path }: PublicFile, params: object, query?: object): string =>
  base + routeUrl(path, params, query);
