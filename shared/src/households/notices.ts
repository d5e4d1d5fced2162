import type { ClaimId, CommunityId, PersonId } from '../ids.ts';
import type { BindingKind, UnitPlace } from './contract.ts';
import type { ClaimState, ClaimStep } from './transitions.ts';

/** What of a claim its notices look at. */
export type ClaimFacts = UnitPlace & {
  id: ClaimId;
  communityId: CommunityId;
  personId: PersonId;
  at: string;
  as: BindingKind;
  state: ClaimState;
  events: readonly {
    id: string;
    at: string;
    step: ClaimStep;
    personId?: PersonId | undefined;
    reason?: string | undefined;
  }[];
};

export type HouseholdNotice = {
  /** The person whose claim it is, or the desk of the community. */
  to: { personId: PersonId } | { desk: 'community'; communityId: CommunityId };
  kind: 'claimWaiting' | 'claimApproved' | 'claimRefused' | 'claimEnded';
  /** What it follows from, in the shape of an action's or event's id. */
  cause: string;
  at: string;
  title: string;
  text: string;
  claimId: ClaimId;
};

/** `3 栋 1 单元 501`; buildings that are names stay names. */
export const placeWords = ({ building, entrance, room }: UnitPlace): string =>
  [
    /^[0-9A-Za-z]+$/.test(building) ? `${building} 栋` : building,
    ...(entrance === '' ? [] : [/^[0-9A-Za-z]+$/.test(entrance) ? `${entrance} 单元` : entrance]),
    room,
  ].join(' ');

const kindWords: Record<BindingKind, string> = { owner: '业主', member: '住户' };

/**
 * Whom a new claim or its new lines are told to: the community's desk of a claim that waits, the person of what others decided. No name and
 * no certificate is in the words. The same change gives the same notices, so they may be kept again.
 */
export const noticesOf = ({
  before,
  after,
}: {
  before?: Pick<ClaimFacts, 'events'> | undefined;
  after: ClaimFacts;
}): HouseholdNotice[] => {
  const { id: claimId, communityId, personId } = after;
  const place = `${placeWords(after)}（${kindWords[after.as]}）`;
  if (before === undefined) {
    const desk = { desk: 'community' as const, communityId };
    const cause = `act_${claimId.split('_')[2] ?? ''}`;
    return [{ to: desk, kind: 'claimWaiting', cause, at: after.at, title: '有房屋认证等您核对', text: place, claimId }];
  }
  return after.events
    .slice(before.events.length)
    .flatMap(({ id: cause, at, step, personId: by, reason }): HouseholdNotice[] => {
      if (by === personId) return [];
      const about = { to: { personId }, cause, at, claimId };
      const text = reason === undefined ? place : `${place}：${reason}`;
      switch (step) {
        case 'approve':
          return [{ ...about, kind: 'claimApproved', title: '房屋认证通过了', text }];
        case 'refuse':
          return [{ ...about, kind: 'claimRefused', title: '房屋认证没有通过', text }];
        case 'end':
          return [{ ...about, kind: 'claimEnded', title: '房屋认证已结束', text }];
        case 'withdraw':
        case 'rebind':
          return [];
        default:
          return step satisfies never;
      }
    });
};
