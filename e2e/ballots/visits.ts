import { makeTokens } from '@suishoupai/functions/people/token';
import { slotOf } from '@suishoupai/functions/votes/electors';
import type { VoteRecord } from '@suishoupai/functions/votes/record';
import type { Stack } from '@suishoupai/local/stack';
import { type Route, type RouteInput, type RouteResponse, routeUrl } from '@suishoupai/shared/contract/route';
import type { PersonId } from '@suishoupai/shared/ids';
import type { Receipt } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import * as z from 'zod/mini';
import { type Household, newTail } from './electorate.ts';

const Secrets = z.object({ sessionKey: z.string() });
const Refused = z.object({ error: z.object({ code: z.string() }) });

const mostTries = 4;

/** The product as a phone speaks to it. `code` is empty for an answer that is no refusal. */
export const phoneTo = ({ url, env, clock }: Stack) => {
  const { sessionKey } = z.parse(Secrets, JSON.parse(env.SECRETS_JSON));
  const tokens = makeTokens({ key: new TextEncoder().encode(sessionKey), audience: env.STAGE });
  return {
    signIn: async (personId: PersonId, isStaff = false) => (await tokens.issue(personId, isStaff, clock.now())).token,
    call: async <R extends Route>(route: R, token: string, input: RouteInput<R>) => {
      const { params, query, body } = input as { params?: object; query?: object; body?: object };
      const send = () =>
        fetch(url + routeUrl(route.path, params, query), {
          method: route.method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      let response = await send();
      // The way there was cut: a phone sends the same again.
      for (let tries = 1; response.status === 502 && tries < mostTries; tries += 1) response = await send();
      const answer: unknown = await response.json();
      const code = response.ok ? '' : (z.safeParse(Refused, answer).data?.error.code ?? String(response.status));
      return { code, body: answer as RouteResponse<R> };
    },
  };
};
export type Phone = ReturnType<typeof phoneTo>;

type Body = RouteInput<(typeof voteRoutes)['castBallot']>['body'];

/** What came of a request: `whenInTime` and `whenLate` are the codes it may get before and after close, and no other. */
export type Cast = {
  body: Body;
  sentAt: number;
  answeredAt: number;
  code: string;
  receipt: Receipt;
  whenInTime: string;
  whenLate: string;
};

/** An elector with a phone, and what they have cast so far. */
export type Elector = {
  slot: string;
  tokens: string[];
  isShared: boolean;
  /** The last one acknowledged. */
  stands: Cast | undefined;
};

export const electorOf = async (phone: Phone, vote: VoteRecord, key: string, { people }: Household) => ({
  slot: slotOf(vote, key),
  tokens: await Promise.all(people.map((personId) => phone.signIn(personId))),
  isShared: people.length > 1,
  stands: undefined,
});

const options = ['approve', 'against'] as const;
let casts = 0;

export const aBallot = ({ slot, isShared, stands }: Elector): Body => ({
  id: `act_${newTail()}`,
  slot,
  choice: { option: options[casts++ % 3 === 0 ? 1 : 0] },
  replaces: stands?.receipt.seq ?? 0,
  ...(isShared ? { isAgreed: true as const } : {}),
});

type Expected = Pick<Cast, 'whenInTime' | 'whenLate'>;
const inTimeOnly: Expected = { whenInTime: '', whenLate: 'vote.over' };
const always = (code: string): Expected => ({ whenInTime: code, whenLate: code });

/** The ways in which electors cast. Each makes its requests and gives what came of them. */
export const makeVisits = (phone: Phone, stack: Stack, vote: VoteRecord) => {
  const send = async (token: string, body: Body, expected: Expected): Promise<Cast> => {
    const sentAt = stack.clock.now().getTime();
    const { code, body: receipt } = await phone.call(voteRoutes.castBallot, token, {
      params: { voteId: vote.id },
      body,
    });
    return { body, sentAt, answeredAt: stack.clock.now().getTime(), code, receipt, ...expected };
  };
  const keep = (elector: Elector, casts: Cast[]): Cast[] => {
    for (const cast of casts) {
      const isNewer = cast.code === '' && cast.receipt.seq > (elector.stands?.receipt.seq ?? 0);
      if (isNewer) elector.stands = cast;
    }
    return casts;
  };
  const own = ({ tokens: [token = ''] }: Elector) => token;

  const cast = async (elector: Elector) => keep(elector, [await send(own(elector), aBallot(elector), inTimeOnly)]);
  return {
    /** The first ballot, or one that changes it. */
    cast,
    twiceAtOnce: async (elector: Elector) => {
      const body = aBallot(elector);
      return keep(elector, await Promise.all([1, 2].map(() => send(own(elector), body, inTimeOnly))));
    },
    /** An answer that was lost on the way: what was acknowledged once is acknowledged for ever. */
    again: async (elector: Elector) => {
      const { stands } = elector;
      if (stands === undefined) return cast(elector);
      return keep(elector, [await send(own(elector), stands.body, always(''))]);
    },
    otherContent: async (elector: Elector) => {
      const { stands } = elector;
      if (stands === undefined) return cast(elector);
      const body = { ...stands.body, choice: { abstain: true as const } };
      return keep(elector, [await send(own(elector), body, always('id.reused'))]);
    },
    /** Two phones that both saw the same ballot: one of them is told that it has changed. */
    rivals: async (elector: Elector) => {
      const bodies = [aBallot(elector), aBallot(elector)];
      const rivals = await Promise.all(bodies.map((body) => send(own(elector), body, inTimeOnly)));
      const won = rivals.find(({ code }) => code === '');
      return keep(
        elector,
        rivals.map((rival) =>
          won === undefined || rival === won ? rival : { ...rival, whenInTime: 'vote.ballotChanged' },
        ),
      );
    },
    coOwner: async (elector: Elector) => {
      const [, other] = elector.tokens;
      if (other === undefined || elector.stands === undefined) return cast(elector);
      return [await send(other, aBallot(elector), { whenInTime: 'vote.castByOther', whenLate: 'vote.over' })];
    },
    foreign: async (elector: Elector, neighbour: Elector) => {
      const body = { ...aBallot(neighbour), replaces: 0 };
      return [await send(own(elector), body, always('vote.notYours'))];
    },
  };
};
