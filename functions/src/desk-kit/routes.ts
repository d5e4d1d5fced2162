import type { kitRoutes } from '@suishoupai/shared/desk-kit/contract';
import type { Handlers } from '../http/handlers.ts';
import type { KitService } from './service.ts';

export const kitHandlers = (kit: KitService): Handlers<typeof kitRoutes> => ({
  getTemplates: ({ viewer, query }) => kit.templates(viewer, query.communityId, query.desk),
  putTemplates: ({ viewer, body }) => kit.putTemplates(viewer, body),
  listActivity: ({ viewer, query, now }) => kit.activity(viewer, query.communityId, query.desk, query.cursor, now),
});
