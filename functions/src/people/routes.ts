import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { peopleRoutes } from '@suishoupai/shared/people/contract';
import type { Handlers } from '../http/handlers.ts';
import type { NoticeStore } from '../notices/store.ts';
import type { AccessLog } from './access-log-store.ts';
import type { ConsentStore } from './consent-store.ts';
import type { PeopleService } from './service.ts';
import { addressee, type Turns } from './turns.ts';

type Deps = {
  people: PeopleService;
  notices: NoticeStore;
  consents: ConsentStore;
  accessLog: AccessLog;
  takeTurn: Turns['take'];
};

export const peopleHandlers = ({
  people,
  notices,
  consents,
  accessLog,
  takeTurn,
}: Deps): Handlers<typeof peopleRoutes> => ({
  signIn: async ({ body, now, address }) => {
    await takeTurn('signIn', addressee(address), now);
    return people.signIn(body, now);
  },
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
  getSubscriptions: async ({ viewer }) => ({ remaining: await notices.countAllowances(viewer.personId) }),
  listConsents: async ({ viewer }) => ({ items: await consents.list(viewer.personId) }),
  withdrawConsent: ({ viewer, body, now }) => people.withdrawConsent(viewer.personId, body.id, now),
  listAccessLog: ({ viewer, query }) => accessLog.list(viewer.personId, query.cursor),
  setAway: ({ viewer, body, now }) => people.setAway(viewer.personId, body.id, body.until, now),
  listColleagues: ({ viewer, query }) => people.colleagues(viewer, query.scope, query.desk),
});
