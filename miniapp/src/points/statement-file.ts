import { routeUrl } from '@suishoupai/shared/contract/route';
import type { CommunityId } from '@suishoupai/shared/ids';
import { statementRoutes } from '@suishoupai/shared/points/routes';
import type { Unit } from '@suishoupai/shared/points/transfer';
import { unitNames } from '@suishoupai/shared/points/words';
import { base } from '../api/base.ts';
import { session } from '../api/client.ts';
import { openOwnFile } from '../platform/open-file.ts';

export type Format = 'csv' | 'pdf';

/** Hands the person their own statement. Throws DeviceError when it cannot be had. */
export const openStatement = (communityId: CommunityId, unit: Unit, format: Format): Promise<void> => {
  const url = base + routeUrl(statementRoutes.getStatement.path, { communityId }, { unit, format });
  return openOwnFile(url, `${unitNames[unit]}对账单.${format}`, session.token());
};
