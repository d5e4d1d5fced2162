import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { badges, type Honours, type honourRoutes } from '@suishoupai/shared/points/honours';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { ClerkOf } from '../households/access.ts';
import type { Handlers, Viewer } from '../http/handlers.ts';
import { servedIn } from './honours-follower.ts';
import type { HonoursStore, Ranked, ShownRecord } from './honours-store.ts';
import type { LedgerStore } from './ledger-store.ts';

type Deps = {
  honours: HonoursStore;
  ledger: Pick<LedgerStore, 'book'>;
  ownerOf: (communityId: CommunityId, code: string) => Promise<PersonId>;
  clerkOf: ClerkOf;
};
type Body = RouteRequest<(typeof honourRoutes)['commend']>['body'];

/** More names, and older commendations, nobody reads on one page. */
const [mostRanked, mostCommended] = [20, 20];

const yearOf = (now: Date): string => chinaDay(now.toISOString()).slice(0, 4);

export const makeHonourHandlers = ({ honours, ledger, ownerOf, clerkOf }: Deps): Handlers<typeof honourRoutes> => {
  const badgesOf = async (communityId: CommunityId, personId: PersonId): Promise<Honours['badges']> => {
    const [points, minutes] = await Promise.all(
      (['points', 'minutes'] as const).map((unit) =>
        ledger.book({ communityId, unit, personId }, { consistent: false }),
      ),
    );
    return badges.map(({ id, rule, count }) => {
      const done = (rule === 'service' ? minutes : points)?.tallies[rule]?.all ?? 0;
      return { id, done, needed: count, isEarned: done >= count };
    });
  };

  /** How the commended are named whom the ranking does not name already. */
  const namesOf = async (communityId: CommunityId, people: readonly PersonId[], known: readonly Ranked[]) => {
    const names = new Map(known.map(({ personId, name }) => [personId, name]));
    const others = [...new Set(people)].filter((personId) => !names.has(personId));
    const found = await Promise.all(others.map((each) => honours.find(communityId, each, { consistent: false })));
    for (const shown of found) if (shown !== undefined && shown.name !== null) names.set(shown.personId, shown.name);
    return names;
  };

  const view = async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<Honours> => {
    const { personId: me } = viewer;
    const [mine, own, listed, commended] = await Promise.all([
      badgesOf(communityId, me),
      honours.find(communityId, me),
      honours.ranking(communityId, yearOf(now), mostRanked),
      honours.commendations(communityId, mostCommended),
    ]);
    const shown = own?.name ?? undefined;
    // The list may be a moment old, but not for whoever has just taken their name off it.
    const ranking = listed.filter(({ personId }) => personId !== me || shown !== undefined);
    const names = await namesOf(
      communityId,
      commended.map(({ personId }) => personId).filter((personId) => personId !== me),
      ranking,
    );
    return {
      badges: mine,
      shown,
      ranking: ranking.map(({ personId, ...row }) => ({ ...row, isMine: personId === me })),
      commendations: commended.map(({ personId, ...rest }) => {
        const isMine = personId === me;
        return { ...rest, name: isMine ? shown : names.get(personId), isMine };
      }),
    };
  };

  /** Named first, then ranked by the book as it stands after that: an entry in between finds the name (honours-follower.ts). */
  const show = async (communityId: CommunityId, { personId, name }: ShownRecord): Promise<void> => {
    const known = await honours.find(communityId, personId);
    if ((known?.name ?? null) !== name) await honours.show(communityId, { personId, name });
    if (name === null) return;
    const book = await ledger.book({ communityId, unit: 'minutes', personId });
    const served = servedIn(book);
    if (served !== undefined && known?.seq !== served.seq) await honours.rank(communityId, { personId, name }, served);
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
      await show(params.communityId, { personId: viewer.personId, name: body.name });
      return view(viewer, params.communityId, now);
    },
    commend: async ({ viewer, params, body, now }) => {
      await commend(viewer, params.communityId, body, now);
      return { items: (await view(viewer, params.communityId, now)).commendations };
    },
  };
};
