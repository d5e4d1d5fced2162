import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { householdLimits } from '@suishoupai/shared/households/limits';
import type { RepresentativeList, representativeRoutes } from '@suishoupai/shared/households/representatives';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Viewer } from '../http/handlers.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import type { Electors } from '../votes/electors.ts';
import type { Clerk, ClerkOf } from './access.ts';
import type { ClaimStore } from './claim-store.ts';
import { type RepresentativeStore, type Roster, type RosterLine, type Term, termsAt } from './representative-store.ts';

type Deps = {
  representatives: RepresentativeStore;
  claims: Pick<ClaimStore, 'find' | 'bound'>;
  residents: Electors['residents'];
  clerkOf: ClerkOf;
  places: Pick<PlacesService, 'getCommunity'>;
  accessLog: Pick<AccessLog, 'note'>;
};
type Routes = typeof representativeRoutes;
type AddRequest = Pick<RouteRequest<Routes['addRepresentative']>, 'params' | 'body'>;
type RemoveRequest = Pick<RouteRequest<Routes['removeRepresentative']>, 'params' | 'body'>;

const maxTries = 3;
const notesAtOnce = 16;
/** No vote runs longer than this: until then it may ask who was on the list when it opened. */
const keptMs = 2 * 366 * dayMs;

type Change = Pick<RosterLine, 'id' | 'what' | 'digest' | 'reason'>;

/** The list of residents' representatives, which the staff of a community keep. Each change names who made it and stays. */
export const makeRepresentatives = ({ representatives, claims, residents, clerkOf, places, accessLog }: Deps) => {
  const noteLooks = async (clerk: Clerk, communityId: CommunityId, people: readonly PersonId[], at: string) => {
    const about = `${communityId}#representatives`;
    const subjects = [...new Set(people)];
    for (let first = 0; first < subjects.length; first += notesAtOnce) {
      const some = subjects.slice(first, first + notesAtOnce);
      await Promise.all(some.map((subject) => accessLog.note({ subject, viewer: clerk, about, what: 'claim', at })));
    }
  };

  const listFor = async (clerk: Clerk, communityId: CommunityId, now: Date): Promise<RepresentativeList> => {
    const at = now.toISOString();
    const [roster, lines, bound] = await Promise.all([
      representatives.current(communityId),
      representatives.lines(communityId),
      claims.bound(communityId),
    ]);
    const terms = termsAt(roster);
    const inForce = new Set(termsAt(roster, at).map(({ id }) => id));
    const isBound = new Set(bound.map(({ personId }) => personId));
    const seen = terms.map(({ personId }) => personId);
    await noteLooks(clerk, communityId, seen, at);
    return {
      items: terms.map(({ id, personId, name, units, until, at: addedAt, by }) => ({
        ...{ id, name, units, until, addedAt, addedBy: by },
        isInForce: inForce.has(id) && isBound.has(personId),
      })),
      changes: lines.map(({ personId: _, digest: __, ...change }) => change),
    };
  };

  /** Makes the next list of the one that stands; the same action again does nothing more. */
  const advance = async (
    clerk: Clerk,
    communityId: CommunityId,
    change: Change,
    now: Date,
    next: (terms: readonly Term[]) => Promise<{ terms: Term[]; name: string }>,
  ): Promise<RepresentativeList> => {
    const at = now.toISOString();
    const oldest = new Date(now.getTime() - keptMs).toISOString();
    for (let tries = 0; tries < maxTries; tries += 1) {
      const done = await representatives.lineOf(communityId, change.id);
      if (done !== undefined) {
        if (done.digest !== change.digest) throw new AppError('id.reused');
        return listFor(clerk, communityId, now);
      }
      const roster = await representatives.current(communityId);
      const { terms, name } = await next(roster.terms);
      const kept = terms.filter(({ removedAt }) => removedAt === undefined || removedAt > oldest);
      const after: Roster = { version: roster.version + 1, terms: kept };
      const line = { ...change, at, by: clerk.label, personId: clerk.personId, name };
      if (await representatives.advance(communityId, after, line)) return listFor(clerk, communityId, now);
    }
    throw new AppError('representative.changed');
  };

  return {
    count: async (communityId: CommunityId, now: Date): Promise<{ count: number }> => {
      await places.getCommunity(communityId, now);
      return { count: termsAt(await representatives.current(communityId), now.toISOString()).length };
    },

    list: async (viewer: Viewer, communityId: CommunityId, now: Date) =>
      listFor(await clerkOf(viewer, communityId, now), communityId, now),

    candidates: async (viewer: Viewer, communityId: CommunityId, building: string, now: Date) => {
      const clerk = await clerkOf(viewer, communityId, now);
      const found = await residents(communityId, { building });
      const people = found.map(({ personId }) => personId);
      await noteLooks(clerk, communityId, people, now.toISOString());
      return { items: found.map(({ claimId, name, units }) => ({ claimId, name, units })) };
    },

    add: async (viewer: Viewer, { params, body }: AddRequest, now: Date): Promise<RepresentativeList> => {
      const { communityId } = params;
      const { id, claimId, until } = body;
      const clerk = await clerkOf(viewer, communityId, now);
      const at = now.toISOString();
      const change = { id, what: 'add' as const, digest: digestOf({ claimId, until, personId: clerk.personId }) };
      return advance(clerk, communityId, change, now, async (terms) => {
        if (until < chinaDay(at)) throw invalidField('body.until', 'past', '任期要到今天以后');
        const claim = await claims.find(claimId);
        if (claim?.communityId !== communityId || claim.state !== 'approved') throw new AppError('claim.notFound');
        const { personId } = claim;
        if (termsAt({ terms: [...terms] }, at).some((term) => term.personId === personId)) {
          throw new AppError('representative.exists');
        }
        const standing = terms.filter(({ removedAt }) => removedAt === undefined);
        if (standing.length >= householdLimits.representatives) {
          throw invalidField('body.claimId', 'tooMany', `最多 ${householdLimits.representatives} 位居民代表`);
        }
        const [resident] = await residents(communityId, { isMeant: (each) => each === personId });
        if (resident === undefined) throw new AppError('claim.notFound');
        const { name, units } = resident;
        // A term that is over makes room for the next one of the same person.
        const others = terms.map((term) =>
          term.personId === personId && term.removedAt === undefined ? { ...term, removedAt: at } : term,
        );
        return { terms: [...others, { id, personId, claimId, name, units, until, at, by: clerk.label }], name };
      });
    },

    remove: async (viewer: Viewer, { params, body }: RemoveRequest, now: Date): Promise<RepresentativeList> => {
      const { communityId, representativeId } = params;
      const { id, reason } = body;
      const clerk = await clerkOf(viewer, communityId, now);
      const digest = digestOf({ representativeId, reason, personId: clerk.personId });
      return advance(clerk, communityId, { id, what: 'remove', digest, reason }, now, async (terms) => {
        const gone = terms.find((term) => term.id === representativeId && term.removedAt === undefined);
        if (gone === undefined) throw new AppError('representative.notFound');
        const removedAt = now.toISOString();
        return { terms: terms.map((term) => (term === gone ? { ...term, removedAt } : term)), name: gone.name };
      });
    },
  };
};

export type Representatives = ReturnType<typeof makeRepresentatives>;
