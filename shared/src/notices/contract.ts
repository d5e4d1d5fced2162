import * as z from 'zod/mini';

export const NoticeKind = z.enum([
  'ticketProgress',
  'ticketWaiting',
  'ticketWarning',
  'ticketOverdue',
  'ticketEscalated',
  'ticketReview',
  'ticketMerged',
  'ticketComment',
  'ticketTakedown',
  'claimWaiting',
  'claimApproved',
  'claimRefused',
  'claimEnded',
  'topicProgress',
  'topicWaiting',
  'topicOverdue',
  'topicReview',
  'topicTakedown',
  'meetingCalled',
  'meetingChanged',
  'meetingCancelled',
  'minutesSigned',
  'voteAnnounced',
  'voteOpen',
  'voteSoon',
  'voteExtended',
  'voteCancelled',
  'voteClosed',
  'voteCounted',
  'voteResult',
  'votePaper',
  'voteObjection',
  'voteAnswered',
  'voteReview',
  'voteTakedown',
  'wordsFlagged',
  'activityPlace',
  'activityChanged',
  'activityCalledOff',
  'activityFlagged',
  'hoursConfirmed',
  'hoursWithdrawn',
  'bookCorrected',
  'correctionWaiting',
  'correctionDecided',
  'orderPlaced',
  'orderExpiring',
  'orderHandedOver',
  'orderExpired',
  'orderCancelled',
  'exchangeProgress',
  'exchangeWaiting',
  'exchangeMediation',
  'hoursGiven',
  'listingReview',
  'listingTakedown',
  'timebankNudge',
  'timebankOnBehalf',
]);
export type NoticeKind = z.output<typeof NoticeKind>;

/** WeChat one-time subscription templates, by our names; ids of the templates are configuration. */
export const SubscriptionTemplate = z.enum(['ticketProgress', 'ticketWaiting']);
export type SubscriptionTemplate = z.output<typeof SubscriptionTemplate>;

/** A notice's id is its cause: when, which event, and of which kind. Sorts by time. */
export const NoticeId = z
  .string()
  .check(
    z.regex(
      new RegExp(
        `^20\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d\\.\\d{3}Z#[a-z]{3}_[0-9a-z_]{26,44}#(${NoticeKind.options.join('|')})$`,
      ),
    ),
  );
export type NoticeId = z.output<typeof NoticeId>;
