import { type Electorate, isOfPeople, type SlotKind, type SlotUnit } from '../votes/roll.ts';
import type { Owner, RollUnit, UnitPlace } from './contract.ts';

const upright = (text: string): string => text.normalize('NFKC').trim();
const withoutSuffix = (text: string, suffix: RegExp): string => text.replace(suffix, '$1');

/**
 * A unit's place as the roll keeps it, whoever typed it: `３栋`, `3号楼` and `3#` are building `3`, `二` stays `二`, `501室` is room `501`. Without
 * this a resident's request and the roll would name one flat in two ways. What it leaves may still be no valid part of a place.
 */
export const normalPlace = ({ building, entrance, room }: UnitPlace): UnitPlace => ({
  building: withoutSuffix(upright(building), /^([0-9A-Za-z]+)(?:#?(?:号楼|号|栋|幢|座|楼)|#)$/).toUpperCase(),
  entrance: withoutSuffix(upright(entrance), /^([0-9A-Za-z]+)(?:单元|门)$/)
    .replace(/^(?:无|\/|-)$/, '')
    .toUpperCase(),
  room: withoutSuffix(upright(room), /^([0-9A-Za-z]+)(?:室|房)$/).toUpperCase(),
});

/** The natural key of a unit; give it a place that went through `normalPlace`. */
export const unitCode = ({ building, entrance, room }: UnitPlace): string => `${building}-${entrance}-${room}`;

const isHan = '[\\u3400-\\u9fff]';
const gapInName = new RegExp(`(?<=${isHan}) +(?=${isHan})`, 'g');

/** A name as two people would agree it is the same: `王　明` is `王明`, `Ann  Lee` is `Ann Lee`. */
export const normalName = (name: string): string => upright(name).replace(/\s+/g, ' ').replace(gapInName, '');

export const isSameOwner = (a: Owner, b: Owner): boolean =>
  normalName(a.name) === normalName(b.name) && upright(a.idTail).toUpperCase() === upright(b.idTail).toUpperCase();

/** Unsold or not handed over: the vote belongs to the developer (建设单位), who is one head however many units are left. */
export const isDevelopers = ({ status }: Pick<RollUnit, 'status'>): boolean => status !== 'sold';

/** The same text for the same owners in whatever order they stand; personal data, never to be stored or shown as a key. */
export const ownerSet = ({ status, owners }: Pick<RollUnit, 'status' | 'owners'>): string =>
  isDevelopers({ status })
    ? 'developer'
    : JSON.stringify(
        owners
          .map(({ name, idTail }) => `${normalName(name)} ${idTail.toUpperCase()}`)
          .toSorted((a, b) => (a < b ? -1 : 1)),
      );

/** As the owners' assembly counts: the same set of owners is one head, however many units are theirs; the developer is one. */
export const headsOf = (units: readonly RollUnit[]): number => new Set(units.map(ownerSet)).size;

/** In 0.01 m². */
export const areaTotalOf = (units: readonly Pick<RollUnit, 'area'>[]): number =>
  units.reduce((sum, { area }) => sum + area, 0);

/** Building by building in the order of the roll's own names, numbers by value. */
export const buildingsOf = (units: readonly RollUnit[]): { building: string; units: number; area: number }[] => {
  const found = new Map<string, { building: string; units: number; area: number }>();
  for (const { building, area } of units) {
    const known = found.get(building) ?? { building, units: 0, area: 0 };
    found.set(building, { building, units: known.units + 1, area: known.area + area });
  }
  return [...found.values()].toSorted((a, b) => byPart(a.building, b.building));
};

const numberOf = (part: string): number => (/^\d+/.test(part) ? Number.parseInt(part, 10) : Number.POSITIVE_INFINITY);
const byPart = (a: string, b: string): number => {
  const [first, second] = [numberOf(a), numberOf(b)];
  return first === second ? Number(a > b) - Number(a < b) : first - second;
};

/** The order in which people read a list of flats: 2 before 10. */
export const byPlace = (a: UnitPlace, b: UnitPlace): number =>
  byPart(a.building, b.building) || byPart(a.entrance, b.entrance) || byPart(a.room, b.room);

/** `王*明 · ***4`: enough to recognise whom one knows, too little to learn of others. */
export const masked = ({ name, idTail }: Owner): string => `${maskedName(name)} · ***${idTail.slice(-1)}`;

/** `王*明` */
export const maskedName = (name: string): string => {
  const letters = Array.from(name);
  const [first = ''] = letters;
  const last = letters.length > 2 ? (letters.at(-1) ?? '') : '';
  return `${first}${'*'.repeat(Math.max(1, letters.length - (last === '' ? 1 : 2)))}${last}`;
};

const isSameUnit = (a: RollUnit, b: RollUnit) =>
  a.area === b.area && a.status === b.status && ownerSet(a) === ownerSet(b);

/** What a new roll would change, by unit. */
export const changesBetween = (before: readonly RollUnit[], after: readonly RollUnit[]) => {
  const standing = new Map(before.map((unit) => [unit.code, unit]));
  const kept = after.flatMap((unit) => {
    const known = standing.get(unit.code);
    return known === undefined ? [] : [{ known, unit }];
  });
  return {
    added: after.length - kept.length,
    changed: kept.filter(({ known, unit }) => !isSameUnit(known, unit)).length,
    removed: before.length - kept.length,
  };
};

/** `key`: of the set of owners as the caller names it, or the unit's code. `isShared`: several people own it together and must agree. */
export type RollElector = { key: string; kind: Exclude<SlotKind, 'person'>; isShared: boolean; units: SlotUnit[] };

const slotUnit = ({ code, building, area }: RollUnit): SlotUnit => ({ unit: code, building, area });

/**
 * Who the roll says may vote, in its order. Owners: one for each set of owners with all their units, the developer's together under one key.
 * Households: one for each sold unit, shared, for the roll does not say how many live there; where nobody lives there is no household. The other electorates are not on the roll: empty.
 */
export const rollElectors = (
  units: readonly RollUnit[],
  electorate: Electorate,
  ownerKey: (unit: RollUnit) => string,
): RollElector[] => {
  if (isOfPeople(electorate)) return [];
  if (electorate === 'households') {
    return units
      .filter((unit) => !isDevelopers(unit))
      .map((unit) => ({ key: unit.code, kind: 'household', isShared: true, units: [slotUnit(unit)] }));
  }
  const electors = new Map<string, RollElector>();
  for (const unit of units) {
    const key = ownerKey(unit);
    const known = electors.get(key) ?? {
      key,
      kind: isDevelopers(unit) ? 'developer' : 'owners',
      isShared: !isDevelopers(unit) && unit.owners.length > 1,
      units: [],
    };
    known.units.push(slotUnit(unit));
    electors.set(key, known);
  }
  return [...electors.values()];
};
