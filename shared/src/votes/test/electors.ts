import type { Channel } from '../ballot.ts';
import type { Choice } from '../choice.ts';
import type { Cast } from '../count.ts';
import type { Slot, SlotKind } from '../roll.ts';

export const yes: Choice = { option: 'approve' };
export const no: Choice = { option: 'against' };
export const abstain: Choice = { abstain: true };

/** `n` electors alike: each with units of these areas (0.01 m²), each saying the same; without `says` they do not vote. */
export type Group = { n: number; areas: readonly number[]; kind: SlotKind; says?: Choice; channel?: Channel };

const group =
  (kind: SlotKind) =>
  (n: number, areas: readonly number[], says?: Choice, channel?: Channel): Group => ({
    n,
    areas,
    kind,
    ...(says === undefined ? {} : { says }),
    ...(channel === undefined ? {} : { channel }),
  });

/** Owners with one unit of this area each. */
export const owners = (n: number, area: number, says?: Choice, channel?: Channel): Group =>
  group('owners')(n, [area], says, channel);
/** One owner, or one set of co-owners, of several units. */
export const owner = (areas: readonly number[], says?: Choice): Group => group('owners')(1, areas, says);
/** What is unsold or not handed over. */
export const developer = (areas: readonly number[], says?: Choice): Group => group('developer')(1, areas, says);
export const people = (n: number, says?: Choice, channel?: Channel): Group => group('person')(n, [], says, channel);
export const households = (n: number, says?: Choice): Group => group('household')(n, [90_00], says);

/** The roll and the ballots of these groups, in their order: `s1`, `s2`… */
export const electorsOf = (groups: readonly Group[]): { slots: Slot[]; ballots: Cast[] } => {
  const all = groups.flatMap((one) => Array.from({ length: one.n }, () => one));
  const slots = all.map(({ kind, areas }, at) => ({
    slot: `s${at + 1}`,
    kind,
    units: areas.map((area, unit) => ({ unit: `${at + 1}-${unit + 1}`, building: '1', area })),
  }));
  const ballots = all.flatMap(({ says, channel = 'online' }, at) =>
    says === undefined ? [] : [{ slot: `s${at + 1}`, choice: says, channel, seq: 1 }],
  );
  return { slots, ballots };
};
