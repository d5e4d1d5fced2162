import { communityOf } from '@suishoupai/shared/ids';
import type { Notice } from '@suishoupai/shared/people/contract';
import type { IconName } from '../../../ui/icon/names.generated.ts';

export type Page =
  | 'ticket'
  | 'handle'
  | 'topic'
  | 'handleTopic'
  | 'meeting'
  | 'room'
  | 'vote'
  | 'runVote'
  | 'household'
  | 'claims'
  | 'heldWords'
  | 'volunteering'
  | 'organisePeople'
  | 'listing'
  | 'exchange'
  | 'timebank'
  | 'timebankDesk'
  | 'pointsLines'
  | 'pointsDesk'
  | 'order'
  | 'editReward';
type Look = { icon: IconName; name: 'progress' | 'waiting' | 'overdue' };

const looks = new Map<Notice['kind'], Look>([
  ['ticketWaiting', { icon: 'hourglass', name: 'waiting' }],
  ['ticketWarning', { icon: 'clock', name: 'waiting' }],
  ['ticketOverdue', { icon: 'clock-alert', name: 'overdue' }],
  ['ticketEscalated', { icon: 'triangle-alert', name: 'overdue' }],
  ['ticketMerged', { icon: 'users', name: 'progress' }],
  ['ticketComment', { icon: 'message-circle', name: 'progress' }],
  ['ticketTakedown', { icon: 'eye-off', name: 'waiting' }],
  ['ticketReview', { icon: 'shield-check', name: 'waiting' }],
  ['topicWaiting', { icon: 'hourglass', name: 'waiting' }],
  ['topicOverdue', { icon: 'clock-alert', name: 'overdue' }],
  ['topicReview', { icon: 'shield-check', name: 'waiting' }],
  ['topicTakedown', { icon: 'eye-off', name: 'waiting' }],
  ['voteSoon', { icon: 'clock', name: 'waiting' }],
  ['voteObjection', { icon: 'message-circle', name: 'waiting' }],
  ['wordsFlagged', { icon: 'shield-check', name: 'waiting' }],
  ['voteReview', { icon: 'shield-check', name: 'waiting' }],
  ['voteTakedown', { icon: 'eye-off', name: 'waiting' }],
  ['claimWaiting', { icon: 'hourglass', name: 'waiting' }],
  ['activityFlagged', { icon: 'hourglass', name: 'waiting' }],
  ['exchangeWaiting', { icon: 'hourglass', name: 'waiting' }],
  ['correctionWaiting', { icon: 'hourglass', name: 'waiting' }],
]);

const ofSubject = new Map<string, IconName>([
  ['top', 'lightbulb'],
  ['mtg', 'users'],
  ['vot', 'vote'],
  ['clm', 'house'],
  ['atv', 'thumbs-up'],
  ['lst', 'users'],
  ['exc', 'users'],
  ['trf', 'clock'],
  ['ord', 'store'],
  ['rwd', 'store'],
]);

const subjectOf = (about: string): string => about.slice(0, 3);

/** The service may send kinds that this version of the program does not know: those look like news of their subject. */
export const lookOf = ({ kind, about }: Pick<Notice, 'kind' | 'about'>): Look =>
  looks.get(kind) ?? { icon: ofSubject.get(subjectOf(about)) ?? 'clipboard-list', name: 'progress' };

/** What only staff are told opens where they act on it; word of a book opens its lines. */
const byKind = new Map<Notice['kind'], Page>([
  ['ticketReview', 'handle'],
  ['topicWaiting', 'handleTopic'],
  ['topicOverdue', 'handleTopic'],
  ['topicReview', 'handleTopic'],
  ['voteClosed', 'runVote'],
  ['voteCounted', 'runVote'],
  ['voteObjection', 'runVote'],
  ['voteReview', 'heldWords'],
  ['claimWaiting', 'claims'],
  ['activityFlagged', 'organisePeople'],
  ['exchangeMediation', 'timebankDesk'],
  ['listingReview', 'timebankDesk'],
  ['correctionWaiting', 'pointsDesk'],
  ['correctionDecided', 'pointsDesk'],
  ['bookCorrected', 'pointsLines'],
]);

const bySubject = new Map<string, Page>([
  ['top', 'topic'],
  ['mtg', 'meeting'],
  ['vot', 'vote'],
  ['clm', 'household'],
  ['atv', 'volunteering'],
  ['lst', 'listing'],
  ['exc', 'exchange'],
  ['trf', 'timebank'],
  ['ord', 'order'],
  ['rwd', 'editReward'],
]);

/** Where staff act on what they said themselves. */
const deskBySubject = new Map<string, Page>([
  ['top', 'handleTopic'],
  ['mtg', 'room'],
  ['vot', 'runVote'],
]);

const ofCommunity = new Set<Page>(['claims', 'heldWords', 'timebankDesk']);

/** The page that a tap on a notice opens, by its name in `routes`, and what of. */
export const placeOf = ({ kind, about }: Pick<Notice, 'kind' | 'about'>): { page: Page; of: string } => {
  const own = kind === 'wordsFlagged' ? deskBySubject.get(subjectOf(about)) : byKind.get(kind);
  const page = own ?? bySubject.get(subjectOf(about)) ?? 'ticket';
  return { page, of: ofCommunity.has(page) ? communityOf(about) : about };
};
