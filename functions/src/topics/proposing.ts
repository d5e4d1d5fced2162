import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type ActionId, communityOf, type TicketId, type TopicId } from '@suishoupai/shared/ids';
import { settingsOf } from '@suishoupai/shared/places/settings';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { pathOfKind } from '@suishoupai/shared/topics/paths';
import type { topicRoutes } from '@suishoupai/shared/topics/routes';
import { averageStars, daysAfter } from '@suishoupai/shared/topics/rules';
import { decideTopic } from '@suishoupai/shared/topics/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { MediaService } from '../media/service.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import type { TicketStore } from '../tickets/store.ts';
import { afterAction, newTopic } from './change.ts';
import type { ChangeTopic } from './changing.ts';
import type { CountSupport } from './counting.ts';
import type { MarksStore } from './marks-store.ts';
import type { TopicReading } from './reading.ts';
import type { TopicEvent, TopicRecord } from './record.ts';
import { isRepeat } from './repeats.ts';
import { topicFactsOf, topicRelationsOf } from './standing.ts';
import type { TopicStore } from './store.ts';

type Deps = {
  topics: Pick<TopicStore, 'find' | 'open' | 'takePlace' | 'placesTaken'>;
  marks: Pick<MarksStore, 'set' | 'find' | 'count'>;
  tickets: Pick<TicketStore, 'find'>;
  media: Pick<MediaService, 'giveTo'>;
  places: Pick<PlacesService, 'getCommunity'>;
  reading: TopicReading;
  change: ChangeTopic;
  countSupport: CountSupport;
  newEventId: () => TopicEvent['id'];
};
type Proposal = RouteRequest<(typeof topicRoutes)['proposeTopic']>['body'];
type Rating = RouteRequest<(typeof topicRoutes)['rateTopic']>['body'];

/** So near to the threshold support is counted at once, and not only when the stream follows. */
const nearThreshold = 5;

/** What residents do with topics: propose, support, take back, and rate what came of it. */
export const makeProposing = (deps: Deps) => {
  const { topics, marks, tickets, media, places, reading, change, countSupport, newEventId } = deps;

  const mustBeOpenTicket = async (id: TicketId, communityId: string): Promise<void> => {
    const ticket = await tickets.find(id);
    if (ticket === undefined || ticket.communityId !== communityId || ticket.state === 'withdrawn') {
      throw new AppError('ticket.notFound');
    }
  };

  /** A proposer who lives there supports their own proposal. */
  const supportOwn = async (topic: TopicRecord, viewer: Viewer, now: Date): Promise<void> => {
    if (!(await reading.isResident(viewer, topic.communityId))) return;
    const [line] = topic.events;
    await marks.set(topic.id, 'support', viewer.personId, { id: line?.id ?? '', at: topic.proposedAt, value: 'yes' });
    await countSupport(topic.id, now);
  };

  return {
    propose: async (viewer: Viewer, body: Proposal, now: Date): Promise<Topic> => {
      const { id, kind, title, words, photos = [], ticketId } = body;
      const { personId } = viewer;
      const digest = digestOf({ kind, title, words, photos, ticketId });
      const communityId = communityOf(id);
      const known = await topics.find(id);
      if (known === undefined) {
        const community = await places.getCommunity(communityId, now);
        if (ticketId !== undefined) await mustBeOpenTicket(ticketId, communityId);
        const at = now.toISOString();
        const today = chinaDay(at);
        const taken = await topics.placesTaken(personId, today, communityId);
        if (!taken.includes(id) && taken.length >= topicLimits.perDay) throw new AppError('topic.tooMany');
        await media.giveTo(id, personId, photos, 'body.photos');
        if (!(await topics.takePlace(personId, today, id))) throw new AppError('topic.tooMany');
        const { topicSupports, topicAnswerDays, topicSupportDays } = settingsOf(community);
        const opened = newTopic({
          id,
          communityId,
          streetId: community.streetId,
          kind,
          path: pathOfKind[kind],
          title,
          words,
          photoIds: photos,
          proposerId: personId,
          proposedAt: at,
          fromTicketId: ticketId,
          threshold: topicSupports,
          answerDays: topicAnswerDays,
          supportUntil: daysAfter(at, topicSupportDays),
          line: { id: newEventId(), at, who: '居民', personId, digest },
        });
        await topics.open(opened);
      }
      const topic = await reading.find(id);
      const [first] = topic.events;
      if (topic.proposerId !== personId || first?.digest !== digest) throw new AppError('id.reused');
      if (topic.state === 'proposed') await supportOwn(topic, viewer, now);
      return reading.get(viewer, id, now);
    },

    support: async (viewer: Viewer, id: TopicId, actionId: ActionId, now: Date) => {
      const topic = await reading.find(id);
      const { threshold, state } = topic;
      const { personId } = viewer;
      // Once is for ever: a repeat gives the same answer whatever has become of the topic.
      if ((await marks.find(id, 'support', personId)) !== undefined) {
        return { supports: Math.max(topic.supports, 1), threshold, state };
      }
      const isResident = await reading.isResident(viewer, topic.communityId);
      const at = now.toISOString();
      const mustBeAllowed = (standing: TopicRecord) => {
        const may = decideTopic(
          'support',
          topicFactsOf(standing, { now: at, isResident }),
          topicRelationsOf(standing, viewer),
        );
        if (!may.isAllowed) throw new AppError(may.code);
      };
      mustBeAllowed(topic);
      // First the topic knows that it is not the proposer's alone, then the support is written: whoever withdraws in between is refused.
      if (personId !== topic.proposerId) {
        await change(id, (standing) => {
          if (standing.isBacked) return undefined;
          mustBeAllowed(standing);
          return { ...standing, isBacked: true };
        });
      }
      await marks.set(id, 'support', personId, { id: actionId, at, value: 'yes' });
      if (topic.supports + nearThreshold < threshold) return { supports: topic.supports + 1, threshold, state };
      const counted = await countSupport(id, now);
      return { supports: counted.supports, threshold, state: counted.state };
    },

    withdraw: async (viewer: Viewer, id: TopicId, actionId: ActionId, now: Date): Promise<Topic> => {
      const { personId } = viewer;
      const at = now.toISOString();
      const topic = await change(id, (standing) => {
        const digest = digestOf({ action: 'withdraw' });
        if (isRepeat(standing, { id: actionId, digest, personId })) return undefined;
        const may = decideTopic('withdraw', topicFactsOf(standing, { now: at }), topicRelationsOf(standing, viewer));
        if (!may.isAllowed) throw new AppError(may.code);
        const line = { id: actionId, at, who: '提议人', personId, digest };
        return afterAction(standing, { action: 'withdraw', to: may.to, line });
      });
      return reading.view(topic, viewer, now);
    },

    rate: async (viewer: Viewer, id: TopicId, { id: actionId, stars, words }: Rating, now: Date) => {
      const topic = await reading.find(id);
      const at = now.toISOString();
      const may = decideTopic('rate', topicFactsOf(topic, { now: at }), topicRelationsOf(topic, viewer));
      if (!may.isAllowed) throw new AppError(may.code);
      await marks.set(id, 'rating', viewer.personId, { id: actionId, at, value: String(stars), words });
      return averageStars(await marks.count(id, 'rating'));
    },
  };
};
