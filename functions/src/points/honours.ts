import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { badges, type Honours, type honourRoutes } from '@suishoupai/shared/points/honours';
import type { Unit } from '@suishoupai/shared/points/transfer';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { ClerkOf } from '../households/access.ts';
import type { Handlers, Viewer } from '../http/handlers.ts';
import type { CommendationRecord, HonoursStore } from './honours-store.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { EntryRecord } from './record.ts';

type Deps = {
  honours: HonoursStore;
  ledger: Pick<LedgerStore, 'book' | 'between'>;
  ownerOf: (communityId: CommunityId, code: string) => Promise<PersonId>;
  clerkOf: ClerkOf;
};
type Body = RouteRequest<(typeof honourRoutes)['commend']>['body'];

/** Of a book this much is looked at, the newest; nobody has more in several years. */
const mostEntries = 2000;
/** More names nobody reads. */
const mostRanked = 20;

/** What was given and was not taken back. */
const standing = (entries: readonly EntryRecord[]): EntryRecord[] => {
  const undone = new Set(entries.map(({ undoes }) => undoes));
  return entries.filter(({ id, rule, debit }) => rule !== undefined && debit === 'issued' && !undone.has(id));
};

export const makeHonourHandlers = ({ honours, ledger, ownerOf, clerkOf }: Deps): Handlers<typeof honourRoutes> => {
  const givenTo = async (communityId: CommunityId, unit: Unit, personId: PersonId): Promise<EntryRecord[]> => {
    const key = { communityId, unit, personId };
    const { seq } = await ledger.book(key);
    return seq === 0 ? [] : standing(await ledger.between(key, Math.max(0, seq - mostEntries), seq));
  };
  const minutesOf = (entries: readonly EntryRecord[]) => entries.reduce((sum, { amount }) => sum + amount, 0);

  const badgesOf = async (communityId: CommunityId, personId: PersonId): Promise<Honours['badges']> => {
    const [points, minutes] = await Promise.all([
      givenTo(communityId, 'points', personId),
      givenTo(communityId, 'minutes', personId),
    ]);
    return badges.map(({ id, rule, count }) => {
      const done = rule === 'service' ? minutesOf(minutes) : points.filter((entry) => entry.rule?.id === rule).length;
      return { id, done, needed: count, isEarned: done >= count };
    });
  };

  /** Made from the books of those who agreed, when somebody looks: who agrees no longer is in no list from then on. */
  const rankingOf = async (communityId: CommunityId, shown: { personId: PersonId; name: string }[], now: Date) => {
    const year = chinaDay(now.toISOString()).slice(0, 4);
    const rows = await Promise.all(
      shown.map(async ({ personId, name }) => {
        const given = await givenTo(communityId, 'minutes', personId);
        return { personId, name, minutes: minutesOf(given.filter(({ at }) => chinaDay(at).startsWith(year))) };
      }),
    );
    return rows
      .filter(({ minutes }) => minutes > 0)
      .toSorted((a, b) => b.minutes - a.minutes)
      .slice(0, mostRanked);
  };

  const commendationOf = (
    record: CommendationRecord,
    shown: { personId: PersonId; name: string }[],
    viewer: Viewer,
  ) => {
    const { personId, ...rest } = record;
    return {
      ...rest,
      name: shown.find((each) => each.personId === personId)?.name,
      isMine: personId === viewer.personId,
    };
  };

  const view = async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<Honours> => {
    const [mine, shown, commended] = await Promise.all([
      badgesOf(communityId, viewer.personId),
      honours.shown(communityId),
      honours.commendations(communityId),
    ]);
    const ranking = await rankingOf(communityId, shown, now);
    return {
      badges: mine,
      shown: shown.find(({ personId }) => personId === viewer.personId)?.name,
      ranking: ranking.map(({ personId, ...row }) => ({ ...row, isMine: personId === viewer.personId })),
      commendations: commended.map((each) => commendationOf(each, shown, viewer)),
    };
  };

  const commend = async (viewer: Viewer, communityId: CommunityId, body: Body, now: Date): Promise<void> => {
    const clerk = await clerkOf(viewer, communityId, now);
    const { id, code, year, merit } = body;
    const personId = await ownerOf(communityId, code);
    if (personId === clerk.personId) throw new AppError('access.denied');
    const same = (await honours.commendations(communityId)).find((each) => each.id === id);
    const isOther = same !== undefined && (same.personId !== personId || same.year !== year || same.merit !== merit);
    if (isOther) throw new AppError('id.reused');
    await honours.commend(communityId, { id, personId, year, merit, by: clerk.label, at: now.toISOString() });
  };

  return {
    getHonours: ({ viewer, params, now }) => view(viewer, params.communityId, now),
    showMe: async ({ viewer, params, body, now }) => {
      await honours.show(params.communityId, { personId: viewer.personId, name: body.name });
      return view(viewer, params.communityId, now);
    },
    commend: async ({ viewer, params, body, now }) => {
      await commend(viewer, params.communityId, body, now);
      return { items: (await view(viewer, params.communityId, now)).commendations };
    },
  };
};
