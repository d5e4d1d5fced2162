import { randomBytes } from 'node:crypto';
import { makePlacing } from '@suishoupai/functions/volunteering/placing';
import type { ActivityRecord } from '@suishoupai/functions/volunteering/record';
import { makeStanding } from '@suishoupai/functions/volunteering/standing';
import type { Stack } from '@suishoupai/local/stack';
import { localDynamodbClient } from '@suishoupai/local/tables';
import { idTail, newActivityId, type PersonId } from '@suishoupai/shared/ids';
import { dayMs, hourMs } from '@suishoupai/shared/time/units';
import { meter } from '../../bench/meter/meter.ts';
import { storesOf } from '../ballots/metered.ts';

export const newTail = () => idTail(Date.now(), randomBytes(10));

/** An activity that people may sign up to, straight into the store. */
export const anOpenActivity = (
  communityId: string,
  now: Date,
  places: number,
  waitingPlaces: number,
): ActivityRecord => {
  const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
  return {
    id: newActivityId(communityId, newTail()),
    communityId,
    title: '重阳节包饺子',
    words: '社区食堂一起包饺子，送到独居老人家里。',
    place: '社区食堂',
    startsAt: after(3 * dayMs),
    endsAt: after(3 * dayMs + 2 * hourMs),
    skills: [],
    ...{ places, waitingPlaces, state: 'published', version: 1, digest: 'first', organiser: '幸福里居委会' },
    madeBy: `usr_${newTail()}`,
    madeAt: now.toISOString(),
    codeSecret: newTail(),
    trace: [],
  };
};

/** People who registered as volunteers, straight into the store. */
export const registered = async (
  { volunteers }: ReturnType<typeof storesOf>,
  communityId: string,
  count: number,
  now: Date,
): Promise<PersonId[]> => {
  const people = Array.from({ length: count }, (): PersonId => `usr_${newTail()}`);
  for (const [i, personId] of people.entries()) {
    await volunteers.saveProfile(communityId, {
      ...{ personId, id: `act_${newTail()}`, digest: 'first', version: 1, consentedAt: now.toISOString() },
      ...{ name: `志愿者${i}`, isMinor: false, skills: [], availability: [] },
    });
  }
  return people;
};

/** Signing up as the function does it, to the same activity and on the same table, in this process, where what it consumes can be counted. */
export const meteredPlacing = (stack: Stack) => {
  const client = localDynamodbClient(stack.env.DYNAMODB_ENDPOINT);
  const stores = storesOf(stack, client);
  const standing = makeStanding({
    ...stores,
    places: { getCommunity: async () => Promise.reject(new Error('no resident asks for it')) },
  });
  const counter = meter(client, localDynamodbClient(stack.env.DYNAMODB_ENDPOINT));
  return { placing: makePlacing({ ...stores, standing }), take: () => counter.take().units };
};
