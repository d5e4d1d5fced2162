import type { Electorate } from './roll.ts';
import type { Jurisdiction, RuleSet } from './rule-set.ts';
import { ownersRuleSets } from './rule-sets/owners.ts';
import { residentsRuleSets } from './rule-sets/residents.ts';

/** Every rule set that the product knows. One id may have several versions, one after the other in time. */
export const ruleSets: readonly RuleSet[] = [...ownersRuleSets, ...residentsRuleSets];

/**
 * The rule sets in force for an electorate on a day (`YYYY-MM-DD`, China). A city's own set takes the place of the country's for the
 * same matter. Throws RangeError for a day that no rule set covers, or that is none.
 */
export const ruleSetsFor = (day: string, electorate: Electorate, jurisdiction?: Jurisdiction): RuleSet[] => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`not a day: ${day}`);
  const inForce = ruleSets.filter(
    ({ electorates, effectiveFrom, effectiveUntil }) =>
      electorates.includes(electorate) &&
      effectiveFrom <= day &&
      (effectiveUntil === undefined || day <= effectiveUntil),
  );
  const isOwn = (ruleSet: RuleSet) => jurisdiction !== undefined && ruleSet.jurisdiction === jurisdiction;
  const ownMatters = inForce.filter(isOwn).map(({ matter }) => matter);
  const chosen = inForce.filter(
    (ruleSet) => isOwn(ruleSet) || (ruleSet.jurisdiction === undefined && !ownMatters.includes(ruleSet.matter)),
  );
  if (chosen.length === 0) throw new RangeError(`no rule set for ${electorate} on ${day}`);
  return chosen;
};

/** One rule set by id as it stands on a day, for checking what a client chose; undefined when it is not in force then. */
export const ruleSetById = (id: string, day: string): RuleSet | undefined =>
  ruleSets.find(
    (ruleSet) =>
      ruleSet.id === id &&
      ruleSet.effectiveFrom <= day &&
      (ruleSet.effectiveUntil === undefined || day <= ruleSet.effectiveUntil),
  );
