import { AppError } from '@suishoupai/shared/contract/errors';
import { forbiddenBy } from '@suishoupai/shared/duty/negative';
import type { CommunityId, DepartmentId } from '@suishoupai/shared/ids';
import type { Point } from '@suishoupai/shared/places/contract';
import { distanceMeters } from '@suishoupai/shared/places/geo';
import { type Settings, settingsOf } from '@suishoupai/shared/places/settings';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { outcomeOf } from '@suishoupai/shared/tickets/states';
import { dayMs } from '@suishoupai/shared/time/units';
import type { PlacesService } from '../places/service.ts';
import type { Duty } from './loop.ts';
import type { CardRecord, Ticket } from './record.ts';
import { type TicketStore, ticketLists } from './store.ts';

type Deps = { tickets: Pick<TicketStore, 'list'>; places: PlacesService };

/** The newest of a category that are looked through for neighbours of a place. */
const looked = 100;

export type Near = { card: CardRecord; metres: number };

/** What a ticket finds around it: the rules of its community, and other tickets near by. */
export const makeSurroundings = ({ tickets, places }: Deps) => {
  /** The community's settings; the product's own where the community is gone. */
  const settings = async (communityId: CommunityId, now: Date): Promise<Settings> => {
    try {
      return settingsOf(await places.getCommunity(communityId, now));
    } catch (error) {
      if (error instanceof AppError && error.code === 'community.notFound') return settingsOf({});
      throw error;
    }
  };

  const near = async (communityId: CommunityId, code: CategoryCode, point: Point, within: number): Promise<Near[]> => {
    const { items } = await tickets.list(ticketLists.category(communityId, code), { limit: looked });
    return items
      .flatMap((card) => {
        if (card.place === undefined) return [];
        const { lng, lat } = card.place.point;
        const metres = Math.round(distanceMeters([lng, lat], [point.lng, point.lat]));
        return metres <= within ? [{ card, metres }] : [];
      })
      .toSorted((a, b) => a.metres - b.metres);
  };

  return {
    settings,

    /** The line of the list in force for a category; undefined sends the report to the community's desk. */
    duty: async (communityId: CommunityId, categoryCode: CategoryCode, now: Date): Promise<Duty | undefined> => {
      const { version, lines, negative } = await places.getDuty(communityId, now);
      const line = lines.find((candidate) => candidate.categoryCode === categoryCode);
      if (line === undefined) return undefined;
      const { departments } = await places.getCommunity(communityId, now);
      const department = departments.find(({ id }) => id === line.departmentId);
      if (department === undefined || forbiddenBy(negative, categoryCode, department) !== undefined) return undefined;
      const { accept, resolve, check, stages, filing = 'byRule' } = line;
      const limits = { accept, resolve, check, ...(stages === undefined ? {} : { stages }) };
      return { version, department: { id: department.id, name: department.name }, limits, filing };
    },

    /**
     * The department by id; `department.unknown` when the community has none such, `department.notAuthorised` with the rule named when the
     * negative list keeps this category from it and no paper and means are given; told of the field that names it.
     */
    department: async (
      { communityId, categoryCode }: Pick<Ticket, 'communityId' | 'categoryCode'>,
      { id, field, isAuthorised }: { id: DepartmentId; field: string; isAuthorised: boolean },
      now: Date,
    ) => {
      const { departments } = await places.getCommunity(communityId, now);
      const department = departments.find((each) => each.id === id);
      if (department === undefined) throw new AppError('department.unknown');
      const { negative } = await places.getDuty(communityId, now);
      const rule = forbiddenBy(negative, categoryCode, department);
      if (rule !== undefined && !isAuthorised) {
        throw new AppError('department.notAuthorised', [
          { field, rule: rule.id, message: `${rule.text}（${rule.basis}）` },
        ]);
      }
      return { id: department.id, name: department.name };
    },

    /** What is open, of the same category, within the community's distance; nearest first. */
    open: async (communityId: CommunityId, code: CategoryCode, point: Point, now: Date): Promise<Near[]> => {
      const { duplicateMetres } = await settings(communityId, now);
      const found = await near(communityId, code, point, duplicateMetres);
      return found.filter(({ card }) => ['open', 'resolved', 'parked'].includes(outcomeOf(card.state)));
    },

    /** The last one of the same category at the same place that was closed within the days in which it counts as come back. */
    closedLately: async (communityId: CommunityId, code: CategoryCode, point: Point, now: Date) => {
      const { duplicateMetres, repeatDays } = await settings(communityId, now);
      const since = new Date(now.getTime() - repeatDays * dayMs).toISOString();
      return (await near(communityId, code, point, duplicateMetres))
        .map(({ card }) => card)
        .filter(({ state, closedAt }) => outcomeOf(state) === 'closed' && closedAt !== undefined && closedAt >= since)
        .toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))[0];
    },
  };
};

export type Surroundings = ReturnType<typeof makeSurroundings>;
