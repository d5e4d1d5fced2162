import type { MediaId } from '@suishoupai/shared/ids';
import { isFinished } from '@suishoupai/shared/tickets/states';
import type { Topic, TopicCard, TopicTicket } from '@suishoupai/shared/topics/contract';
import { averageStars, missingFor } from '@suishoupai/shared/topics/rules';
import { openTopicActions, type TopicAction } from '@suishoupai/shared/topics/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { PhotoUrls } from '../media/photo-urls.ts';
import type { Ticket } from '../tickets/record.ts';
import { isShown } from '../tickets/store.ts';
import { type Background, evidenceOf } from './background.ts';
import { takenDownOf } from './judgement.ts';
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

/** Of what the last reply to the reporter shows, the first picture that may be seen. */
const leftAs = ({ events, safety }: Ticket): MediaId | undefined =>
  events.findLast(({ step }) => step === 'resolve')?.photoIds.find((id) => isShown(safety[id] ?? 'pending'));

const ticketView = (
  { link, ticketId }: Pick<TopicTicket, 'link' | 'ticketId'>,
  ticket: Ticket | undefined,
  { photoOf, now }: Pick<TopicViewInput, 'photoOf' | 'now'>,
): TopicTicket => {
  if (ticket === undefined) return { ticketId, link, state: 'requested', isLate: false };
  const { state, publicTitle, publicCover, department, dueAt, stars } = ticket;
  const isTakenBack = state === 'withdrawn';
  const thumbOf = (id: MediaId | undefined) => (isTakenBack || id === undefined ? undefined : photoOf(id).thumbUrl);
  return {
    ticketId,
    link,
    state,
    title: isTakenBack ? undefined : publicTitle,
    department: department?.name,
    dueAt,
    stars,
    isLate: dueAt !== undefined && dueAt <= now.toISOString() && !isFinished(state),
    before: thumbOf(publicCover),
    after: thumbOf(leftAs(ticket)),
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
  const isMine = viewer?.personId === topic.proposerId;
  const isInside = isMine || isTopicStaff(relations);
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
    isMine,
    isHeld: isOpen && (topic.safety === 'pending' || topic.safety === 'held' || topic.safety === 'appealed'),
    takenDown: isMine ? takenDownOf(topic) : undefined,
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
      ...(fromTicketId === undefined
        ? []
        : [ticketView({ link: 'from', ticketId: fromTicketId }, around.from, { photoOf, now })]),
      ...topic.orders.map(({ ticketId }, i) =>
        ticketView({ link: 'to', ticketId }, around.ordered[i], { photoOf, now }),
      ),
    ],
    ratings: averageStars(around.ratings),
    myStars: input.myStars,
    events: topic.events,
  };
};
