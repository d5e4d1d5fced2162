import { type Cast, meets } from './count.ts';
import { areaOf, headsOf, type Slot } from './roll.ts';
import type { RuleSet, ShareTest } from './rule-set.ts';

/** A turnout test while the vote runs: `missing` heads or 0.01 m² until it is met. */
export type TurnoutStanding = ShareTest & { part: number; whole: number; missing: number };

/** Units of one building, by how many of them have voted: buildings, never names. */
export type BuildingStanding = { building: string; units: number; voted: number; area: number; votedArea: number };

export type Progress = {
  heads: { voted: number; all: number };
  area: { voted: number; all: number };
  turnout: TurnoutStanding[];
  buildings: BuildingStanding[];
};

const missingFor = (test: ShareTest, part: number, whole: number): number => {
  if (whole === 0 || meets(test, part, whole)) return 0;
  const product = whole * test.share.numerator;
  const rest = product % test.share.denominator;
  const below = (product - rest) / test.share.denominator;
  return (test.kind === 'atLeast' && rest === 0 ? below : below + 1) - part;
};

/** How far a running vote is, on both dimensions and by building; says nothing of any choice. `slots`: the roll after its sales. */
export const progressOf = (
  ruleSet: Pick<RuleSet, 'turnout'>,
  slots: readonly Slot[],
  ballots: readonly Pick<Cast, 'slot'>[],
): Progress => {
  const voters = new Set(ballots.map(({ slot }) => slot));
  const cast = slots.filter(({ slot }) => voters.has(slot));
  const total = (of: (slot: Slot) => number) => ({
    voted: cast.reduce((sum, slot) => sum + of(slot), 0),
    all: slots.reduce((sum, slot) => sum + of(slot), 0),
  });
  const [heads, area] = [total(headsOf), total(areaOf)];
  const buildings = new Map<string, BuildingStanding>();
  for (const { slot, units } of slots) {
    for (const unit of units) {
      const { building } = unit;
      const standing = buildings.get(building) ?? { building, units: 0, voted: 0, area: 0, votedArea: 0 };
      const voted = voters.has(slot) ? 1 : 0;
      buildings.set(building, {
        building,
        units: standing.units + 1,
        voted: standing.voted + voted,
        area: standing.area + unit.area,
        votedArea: standing.votedArea + voted * unit.area,
      });
    }
  }
  return {
    heads,
    area,
    turnout: ruleSet.turnout.map((test) => {
      const { voted: part, all: whole } = test.dimension === 'heads' ? heads : area;
      return { ...test, part, whole, missing: missingFor(test, part, whole) };
    }),
    buildings: [...buildings.values()],
  };
};
