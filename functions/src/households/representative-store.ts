import { Instant } from '@suishoupai/shared/contract/fields';
import { UnitCode } from '@suishoupai/shared/households/contract';
import { RepresentativeChange } from '@suishoupai/shared/households/representatives';
import { ActionId, ClaimId, type CommunityId, PersonId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import * as z from 'zod/mini';
import type { Key, Table } from '../dynamo/table.ts';

/** Somebody's time on the list. Who was taken off stays for as long as a vote may run that was opened before. */
export const Term = z.object({
  id: ActionId,
  personId: PersonId,
  claimId: ClaimId,
  name: z.string(),
  units: z.array(UnitCode),
  until: z.iso.date(),
  at: Instant,
  by: z.string(),
  removedAt: z.optional(Instant),
});
export type Term = z.output<typeof Term>;

const Roster = z.object({ version: z.int(), terms: z.array(Term) });
export type Roster = z.output<typeof Roster>;

const RosterLine = z.object({ ...RepresentativeChange.shape, personId: PersonId, digest: z.string() });
export type RosterLine = z.output<typeof RosterLine>;

const rosterPk = (communityId: CommunityId) => `${communityId}#representatives`;
const rosterKey = (communityId: CommunityId): Key => ({ pk: rosterPk(communityId), sk: 'standing' });
const linePrefix = 'change#';
const lineKey = (communityId: CommunityId, id: ActionId): Key => ({
  pk: rosterPk(communityId),
  sk: `${linePrefix}${id}`,
});
const LineItem = z.object({ line: RosterLine });
const linesShown = 50;
const noRoster: Roster = { version: 0, terms: [] };

/** Who was on the list at a time; without one, who has not been taken off. */
export const termsAt = ({ terms }: Pick<Roster, 'terms'>, at?: string): Term[] =>
  terms.filter(({ at: since, until, removedAt }) =>
    at === undefined
      ? removedAt === undefined
      : since <= at && (removedAt === undefined || at < removedAt) && chinaDay(at) <= until,
  );

export type RepresentativeStore = {
  /** The list, read consistently; version 0 and empty before the first change. */
  current: (communityId: CommunityId) => Promise<Roster>;
  /** Puts the next version in force with the line that says who made it: both or none. False when another came first, or the line's id is taken. */
  advance: (communityId: CommunityId, next: Roster, line: RosterLine) => Promise<boolean>;
  /** What an action has done; undefined when nothing. */
  lineOf: (communityId: CommunityId, id: ActionId) => Promise<RosterLine | undefined>;
  /** The latest changes, newest first, at most fifty. */
  lines: (communityId: CommunityId) => Promise<RosterLine[]>;
};

export const makeMemoryRepresentativeStore = (): RepresentativeStore => {
  const rosters = new Map<CommunityId, Roster>();
  const lines = new Map<string, RosterLine>();
  return {
    current: async (communityId) => structuredClone(rosters.get(communityId) ?? noRoster),
    advance: async (communityId, next, line) => {
      const key = JSON.stringify(lineKey(communityId, line.id));
      const version = rosters.get(communityId)?.version ?? 0;
      if (version !== next.version - 1 || lines.has(key)) return false;
      rosters.set(communityId, structuredClone(next));
      lines.set(key, structuredClone(line));
      return true;
    },
    lineOf: async (communityId, id) => structuredClone(lines.get(JSON.stringify(lineKey(communityId, id)))),
    lines: async (communityId) =>
      [...lines]
        .filter(([key]) => key.startsWith(JSON.stringify({ pk: rosterPk(communityId) }).slice(0, -1)))
        .map(([, line]) => structuredClone(line))
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, linesShown),
  };
};

export const makeDynamoRepresentativeStore = (table: Table): RepresentativeStore => ({
  current: async (communityId) => {
    const item = await table.get(rosterKey(communityId));
    return item === undefined ? noRoster : z.parse(Roster, item);
  },
  advance: (communityId, next, line) => {
    const isNew = { condition: 'attribute_not_exists(pk)' };
    const isNext = { condition: 'version = :before', values: { ':before': next.version - 1 } };
    return table.transact([
      { put: { ...rosterKey(communityId), ...next }, when: next.version === 1 ? isNew : isNext },
      { put: { ...lineKey(communityId, line.id), line }, when: isNew },
    ]);
  },
  lineOf: async (communityId, id) => {
    const item = await table.get(lineKey(communityId, id));
    return item === undefined ? undefined : z.parse(LineItem, item).line;
  },
  lines: async (communityId) => {
    const { items } = await table.query({
      condition: 'pk = :pk AND begins_with(sk, :prefix)',
      values: { ':pk': rosterPk(communityId), ':prefix': linePrefix },
      newestFirst: true,
      limit: linesShown,
    });
    return items.map((item) => z.parse(LineItem, item).line);
  },
});
