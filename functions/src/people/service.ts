import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActionId, PersonId } from '@suishoupai/shared/ids';
import { consentVersion } from '@suishoupai/shared/people/consent';
import type { Colleague, Grant, Me, peopleRoutes, Scope, Session } from '@suishoupai/shared/people/contract';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Viewer } from '../http/handlers.ts';
import type { ConsentStore } from './consent-store.ts';
import { deskOfGrant, type PeopleStore, type Person, type Seat, scopeOfGrant } from './store.ts';
import type { Tokens } from './token.ts';

type Deps = {
  people: PeopleStore;
  consents: ConsentStore;
  tokens: Tokens;
  exchangeCode: (code: string) => Promise<string>;
  newPersonId: () => PersonId;
};

const maxAwayDays = 60;

const meOf = ({ id, grants, away }: Person): Me => ({ id, grants, awayUntil: away?.until });

/** Posts that are called alike are told apart by the end of the person's id, which the person can read out. */
const labelled = ({ personId, label, ...seat }: Seat, seats: readonly Seat[]): Colleague => {
  const isAlone = seats.filter((other) => other.label === label).length === 1;
  return { personId, label: isAlone ? label : `${label} · ${personId.slice(-4)}`, ...seat };
};

/** What a person may do now, read fresh: a grant that was taken away is gone with the next request. */
export const makeGrantsOf =
  (people: Pick<PeopleStore, 'find'>) =>
  async (personId: PersonId): Promise<readonly Grant[]> =>
    (await people.find(personId))?.grants ?? [];

/** Sign-in, consent, and what a person may do. WeChat's session key is never kept and never leaves. */
export const makePeopleService = ({ people, consents, tokens, exchangeCode, newPersonId }: Deps) => ({
  /** Nothing is written of somebody who has not agreed to the policy in force. */
  signIn: async (body: RouteRequest<typeof peopleRoutes.signIn>['body'], now: Date): Promise<Session> => {
    const openid = await exchangeCode(body.code);
    const known = await people.known(openid);
    const isGiven = known !== undefined && (await consents.isGiven(known.id, consentVersion));
    if (!isGiven && body.consentVersion !== consentVersion) throw new AppError('consent.needed');
    const person = known ?? (await people.admit(openid, newPersonId(), now));
    if (!isGiven) await consents.give(person.id, consentVersion, now);
    const { token, expiresAt } = await tokens.issue(person.id, person.grants.length > 0, now);
    return { token, expiresAt: expiresAt.toISOString(), me: meOf(person) };
  },

  me: async (personId: PersonId): Promise<Me> => {
    const person = await people.find(personId);
    if (person === undefined) throw new AppError('session.missing');
    return meOf(person);
  },

  withdrawConsent: async (personId: PersonId, action: ActionId, now: Date) => {
    await consents.withdraw(personId, action, now);
    return { items: await consents.list(personId) };
  },

  setAway: async (personId: PersonId, by: ActionId, until: string | null, now: Date): Promise<Me> => {
    if (until !== null && until <= now.toISOString()) throw invalidField('body.until', 'past', '请选以后的时间');
    const latest = new Date(now.getTime() + maxAwayDays * dayMs).toISOString();
    if (until !== null && until > latest) throw invalidField('body.until', 'tooFar', `最多 ${maxAwayDays} 天`);
    const person = await people.setAway(personId, until === null ? { by } : { by, until });
    if (person === undefined) throw new AppError('id.reused');
    return meOf(person);
  },

  /** The others of a desk that the viewer sits at. */
  colleagues: async (viewer: Viewer, scope: Scope, desk: string): Promise<{ items: Colleague[] }> => {
    const isSeated = viewer.grants.some((grant) => scopeOfGrant(grant) === scope && deskOfGrant(grant) === desk);
    if (!isSeated) throw new AppError('access.denied');
    const seats = await people.seats(scope, desk);
    const others = seats.filter(({ personId }) => personId !== viewer.personId);
    return { items: others.map((seat) => labelled(seat, seats)) };
  },
});

export type PeopleService = ReturnType<typeof makePeopleService>;
