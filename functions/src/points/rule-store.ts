import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, type CommunityId, PersonId } from '@suishoupai/shared/ids';
import { EarningRule } from '@suishoupai/shared/points/earning';
import * as z from 'zod/mini';
import { makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';

/** A version of a rule as a community published it. `act` is the request, `digest` what it asked for. */
export const PublishedRule = z.object({
  ...EarningRule.shape,
  at: Instant,
  by: z.object({ personId: PersonId, label: z.string() }),
  act: ActionId,
  digest: z.string(),
});
export type PublishedRule = z.output<typeof PublishedRule>;

export type RuleStore = {
  /** Keeps a version unless that number is taken; whether it was kept. */
  publish: (communityId: CommunityId, rule: PublishedRule) => Promise<boolean>;
  /** Every version that a community published; read consistently, about one unit. */
  list: (communityId: CommunityId) => Promise<PublishedRule[]>;
};

const rulesPk = (communityId: CommunityId) => `${communityId}#rules`;
const ruleKey = (communityId: CommunityId, { id, version }: Pick<EarningRule, 'id' | 'version'>): Key => ({
  pk: rulesPk(communityId),
  sk: `${id}#${String(version).padStart(4, '0')}`,
});
const ruleOf = (item: Item): PublishedRule => z.parse(PublishedRule, item);

export const makeMemoryRuleStore = (items = makeMemoryItems()): RuleStore => ({
  publish: async (communityId, rule) => {
    const item = { ...rule, ...ruleKey(communityId, rule) };
    if (items.get(item) !== undefined) return false;
    await items.write(item);
    return true;
  },
  list: async (communityId) => items.filter(({ pk }) => pk === rulesPk(communityId)).map(ruleOf),
});

export const makeDynamoRuleStore = (table: Table): RuleStore => ({
  publish: async (communityId, rule) =>
    (await table.put({ ...rule, ...ruleKey(communityId, rule) }, 'attribute_not_exists(pk)')).applied,
  list: async (communityId) => {
    const { items } = await table.query({ condition: 'pk = :rules', values: { ':rules': rulesPk(communityId) } });
    return items.map(ruleOf);
  },
});
