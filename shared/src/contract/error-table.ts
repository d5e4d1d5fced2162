import { commonErrors } from './common-errors.ts';
import type { ErrorCode } from './errors.ts';
import { hallErrors } from './hall-errors.ts';
import { pointsErrors } from './points-errors.ts';

/** Every code with its status and sentence. A function of the service knows those it can give: `makeApp` is told which. */
export const errorTable: Record<ErrorCode, { status: number; message: string }> = {
  ...commonErrors,
  ...hallErrors,
  ...pointsErrors,
};
