import { RollUnit } from '@suishoupai/shared/households/contract';
import type { ActionId, CommunityId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import type { Item, Key, Part, Table } from '../dynamo/table.ts';
import { RollAttempt, RollLine, RollPointer } from './roll-record.ts';

const rollPk = (communityId: CommunityId) => `${communityId}#roll`;
export const pointerKey = (communityId: CommunityId): Key => ({ pk: rollPk(communityId), sk: 'standing' });
const linePrefix = 'version#';
const lineKey = (communityId: CommunityId, version: number): Key => ({
  pk: rollPk(communityId),
  sk: `${linePrefix}${String(version).padStart(8, '0')}`,
});
const attemptPrefix = 'attempt#';
const attemptKey = (communityId: CommunityId, { at, importId }: RollAttempt): Key => ({
  pk: rollPk(communityId),
  sk: `${attemptPrefix}${at}#${importId}`,
});
const actionKey = (communityId: CommunityId, id: ActionId): Key => ({ pk: rollPk(communityId), sk: `action#${id}` });

/** The units of one import. What a sale changed stands beside them: an imported roll is never written again. */
const unitsPk = (communityId: CommunityId, importId: string) => `${communityId}#roll#${importId}`;
const unitsOf = (building: string) => `unit#${building}#`;
const salesOf = (building: string) => `sale#${building}#`;
const saleKey = (communityId: CommunityId, importId: string, { building, code }: RollUnit): Key => ({
  pk: unitsPk(communityId, importId),
  sk: `${salesOf(building)}${code}`,
});

/** About 10 KB: 8,000 units are 160 writes, and one unit is found with one read of as much. */
const unitsInItem = 50;
const writesAtOnce = 8;
const attemptsPage = 10;

const UnitsItem = z.object({ units: z.array(RollUnit) });
const SaleItem = z.object({ unit: RollUnit });
const ActionItem = z.object({ version: z.int() });
const AttemptItem = z.object({ attempt: RollAttempt });
const PointerItem = z.object({ pointer: RollPointer });
const LineItem = z.object({ line: RollLine });

const byCode = (a: RollUnit, b: RollUnit) => (a.code < b.code ? -1 : 1);

/** Units in parts as they are written: of one building each, in the order of their codes, named by the first. */
const partsOf = (units: readonly RollUnit[]): { sk: string; units: RollUnit[] }[] => {
  const byBuilding = new Map<string, RollUnit[]>();
  for (const unit of units) byBuilding.set(unit.building, [...(byBuilding.get(unit.building) ?? []), unit]);
  const parts = [...byBuilding].flatMap(([building, ofBuilding]) => {
    const sorted = ofBuilding.toSorted(byCode);
    return Array.from({ length: Math.ceil(sorted.length / unitsInItem) }, (_, index) => ({
      building,
      units: sorted.slice(index * unitsInItem, (index + 1) * unitsInItem),
    }));
  });
  return parts.map(({ building, units: ofPart }) => ({
    sk: `${unitsOf(building)}${ofPart[0]?.code ?? ''}`,
    units: ofPart,
  }));
};

const withSales = (units: readonly RollUnit[], sales: readonly RollUnit[]): RollUnit[] => {
  const sold = new Map(sales.map((unit) => [unit.code, unit]));
  return units.map((unit) => sold.get(unit.code) ?? unit).toSorted(byCode);
};

export type RollStore = {
  /** The roll in force, read consistently unless told otherwise; undefined before the first import. */
  current: (communityId: CommunityId, options?: { consistent?: boolean }) => Promise<RollPointer | undefined>;
  /** Notes that an import begins to write its units. */
  begin: (communityId: CommunityId, attempt: RollAttempt) => Promise<void>;
  /** The oldest that were begun and not forgotten, at most ten. */
  attempts: (communityId: CommunityId) => Promise<RollAttempt[]>;
  /** The import is in force, or nothing is left of it. */
  forget: (communityId: CommunityId, attempt: RollAttempt) => Promise<void>;
  /** Deletes the units of an import that never came into force and never will. */
  clear: (communityId: CommunityId, importId: string) => Promise<void>;
  /** Writes the units of an import that is not in force yet; again and again for the same import it is the same. */
  putUnits: (communityId: CommunityId, importId: string, units: readonly RollUnit[]) => Promise<void>;
  /**
   * Puts a version in force, with its line of history and, for a sale, the unit as it is now: all or nothing. False when the version in
   * force is not the one before it, or the line's id is taken.
   */
  advance: (communityId: CommunityId, next: RollPointer, line: RollLine) => Promise<boolean>;
  /** The line that an action's id stands for; undefined when it has done nothing. */
  lineOf: (communityId: CommunityId, id: ActionId) => Promise<RollLine | undefined>;
  /** All units of an import with its sales, or those of one building; by code. */
  units: (communityId: CommunityId, importId: string, building?: string) => Promise<RollUnit[]>;
  /** One unit of an import with its sale; two reads, consistent unless told otherwise. */
  unit: (
    communityId: CommunityId,
    importId: string,
    at: Pick<RollUnit, 'building' | 'code'>,
    options?: { consistent?: boolean },
  ) => Promise<RollUnit | undefined>;
  /**
   * The units as they were under a version, for audits; undefined when there was none. Versions stay as long as the community does: a roll
   * of 8,000 units is about 2 MB, half a dollar a year for a hundred of them, and one read for each sale since its import.
   */
  unitsAt: (communityId: CommunityId, version: number) => Promise<RollUnit[] | undefined>;
};

/** From the newest line down to the import it stands on. */
const pastOf = async (
  line: (version: number) => Promise<RollLine | undefined>,
  version: number,
): Promise<{ importId: string; sales: RollUnit[] } | undefined> => {
  const sales: RollUnit[] = [];
  for (let at = version; at > 0; at -= 1) {
    const found = await line(at);
    if (found === undefined) return undefined;
    if (found.kind === 'import') return { importId: found.importId, sales: sales.toReversed() };
    sales.push(found.transfer.unit);
  }
  return undefined;
};

export const makeMemoryRollStore = (): RollStore => {
  const pointers = new Map<CommunityId, RollPointer>();
  const lines = new Map<CommunityId, RollLine[]>();
  const imports = new Map<string, RollUnit[]>();
  const sales = new Map<string, RollUnit[]>();
  const attempts = new Map<string, { communityId: CommunityId; attempt: RollAttempt }>();
  const find = async (communityId: CommunityId, version: number) =>
    structuredClone(lines.get(communityId)?.find((line) => line.version === version));
  return {
    current: async (communityId) => structuredClone(pointers.get(communityId)),
    begin: async (communityId, attempt) =>
      void attempts.set(attemptKey(communityId, attempt).sk, { communityId, attempt }),
    attempts: async (communityId) =>
      [...attempts.entries()]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, each]) => (each.communityId === communityId ? [structuredClone(each.attempt)] : []))
        .slice(0, attemptsPage),
    forget: async (communityId, attempt) => void attempts.delete(attemptKey(communityId, attempt).sk),
    clear: async (communityId, importId) => void imports.delete(unitsPk(communityId, importId)),
    putUnits: async (communityId, importId, units) => {
      imports.set(unitsPk(communityId, importId), structuredClone([...units]));
    },
    advance: async (communityId, next, line) => {
      const past = lines.get(communityId) ?? [];
      const version = pointers.get(communityId)?.standing.version ?? 0;
      if (version !== next.standing.version - 1 || past.some(({ id }) => id === line.id)) return false;
      pointers.set(communityId, structuredClone(next));
      lines.set(communityId, [...past, structuredClone(line)]);
      if (line.kind === 'transfer') {
        const pk = unitsPk(communityId, next.importId);
        sales.set(pk, [...(sales.get(pk) ?? []), structuredClone(line.transfer.unit)]);
      }
      return true;
    },
    lineOf: async (communityId, id) => structuredClone(lines.get(communityId)?.find((line) => line.id === id)),
    units: async (communityId, importId, building) => {
      const pk = unitsPk(communityId, importId);
      const all = withSales(imports.get(pk) ?? [], sales.get(pk) ?? []);
      return structuredClone(all.filter((unit) => building === undefined || unit.building === building));
    },
    unit: async (communityId, importId, { building, code }) => {
      const pk = unitsPk(communityId, importId);
      const all = withSales(imports.get(pk) ?? [], sales.get(pk) ?? []);
      return structuredClone(all.find((unit) => unit.code === code && unit.building === building));
    },
    unitsAt: async (communityId, version) => {
      const past = await pastOf((at) => find(communityId, at), version);
      if (past === undefined) return undefined;
      return structuredClone(withSales(imports.get(unitsPk(communityId, past.importId)) ?? [], past.sales));
    },
  };
};

