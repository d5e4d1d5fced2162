import {
  type ActionId,
  type ActivityId,
  type CertificateId,
  type ClaimId,
  type CommunityId,
  idTail,
  type MediaId,
  type MeetingId,
  newActivityId,
  newCertificateId,
  newClaimId,
  newMeetingId,
  newPatrolId,
  newTicketId,
  newTopicId,
  newVisitId,
  newVoteId,
  type PatrolId,
  type TicketId,
  type TopicId,
  type VisitId,
  type VoteId,
} from '@suishoupai/shared/ids';
import { platform } from './platform.ts';

const freshTail = async (): Promise<string> => idTail(Date.now(), await platform.randomBytes(10));

/** Ids are made before the first attempt and kept until answered, so that a repeat is recognised as one. */
export const newActionId = async (): Promise<ActionId> => `act_${await freshTail()}`;
export const newMediaId = async (): Promise<MediaId> => `med_${await freshTail()}`;
export const freshTicketId = async (communityId: CommunityId): Promise<TicketId> =>
  newTicketId(communityId, await freshTail());
export const freshPatrolId = async (communityId: CommunityId): Promise<PatrolId> =>
  newPatrolId(communityId, await freshTail());
export const freshVisitId = async (communityId: CommunityId): Promise<VisitId> =>
  newVisitId(communityId, await freshTail());
export const freshMeetingId = async (communityId: CommunityId): Promise<MeetingId> =>
  newMeetingId(communityId, await freshTail());
export const freshVoteId = async (communityId: CommunityId): Promise<VoteId> =>
  newVoteId(communityId, await freshTail());
export const freshTopicId = async (communityId: CommunityId): Promise<TopicId> =>
  newTopicId(communityId, await freshTail());
export const freshClaimId = async (communityId: CommunityId): Promise<ClaimId> =>
  newClaimId(communityId, await freshTail());
export const freshActivityId = async (communityId: CommunityId): Promise<ActivityId> =>
  newActivityId(communityId, await freshTail());
export const freshCertificateId = async (communityId: CommunityId): Promise<CertificateId> =>
  newCertificateId(communityId, await freshTail());
