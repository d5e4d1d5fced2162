import { type CommonCode, commonErrors } from '@suishoupai/shared/contract/common-errors';
import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { fieldworkRoutes, Patrol as PatrolView } from '@suishoupai/shared/fieldwork/contract';
import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { isAfterDay, progressOf } from '@suishoupai/shared/fieldwork/rules';
import {
  communityOf,
  type MediaId,
  type PatrolId,
  type PersonId,
  type TicketId,
  ticketNumber,
} from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import { chinaDay } from '@suishoupai/shared/time/china';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Viewer } from '../http/handlers.ts';
import type { MediaRecord } from '../media/store.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import { postIn } from './access.ts';
import type { Check, DayQuery, Patrol, PatrolStore } from './patrol-store.ts';

type Deps = {
  patrols: PatrolStore;
  places: Pick<PlacesService, 'getCommunity'>;
  /** When a ticket was reported; undefined when there is none. */
  reportedAt: (id: TicketId) => Promise<string | undefined>;
  photosOf: (ownerId: PersonId, ids: readonly MediaId[]) => Promise<(MediaRecord | undefined)[]>;
  photoUrls: (id: MediaId) => Photo;
};

type MakeBody = RouteRequest<(typeof fieldworkRoutes)['makePatrol']>['body'];
type CheckBody = RouteRequest<(typeof fieldworkRoutes)['checkPatrolItem']>['body'];

const obstacleOf = (record: MediaRecord | undefined): CommonCode | undefined => {
  if (record === undefined) return 'media.notFound';
  if (record.state === 'clean') return undefined;
  return record.state === 'awaiting' ? 'media.notReady' : 'media.refused';
};

export const makePatrolService = ({ patrols, places, reportedAt, photosOf, photoUrls }: Deps) => {
  const viewOf = ({ items, ...patrol }: Patrol, now: Date): PatrolView => {
    const inOrder = Object.values(items).toSorted((a, b) => a.order - b.order);
    return {
      ...patrol,
      items: inOrder.map(({ check, ...item }) => ({ ...item, ...(check && { check: checkOf(check, patrol.day) }) })),
      progress: progressOf(inOrder, patrol.day, now.toISOString()),
    };
  };
  const checkOf = ({ photoIds, ...check }: Check, day: string) => ({
    ...check,
    photos: photoIds.map(photoUrls),
    isLate: isAfterDay(check.at, day),
  });

  /** Photos of a patrol stay with the staff and belong to no ticket: that they are the viewer's own and clean is all they need. */
  const checkPhotos = async (ownerId: PersonId, ids: readonly MediaId[]) => {
    const records = ids.length === 0 ? [] : await photosOf(ownerId, ids);
    for (const [index, record] of records.entries()) {
      const code = obstacleOf(record);
      if (code !== undefined)
        throw new AppError(code, [
          { field: `body.photoIds.${index}`, rule: code, message: commonErrors[code].message },
        ]);
    }
  };

  const ticketOf = async (patrolId: PatrolId, id: TicketId) => {
    const reported = communityOf(id) === communityOf(patrolId) ? await reportedAt(id) : undefined;
    if (reported === undefined) throw new AppError('ticket.notFound');
    return { id, number: ticketNumber(id, reported) };
  };

  return {
    make: async (viewer: Viewer, body: MakeBody, now: Date): Promise<PatrolView> => {
      const { id, communityId, gridId, day, items } = body;
      const post = postIn(viewer, body);
      const today = chinaDay(now.toISOString());
      const latest = chinaDay(new Date(now.getTime() + fieldworkLimits.aheadDays * dayMs).toISOString());
      const digest = digestOf({ gridId, day, items, personId: viewer.personId });
      if (communityOf(id) !== communityId) throw invalidField('body.id', 'community', '编号属于另一个社区');
      const grid = (await places.getCommunity(communityId, now)).grids.find((each) => each.id === gridId);
      if (grid === undefined) throw invalidField('body.gridId', 'unknown', '没有这个网格');
      const isNew = (await patrols.locate(id)) === undefined;
      if (isNew && day > latest) throw invalidField('body.day', 'tooFar', `最多提前 ${fieldworkLimits.aheadDays} 天`);
      if (isNew && day < today) throw invalidField('body.day', 'past', '不能安排已经过去的日子');
      const standing = await patrols.make({
        id,
        communityId,
        grid: { id: grid.id, name: grid.name },
        day,
        madeBy: post.label,
        personId: viewer.personId,
        digest,
        items: Object.fromEntries(items.map((item, order) => [item.id, { ...item, order }])),
      });
      if (standing === undefined) throw new AppError('id.reused');
      return viewOf(standing, now);
    },

    list: async (viewer: Viewer, { cursor, ...query }: DayQuery & { cursor?: string | undefined }, now: Date) => {
      postIn(viewer, query);
      const { items, next } = await patrols.list(query, cursor);
      return { items: items.map((patrol) => viewOf(patrol, now)), next };
    },

    /** An item is checked once: the same again is answered with the first result, anything else is told that somebody was there. */
    check: async (viewer: Viewer, patrolId: PatrolId, body: CheckBody, now: Date): Promise<PatrolView> => {
      const at = await patrols.locate(patrolId);
      if (at === undefined) throw new AppError('patrol.notFound');
      const post = postIn(viewer, { communityId: communityOf(patrolId), gridId: at.gridId });
      if (chinaDay(now.toISOString()) < at.day) throw new AppError('patrol.notYet');
      const { id, item, ...content } = body;
      const { outcome } = content;
      const photoIds = (outcome === 'mended' ? content.photoIds : undefined) ?? [];
      await checkPhotos(viewer.personId, photoIds);
      const digest = digestOf({ item, ...content });
      const { applied, patrol } = await patrols.check(at, item, {
        id,
        digest,
        personId: viewer.personId,
        by: post.label,
        at: now.toISOString(),
        outcome,
        note: outcome === 'mended' ? content.note : undefined,
        photoIds,
        ticket: outcome === 'ticket' ? await ticketOf(patrolId, content.ticketId) : undefined,
      });
      if (patrol === undefined) throw new AppError('patrol.notFound');
      const first = patrol.items[item]?.check;
      if (first === undefined) throw invalidField('body.item', 'unknown', '清单里没有这一条');
      if (applied || first.digest === digest) return viewOf(patrol, now);
      throw new AppError(first.id === id ? 'id.reused' : 'patrol.itemChecked');
    },
  };
};

export type PatrolService = ReturnType<typeof makePatrolService>;
