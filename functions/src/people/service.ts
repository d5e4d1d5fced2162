import { AppError } from '@suishoupai/shared/contract/errors';
import type { PersonId } from '@suishoupai/shared/ids';
import type { Grant, Session } from '@suishoupai/shared/people/contract';
import type { PeopleStore } from './store.ts';
import type { Tokens } from './token.ts';

type Deps = {
  people: PeopleStore;
  tokens: Tokens;
  exchangeCode: (code: string) => Promise<string>;
  newPersonId: () => PersonId;
};

/** Sign-in and what a person may do. WeChat's session key is never kept and never leaves. */
export const makePeopleService = ({ people, tokens, exchangeCode, newPersonId }: Deps) => ({
  signIn: async (code: string, now: Date): Promise<Session> => {
    const openid = await exchangeCode(code);
    const { id, grants } = await people.admit(openid, newPersonId(), now);
    const { token, expiresAt } = await tokens.issue(id, grants.length > 0, now);
    return { token, expiresAt: expiresAt.toISOString(), me: { id, grants } };
  },

  /** What the person may do now, read fresh: a grant that was taken away is gone with the next request. */
  grantsOf: async (personId: PersonId): Promise<readonly Grant[]> => (await people.find(personId))?.grants ?? [],

  me: async (personId: PersonId) => {
    const person = await people.find(personId);
    if (person === undefined) throw new AppError('session.missing');
    return { id: person.id, grants: person.grants };
  },
});

export type PeopleService = ReturnType<typeof makePeopleService>;
