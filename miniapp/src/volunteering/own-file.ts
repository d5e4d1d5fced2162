import { type Route, routeUrl } from '@suishoupai/shared/contract/route';
import { base } from '../api/base.ts';
import { session } from '../api/client.ts';
import { openOwnFile } from '../platform/open-file.ts';
import { notifyError } from '../ui/notify.ts';

/** Hands the person a file that only they, or only staff, may have. */
export const takeFile = ({ path }: Route, params: object, name: string): void =>
  void openOwnFile(base + routeUrl(path, params), name, session.token()).catch(notifyError);
