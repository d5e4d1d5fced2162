import type { MediaId, TicketId } from '@suishoupai/shared/ids';
import type { Topic, TopicCard, TopicTicket } from '@suishoupai/shared/topics/contract';
import { averageStars, missingFor } from '@suishoupai/shared/topics/rules';
import { openTopicActions, type TopicAction } from '@suishoupai/shared/topics/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { PhotoUrls } from '../media/photo-urls.ts';
import type { Ticket } from '../tickets/record.ts';
import { type Background, evidenceOf } from './background.ts';
import { cardOfTopic, isTopicShown, type TopicCardRecord, type TopicRecord } from './record.ts';
import { isTopicStaff, topicFactsOf, topicRelationsOf } from './standing.ts';

/** Before its words have passed the check, a topic speaks to its proposer and to the staff alone. */
const maySeeWords = (topic: TopicCardRecord, viewer: Viewer | undefined): boolean =>
  isTopicShown(topic) || topic.proposerId === viewer?.personId || isTopicStaff(topicRelationsOf(topic, viewer));

export const topicCardFor = (card: TopicCardRecord, viewer: Viewer | undefined, now: Date): TopicCard => {
  const { proposerId, streetId, safety, title, ...open } = card;
  const mustAct = card.state === 'supported' || card.state === 'underway';
  const isPast = mustAct && card.dueAt !== undefined && card.dueAt <= now.toISOString();
  return {
    ...open,
    title: maySeeWords(card, viewer) ? title : undefined,
    isLate: card.isLate || isPast,
  };
};

type Shown = Topic['may'][number];
/** The buttons of the screen: what people do, and staff also by meetings and votes. */
const shown: readonly Shown[] = [
  'support',
  'withdraw',
  'comment',
  'takeUp',
  'refuse',
  'plan',
  'announce',
  'summarise',
  'step',
  'ticket',
  'meeting',
  'vote',
  'rate',
];
const isShownAction = (action: TopicAction): action is TopicAction & Shown => shown.some((each) => each === action);

const ticketView = (
  link: TopicTicket['link'],
  ticketId: TicketId,
  ticket: Ticket | undefined,
  photoOf: PhotoUrls,
): TopicTicket => {
  if (ticket === undefined) return { ticketId, link, state: 'requested' };
  const { state, publicTitle, publicCover, department, dueAt, stars } = ticket;
  const isTakenBack = state === 'withdrawn';
  return {
    ticketId,
    link,
    state,
    title: isTakenBack ? undefined : publicTitle,
    department: department?.name,
    dueAt,
    stars,
    photo: isTakenBack || publicCover === undefined ? undefined : photoOf(publicCover).thumbUrl,
  };
};

export type TopicViewInput = {
  viewer: Viewer | undefined;
  now: Date;
  around: Background;
  isResident: boolean;
  hasSupported: boolean;
  myStars: number | undefined;
  /** Those of its photos that have passed the check. */
  openPhotos: ReadonlySet<MediaId>;
  photoOf: PhotoUrls;
};

/** A topic as this viewer may see it: the whole chain, and what is theirs to do. */
export const topicViewOf = (topic: TopicRecord, input: TopicViewInput): Topic => {
  const { viewer, now, around, openPhotos, photoOf } = input;
  const card = cardOfTopic(topic);
  const relations = topicRelationsOf(topic, viewer);
  const isOpen = maySeeWords(card, viewer);
  const isInside = viewer?.personId === topic.proposerId || isTopicStaff(relations);
  const at = now.toISOString();
  // What the form brings is asked for there, and is not missing before it.
  const evidence = evidenceOf(topic, around, { hasWords: true, hasDecisionWords: true, now: at });
  const missing = evidence === undefined ? [] : missingFor(evidence);
  const facts = topicFactsOf(topic, {
    now: at,
    isResident: input.isResident,
    hasSupported: input.hasSupported,
    isProofMissing: missing.length > 0,
  });
  const isPassedByPerson = topic.judged !== undefined && isTopicShown(topic);
  const { fromTicketId } = topic;
  return {
    ...topicCardFor(card, viewer, now),
    version: topic.version,
    words: isOpen ? topic.words : undefined,
    photos: topic.photoIds
      .filter((id) => isInside || (isOpen && (isPassedByPerson || openPhotos.has(id))))
      .map((id) => ({ id, url: photoOf(id).url, thumb: photoOf(id).thumbUrl })),
    isMine: viewer?.personId === topic.proposerId,
    isSupported: input.hasSupported,
    may: openTopicActions(facts, relations).filter(isShownAction),
    refusal: topic.refusal,
    steps: topic.steps,
    announcements: topic.announcements,
    summary: topic.summary,
    missing: missing.map(({ message }) => message),
    meetings: around.meetings,
    votes: around.votes,
    tickets: [
      ...(fromTicketId === undefined ? [] : [ticketView('from', fromTicketId, around.from, photoOf)]),
      ...topic.orders.map(({ ticketId }, i) => ticketView('to', ticketId, around.ordered[i], photoOf)),
    ],
    ratings: averageStars(around.ratings),
    myStars: input.myStars,
    events: topic.events,
  };
};
