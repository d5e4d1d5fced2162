import { invalidField } from '@suishoupai/shared/contract/errors';
import { DutyDocument } from '@suishoupai/shared/duty/routes';
import { ActionId, type CommunityId, PersonId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';

/** What a list says of itself when it was written before lists had versions to look back on. */
const always = '1970-01-01T00:00:00.000Z';
const { version, lines, ...told } = DutyDocument.shape;

/** A version as kept: with who wrote it and under which id, so that a repeat finds it. */
const KeptDuty = z.object({
  version,
  lines,
  negative: z._default(told.negative, []),
  effectiveFrom: z._default(told.effectiveFrom, always),
  changedBy: z._default(told.changedBy, ''),
  changedAt: z._default(told.changedAt, always),
  reason: z._default(told.reason, ''),
  changed: z._default(told.changed, []),
  changedNegative: z._default(told.changedNegative, []),
  id: z.optional(ActionId),
  digest: z.optional(z.string()),
  personId: z.optional(PersonId),
});
export type KeptDuty = z.output<typeof KeptDuty>;
type Given = z.input<typeof KeptDuty>;

const DutyItem = z.object({ duty: KeptDuty });
const pageSize = 10;
const prefix = 'duty';
/** Six digits, so that keys sort as numbers do. Before there were versions the one list lay under the bare prefix, which sorts first. */
const dutyKey = (pk: CommunityId, number: number) => ({ pk, sk: `${prefix}#${String(number).padStart(6, '0')}` });
const sortKey = /^duty(#\d{6})?$/;

const pageFrom = (cursor: string | undefined, id: CommunityId): Item | undefined => {
  const key = fromCursor(cursor, { fixed: { pk: id }, open: ['sk'] });
  if (key === undefined || sortKey.test(String(key['sk']))) return key;
  throw invalidField('query.cursor', 'cursor', '这一页已失效，请从头刷新');
};

export type DutyStore = {
  /** Keeps a version unless its number is taken: false then, and nothing is written. What is not given is that of a first list. */
  putDuty: (id: CommunityId, duty: Given) => Promise<boolean>;
  /** Newest first: what comes into force after `at`, then the one in force at it if there is one. */
  dutiesFrom: (id: CommunityId, at: string, options?: { consistent?: boolean }) => Promise<KeptDuty[]>;
  newestDuty: (id: CommunityId) => Promise<KeptDuty | undefined>;
  /** The version that was written under this id. */
  findDutyBy: (id: CommunityId, actionId: ActionId) => Promise<KeptDuty | undefined>;
  /** Newest first, by pages. */
  listDuties: (id: CommunityId, cursor?: string) => Promise<{ items: KeptDuty[]; next: string | undefined }>;
};

/** Versions never come into force before the one they follow, so the first that is in force hides the rest. */
const untilInForce = (newestFirst: readonly KeptDuty[], at: string): KeptDuty[] => {
  const inForce = newestFirst.findIndex(({ effectiveFrom }) => effectiveFrom <= at);
  return inForce === -1 ? [...newestFirst] : newestFirst.slice(0, inForce + 1);
};

export const makeMemoryDutyStore = (): DutyStore => {
  const kept = new Map<string, KeptDuty>();
  const of = (id: CommunityId) =>
    [...kept]
      .filter(([key]) => key.startsWith(`${id}|`))
      .map(([, duty]) => structuredClone(duty))
      .toSorted((a, b) => b.version - a.version);
  return {
    putDuty: async (id, duty) => {
      const key = `${id}|${duty.version}`;
      if (kept.has(key)) return false;
      kept.set(key, structuredClone(z.parse(KeptDuty, duty)));
      return true;
    },
    dutiesFrom: async (id, at) => untilInForce(of(id), at),
    newestDuty: async (id) => of(id)[0],
    findDutyBy: async (id, actionId) => of(id).find((duty) => duty.id === actionId),
    listDuties: async (id, cursor) => {
      const after = pageFrom(cursor, id)?.['sk'];
      const rest = of(id).filter((duty) => after === undefined || dutyKey(id, duty.version).sk < String(after));
      const items = rest.slice(0, pageSize);
      const last = items.at(-1);
      return { items, next: toCursor(rest.length > pageSize && last ? dutyKey(id, last.version) : undefined) };
    },
  };
};

export const makeDynamoDutyStore = (table: Table): DutyStore => {
  const page = async (id: CommunityId, options: Partial<Parameters<Table['query']>[0]>) => {
    const { items, next } = await table.query({
      newestFirst: true,
      ...options,
      condition: 'pk = :id AND begins_with(sk, :prefix)',
      values: { ':id': id, ':prefix': prefix, ...options.values },
    });
    return { items: items.map((item) => z.parse(DutyItem, item).duty), next };
  };
  return {
    putDuty: async (id, duty) => {
      const kept = z.parse(KeptDuty, duty);
      const { applied } = await table.put({ ...dutyKey(id, kept.version), duty: kept }, 'attribute_not_exists(pk)');
      return applied;
    },
    dutiesFrom: async (id, at, { consistent = false } = {}) => {
      const found: KeptDuty[] = [];
      let from: Item | undefined;
      do {
        const { items, next } = await page(id, { limit: 2, from, consistent });
        found.push(...items);
        from = items.some(({ effectiveFrom }) => effectiveFrom <= at) ? undefined : next;
      } while (from !== undefined);
      return untilInForce(found, at);
    },
    newestDuty: async (id) => (await page(id, { limit: 1 })).items[0],
    findDutyBy: async (id, actionId) => {
      let from: Item | undefined;
      do {
        const { items, next } = await page(id, {
          from,
          filter: '#duty.#id = :action',
          names: { '#duty': 'duty', '#id': 'id' },
          values: { ':action': actionId },
        });
        if (items[0] !== undefined) return items[0];
        from = next;
      } while (from !== undefined);
      return undefined;
    },
    listDuties: async (id, cursor) => {
      const { items, next } = await page(id, { limit: pageSize, from: pageFrom(cursor, id), consistent: false });
      return { items, next: toCursor(next) };
    },
  };
};
