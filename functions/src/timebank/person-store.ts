import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Rating } from '@suishoupai/shared/timebank/contract';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import * as z from 'zod/mini';
import type { Act } from '../dynamo/memory-items.ts';
import type { Key } from '../dynamo/table.ts';
import { putOver, type TimebankItems } from './items-store.ts';

const personPk = (communityId: CommunityId, personId: PersonId) => `${communityId}#timebank#${personId}`;
const standingKey = (communityId: CommunityId, personId: PersonId): Key => ({
  pk: personPk(communityId, personId),
  sk: 'standing',
});
const nudgeKey = (communityId: CommunityId, personId: PersonId): Key => ({
  pk: personPk(communityId, personId),
  sk: 'nudge',
});
const codeKey = (communityId: CommunityId, code: string): Key => ({ pk: `${communityId}#kincode#${code}`, sk: 'code' });
const kinPrefix = 'kin#';
const nudgeDue = 'due#nudges';

const Standing = z.object({
  done: z._default(z.int(), 0),
  stars: z._default(z.int(), 0),
  rated: z._default(z.int(), 0),
});

const added = (key: Key, change: { done: number; stars: number; rated: number }): Act => ({
  key,
  part: {
    update: {
      key,
      update: 'ADD done :done, stars :stars, rated :rated',
      condition: 'attribute_exists(pk) OR attribute_not_exists(pk)',
      values: { ':done': change.done, ':stars': change.stars, ':rated': change.rated },
    },
  },
  apply: (existing) => {
    const before = z.parse(Standing, existing ?? {});
    return {
      ...key,
      done: before.done + change.done,
      stars: before.stars + change.stars,
      rated: before.rated + change.rated,
    };
  },
});

/** One more exchange that was settled; goes with its settlement. */
export const oneMoreDone = (communityId: CommunityId, personId: PersonId): Act =>
  added(standingKey(communityId, personId), { done: 1, stars: 0, rated: 0 });

/** Stars that the other side gave; goes with the rating. */
export const starsGiven = (communityId: CommunityId, personId: PersonId, stars: number): Act =>
  added(standingKey(communityId, personId), { done: 0, stars, rated: 1 });

/** When somebody who holds hours may next be told what to spend them on. */
export const NudgeRecord = z.object({
  revision: z.int(),
  communityId: CommunityId,
  personId: PersonId,
  isOff: z.boolean(),
  /** Since when they hold hours and have spent none. */
  idleSince: z.optional(Instant),
  nudgedAt: z.optional(Instant),
  wakeAt: z.optional(Instant),
});
export type NudgeRecord = z.output<typeof NudgeRecord>;

const Tie = z.object({ tieId: ActionId, otherId: PersonId, call: z.string(), at: Instant });
export type Tie = z.output<typeof Tie>;
const Invitation = z.object({
  revision: z.int(),
  tieId: ActionId,
  fromId: PersonId,
  /** How the inviter calls whoever is invited. */
  call: z.string(),
  until: Instant,
  usedBy: z.optional(PersonId),
});
export type Invitation = z.output<typeof Invitation> & { code: string };

const tieAct = (communityId: CommunityId, personId: PersonId, tie: Tie): Act => {
  const item = { pk: personPk(communityId, personId), sk: `${kinPrefix}${tie.tieId}`, ...tie };
  return {
    key: { pk: item.pk, sk: item.sk },
    part: { put: item, when: { condition: 'attribute_not_exists(pk)' } },
    apply: (existing) => (existing === undefined ? item : undefined),
  };
};

type InCommunity = { communityId: CommunityId; personId: PersonId };

export const makePersonStore = (items: TimebankItems) => ({
  /** How often somebody was part of an exchange here, and what the others thought of it. */
  rating: async ({ communityId, personId }: InCommunity): Promise<Rating> => {
    const { done, stars, rated } = z.parse(Standing, (await items.get(standingKey(communityId, personId))) ?? {});
    return { done, ...(rated === 0 ? {} : { stars: Math.round((stars * 10) / rated) / 10 }) };
  },
  /** Undefined before they ever held hours or said whether they want to hear. */
  nudge: async ({ communityId, personId }: InCommunity): Promise<NudgeRecord | undefined> => {
    const item = await items.get(nudgeKey(communityId, personId));
    return item === undefined ? undefined : z.parse(NudgeRecord, item);
  },
  /** Writes revision n where n − 1 stands; false when somebody else was first. */
  saveNudge: (nudge: NudgeRecord): Promise<boolean> => {
    const { communityId, personId, revision, wakeAt } = nudge;
    const item = {
      ...nudgeKey(communityId, personId),
      ...nudge,
      ...(wakeAt === undefined ? {} : { dueKey: nudgeDue }),
    };
    return items.transact([putOver(item, revision === 1 ? undefined : revision - 1)]);
  },
  /** Whom to look at, the longest waiting first. */
  dueNudges: async (now: string): Promise<InCommunity[]> => {
    const { items: keys } = await items.list({ index: 'byDue', value: nudgeDue, limit: 100, upTo: now });
    return keys.flatMap(({ pk }) => {
      const [communityId, , person] = pk.split('#');
      const found = z.safeParse(z.object({ communityId: CommunityId, personId: PersonId }), {
        communityId,
        personId: person,
      });
      return found.success ? [found.data] : [];
    });
  },
  /** Those tied to a person by a code that both used. */
  ties: async ({ communityId, personId }: InCommunity): Promise<Tie[]> =>
    (await items.within(personPk(communityId, personId), kinPrefix)).map((item) => z.parse(Tie, item)),
  /** Takes one of a person's tries at a family code; false when those of the running minutes are used up. */
  takeKinTry: ({ communityId, personId }: InCommunity, now: Date): Promise<boolean> =>
    items.takeTry({ pk: personPk(communityId, personId), sk: 'tries' }, timebankLimits.kinTries, now),
  invitation: async (communityId: CommunityId, code: string): Promise<Invitation | undefined> => {
    const item = await items.get(codeKey(communityId, code));
    return item === undefined ? undefined : { ...z.parse(Invitation, item), code };
  },
  /** Puts an invitation under its code where none stands, or over the one that stood there as revision n − 1. */
  invite: (communityId: CommunityId, { code, ...invitation }: Invitation): Promise<boolean> =>
    items.transact([
      putOver(
        { ...codeKey(communityId, code), ...invitation },
        invitation.revision === 1 ? undefined : invitation.revision - 1,
      ),
    ]),
  /** Ties two and uses up the code, all or nothing; false when it was used meanwhile. */
  tie: (
    communityId: CommunityId,
    used: Invitation & { usedBy: PersonId },
    calls: { inviter: string },
    at: string,
  ): Promise<boolean> => {
    const { code, ...invitation } = used;
    const { tieId, fromId, call, usedBy } = invitation;
    return items.transact([
      putOver({ ...codeKey(communityId, code), ...invitation, revision: invitation.revision + 1 }, invitation.revision),
      tieAct(communityId, fromId, { tieId, otherId: usedBy, call, at }),
      tieAct(communityId, usedBy, { tieId, otherId: fromId, call: calls.inviter, at }),
    ]);
  },
});

export type PersonStore = ReturnType<typeof makePersonStore>;
