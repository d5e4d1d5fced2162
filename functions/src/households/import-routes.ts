import type { rollFileRoutes } from '@suishoupai/shared/households/contract';
import type { Handlers } from '../http/handlers.ts';
import type { RollImport } from './roll-import.ts';

export const rollFileHandlers = (imports: RollImport): Handlers<typeof rollFileRoutes> => ({
  previewRoll: ({ viewer, params, body, now }) => imports.preview(viewer, params.communityId, body, now),
  importRoll: ({ viewer, params, body, now }) => imports.import(viewer, params.communityId, body, now),
});
