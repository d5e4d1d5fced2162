import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { byCodeUnits } from './canonical.ts';
import { voteLimits } from './limits.ts';

export const Electorate = z.enum(['residents', 'households', 'owners', 'representatives']);
export type Electorate = z.output<typeof Electorate>;

export const SlotId = z.string().check(z.regex(/^[\w-]{1,64}$/));
export const UnitId = z.string().check(z.minLength(1), z.maxLength(40));

/** `area`: the exclusive part in 0.01 m². */
export const SlotUnit = z.strictObject({
  unit: UnitId,
  building: z.string().check(z.minLength(1), z.maxLength(20)),
  area: z.int().check(z.gte(0), z.lte(voteLimits.area)),
});
export type SlotUnit = z.output<typeof SlotUnit>;

/** `owners`: one owner, or all co-owners of the same units together. `developer`: what is unsold or not handed over. */
export const SlotKind = z.enum(['owners', 'developer', 'household', 'person']);
export type SlotKind = z.output<typeof SlotKind>;

/**
 * One elector of one vote: one head, whose units' areas add. Sorted by `slot`, its units by `unit`. A `person` has no units, a
 * `household` one.
 */
export const Slot = z.strictObject({
  slot: SlotId,
  kind: SlotKind,
  units: z.array(SlotUnit).check(z.maxLength(voteLimits.unitsOfSlot)),
});
export type Slot = z.output<typeof Slot>;

/**
 * A sale while the vote runs: the unit goes to another slot, which may be new. Recorded only while the ballot of `from` is not cast:
 * a seller's cast ballot stands.
 */
export const RollTransfer = z.strictObject({
  seq: z.int().check(z.gte(1)),
  at: Instant,
  unit: UnitId,
  from: SlotId,
  to: SlotId,
});
export type RollTransfer = z.output<typeof RollTransfer>;

export const headsOf = ({ kind, units }: Slot): number => (kind === 'person' || units.length > 0 ? 1 : 0);

/** In 0.01 m². */
export const areaOf = ({ units }: Slot): number => units.reduce((sum, { area }) => sum + area, 0);

/** The same roll in the one order that packs and digests use. */
export const sortedRoll = (slots: readonly Slot[]): Slot[] =>
  slots
    .map((slot) => ({ ...slot, units: [...slot.units].sort((a, b) => byCodeUnits(a.unit, b.unit)) }))
    .sort((a, b) => byCodeUnits(a.slot, b.slot));

const kindsOf: Record<Electorate, readonly SlotKind[]> = {
  residents: ['person'],
  representatives: ['person'],
  households: ['household'],
  owners: ['owners', 'developer'],
};

/** Whether its slots are people and not units: it stands on no roll of owners. */
export const isOfPeople = (electorate: Electorate): boolean => kindsOf[electorate].includes('person');

const slotRule = ({ kind, units }: Slot, electorate: Electorate): string | undefined => {
  if (!kindsOf[electorate].includes(kind)) return '这种选民不属于这次表决的范围';
  if (kind === 'person') return units.length === 0 ? undefined : '按人表决不登记房屋';
  if (kind === 'household') return units.length === 1 ? undefined : '按户表决每户登记一套房屋';
  if (units.length === 0) return '业主至少要有一套房屋';
  return units.every(({ area }) => area > 0) ? undefined : '业主的房屋要有专有部分面积';
};

/** Everything wrong with a roll that is about to be frozen, each with the slot it is in; empty when the vote may open on it. */
export const rollProblems = (electorate: Electorate, slots: readonly Slot[]): { slot: string; message: string }[] => {
  const seen = new Set<string>();
  const problems = slots.flatMap((slot) => {
    const rule = slotRule(slot, electorate);
    const repeated = [`slot ${slot.slot}`, ...slot.units.map(({ unit }) => `unit ${unit}`)].some((name) => {
      const isRepeated = seen.has(name);
      seen.add(name);
      return isRepeated;
    });
    const messages = [...(rule === undefined ? [] : [rule]), ...(repeated ? ['同一套房屋或同一位选民写了两遍'] : [])];
    return messages.map((message) => ({ slot: slot.slot, message }));
  });
  return slots.length === 0 ? [{ slot: '', message: '名册是空的' }] : problems;
};

/**
 * The roll after the sales, in their order and itself sorted. A slot that sold everything stays, without heads. Throws RangeError for a
 * transfer of a unit that its `from` does not have, or to itself.
 */
export const applyTransfers = (slots: readonly Slot[], transfers: readonly RollTransfer[]): Slot[] => {
  const bySlot = new Map(slots.map((slot) => [slot.slot, slot]));
  for (const { unit, from, to } of [...transfers].sort((a, b) => a.seq - b.seq)) {
    const seller = bySlot.get(from);
    const sold = seller?.units.find((owned) => owned.unit === unit);
    if (seller === undefined || sold === undefined || from === to) {
      throw new RangeError(`slot ${from} cannot hand unit ${unit} to ${to}`);
    }
    const newKind = seller.kind === 'developer' ? 'owners' : seller.kind;
    const buyer = bySlot.get(to) ?? { slot: to, kind: newKind, units: [] };
    bySlot.set(from, { ...seller, units: seller.units.filter((owned) => owned !== sold) });
    bySlot.set(to, { ...buyer, units: [...buyer.units, sold] });
  }
  return sortedRoll([...bySlot.values()]);
};
