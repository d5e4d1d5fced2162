import type { peopleRoutes } from '@suishoupai/shared/people/contract';
import type { Handlers } from '../http/handlers.ts';
import type { NoticeStore } from '../notices/store.ts';
import type { PeopleService } from './service.ts';

export const peopleHandlers = (people: PeopleService, notices: NoticeStore): Handlers<typeof peopleRoutes> => ({
  signIn: ({ body, now }) => people.signIn(body.code, now),
  getMe: ({ viewer }) => people.me(viewer.personId),
  listNotices: ({ viewer, query }) => notices.list(viewer.personId, query.cursor),
  readNotices: async ({ viewer, body }) => ({ readUpTo: await notices.markRead(viewer.personId, body.upTo) }),
  addSubscriptions: async ({ viewer, body, now }) => {
    for (const template of new Set(body.accepted)) await notices.allow(viewer.personId, template, body.id, now);
    return { remaining: await notices.countAllowances(viewer.personId) };
  },
});
