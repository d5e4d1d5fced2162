import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { peopleRoutes } from '@suishoupai/shared/people/contract';
import type { Handlers } from '../http/handlers.ts';
import type { NoticeStore } from '../notices/store.ts';
import type { PeopleService } from './service.ts';

export const peopleHandlers = (people: PeopleService, notices: NoticeStore): Handlers<typeof peopleRoutes> => ({
  signIn: ({ body, now }) => people.signIn(body.code, now),
  getMe: ({ viewer }) => people.me(viewer.personId),
  listNotices: ({ viewer, query }) => notices.list(viewer.personId, query.cursor),
  readNotices: async ({ viewer, body, now }) => {
    // A mark in the future would swallow what is still to come.
    if (body.upTo > `${now.toISOString()}~`) throw invalidField('body.upTo', 'future', '还没有这条消息');
    return { readUpTo: await notices.markRead(viewer.personId, body.upTo) };
  },
  addSubscriptions: async ({ viewer, body, now }) => {
    const isKept = await notices.allow(viewer.personId, body.id, [...new Set(body.accepted)], now);
    if (!isKept) throw new AppError('id.reused');
    return { remaining: await notices.countAllowances(viewer.personId) };
  },
});
