import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { Rule } from '@suishoupai/shared/points/contract';
import { comingRules, type EarningRule, earningRules, RuleId, ruleAt } from '@suishoupai/shared/points/earning';
import type { pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { ClerkOf } from '../households/access.ts';
import type { Viewer } from '../http/handlers.ts';
import { digestOf } from '../tickets/digest.ts';
import type { PublishedRule, RuleStore } from './rule-store.ts';

/** The versions of a community: what everybody begins with, and what it published since. */
export type RulesOf = (communityId: CommunityId) => Promise<readonly EarningRule[]>;

export const makeRulesOf =
  ({ rules }: { rules: Pick<RuleStore, 'list'> }): RulesOf =>
  async (communityId) => [...earningRules, ...(await rules.list(communityId))];

type Body = RouteRequest<(typeof pointsStaffRoutes)['publishRule']>['body'];

/** Somebody else published the same rule in between: the next number is tried, so often at most. */
const maxTries = 5;

/** What is in force now, and after it what comes. */
export const shownRules = (rules: readonly EarningRule[], at: string): Rule[] =>
  RuleId.options.flatMap((id) => {
    const now = ruleAt(id, at, rules);
    return now === undefined ? [] : [{ ...now, coming: comingRules(id, at, rules) }];
  });

/** New versions are published by the staff of a community, from a later day on: nobody loses what they did under an earlier one. */
export const makeRulePublishing = ({ rules, clerkOf }: { rules: RuleStore; clerkOf: ClerkOf }) => {
  const standing = (stored: readonly PublishedRule[], id: Body['id'], digest: string): PublishedRule | undefined => {
    const first = stored.find(({ act }) => act === id);
    if (first !== undefined && first.digest !== digest) throw new AppError('id.reused');
    return first;
  };

  return async (viewer: Viewer, communityId: CommunityId, body: Body, now: Date): Promise<Rule[]> => {
    const by = await clerkOf(viewer, communityId, now);
    const { id: act, rule: ruleId, ...terms } = body;
    const at = now.toISOString();
    const digest = digestOf({ ruleId, ...terms });
    if (terms.perMonth < terms.perDay) throw invalidField('body.perMonth', 'tooSmall', '一个月的上限不能比一天的还少');
    const isNew = standing(await rules.list(communityId), act, digest) === undefined;
    if (isNew && terms.from <= chinaDay(at))
      throw invalidField('body.from', 'past', '最早从明天起，做过的事按原来的规则算');
    for (let tries = 0; tries < maxTries; tries += 1) {
      const stored = await rules.list(communityId);
      const all = [...earningRules, ...stored];
      if (standing(stored, act, digest) !== undefined) return shownRules(all, at);
      const latest = all.filter(({ id }) => id === ruleId).toSorted((a, b) => b.version - a.version)[0];
      if (latest === undefined) throw invalidField('body.rule', 'unknown', '没有这条规则');
      const { unit, lapses, title, mostKept, version } = latest;
      const kept = terms.mostKept ?? mostKept;
      const next: EarningRule = {
        ...{ id: ruleId, version: version + 1, unit, lapses, title },
        ...{ from: terms.from, amount: terms.amount, perDay: terms.perDay, perMonth: terms.perMonth },
        ...(kept === undefined ? {} : { mostKept: kept }),
      };
      const rule: PublishedRule = { ...next, at, by, act, digest };
      if (await rules.publish(communityId, rule)) return shownRules([...all, rule], at);
    }
    throw new Error(`rules of ${communityId} are published by others all the time`);
  };
};