export const makeDynamoRollStore = (table: Table): RollStore => {
  const all = async (pk: string, prefix: string): Promise<Item[]> => {
    const found: Item[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :pk AND begins_with(sk, :prefix)',
        values: { ':pk': pk, ':prefix': prefix },
        from,
      });
      found.push(...items);
      from = next;
    } while (from !== undefined);
    return found;
  };
  const importedUnits = async (pk: string, prefix: string) =>
    (await all(pk, prefix)).flatMap((item) => z.parse(UnitsItem, item).units);
  const find = async (communityId: CommunityId, version: number) => {
    const item = await table.get(lineKey(communityId, version));
    return item === undefined ? undefined : z.parse(LineItem, item).line;
  };
  return {
    current: async (communityId, options) => {
      const item = await table.get(pointerKey(communityId), options);
      return item === undefined ? undefined : z.parse(PointerItem, item).pointer;
    },
    begin: async (communityId, attempt) => {
      await table.put({ ...attemptKey(communityId, attempt), attempt });
    },
    attempts: async (communityId) => {
      const { items } = await table.query({
        condition: 'pk = :pk AND begins_with(sk, :prefix)',
        values: { ':pk': rollPk(communityId), ':prefix': attemptPrefix },
        limit: attemptsPage,
      });
      return items.map((item) => z.parse(AttemptItem, item).attempt);
    },
    forget: (communityId, attempt) => table.delete(attemptKey(communityId, attempt)),
    clear: async (communityId, importId) => {
      const pk = unitsPk(communityId, importId);
      const left = await all(pk, 'unit#');
      for (let at = 0; at < left.length; at += writesAtOnce) {
        await Promise.all(left.slice(at, at + writesAtOnce).map(({ sk }) => table.delete({ pk, sk: String(sk) })));
      }
    },
    putUnits: async (communityId, importId, units) => {
      const pk = unitsPk(communityId, importId);
      const parts = partsOf(units);
      for (let at = 0; at < parts.length; at += writesAtOnce) {
        await Promise.all(parts.slice(at, at + writesAtOnce).map((part) => table.put({ pk, ...part })));
      }
    },
    advance: async (communityId, next, line) => {
      const { version } = next.standing;
      const when =
        version === 1
          ? { condition: 'attribute_not_exists(pk)' }
          : { condition: 'version = :before', values: { ':before': version - 1 } };
      const isNew = { condition: 'attribute_not_exists(pk)' };
      const parts: Part[] = [
        { put: { ...pointerKey(communityId), version, pointer: next }, when },
        { put: { ...lineKey(communityId, version), line }, when: isNew },
        { put: { ...actionKey(communityId, line.id), version }, when: isNew },
      ];
      if (line.kind === 'transfer') {
        const { unit } = line.transfer;
        parts.push({ put: { ...saleKey(communityId, next.importId, unit), unit } });
      }
      return table.transact(parts);
    },
    lineOf: async (communityId, id) => {
      const item = await table.get(actionKey(communityId, id));
      return item === undefined ? undefined : find(communityId, z.parse(ActionItem, item).version);
    },
    units: async (communityId, importId, building) => {
      const pk = unitsPk(communityId, importId);
      const [units, sales] = await Promise.all([
        importedUnits(pk, building === undefined ? 'unit#' : unitsOf(building)),
        all(pk, building === undefined ? 'sale#' : salesOf(building)),
      ]);
      return withSales(
        units,
        sales.map((item) => z.parse(SaleItem, item).unit),
      );
    },
    unit: async (communityId, importId, { building, code }, options) => {
      const pk = unitsPk(communityId, importId);
      const [sale, { items }] = await Promise.all([
        table.get({ pk, sk: `${salesOf(building)}${code}` }, options),
        // Parts are named by their first unit: the last name up to this one has it.
        table.query({
          ...options,
          condition: 'pk = :pk AND sk BETWEEN :first AND :this',
          values: { ':pk': pk, ':first': unitsOf(building), ':this': `${unitsOf(building)}${code}` },
          newestFirst: true,
          limit: 1,
        }),
      ]);
      if (sale !== undefined) return z.parse(SaleItem, sale).unit;
      return items.flatMap((item) => z.parse(UnitsItem, item).units).find((unit) => unit.code === code);
    },
    unitsAt: async (communityId, version) => {
      const past = await pastOf((at) => find(communityId, at), version);
      if (past === undefined) return undefined;
      return withSales(await importedUnits(unitsPk(communityId, past.importId), 'unit#'), past.sales);
    },
  };
};

/** The line of history in a stream record; undefined for every other item. */
export const rollLineOf = (item: Item): RollLine | undefined =>
  /^[a-z0-9]+#roll$/.test(String(item['pk'])) && String(item['sk']).startsWith(linePrefix)
    ? z.parse(LineItem, item).line
    : undefined;

/** The item that a line of history is kept in, as the stream tells of it. */
export const rollLineItem = (communityId: CommunityId, line: RollLine): Item => ({
  ...lineKey(communityId, line.version),
  line,
});
