import type { CommunityId, PersonId, TransferId } from '@suishoupai/shared/ids';
import { type RuleId, ruleAt } from '@suishoupai/shared/points/earning';
import type { Cause } from '@suishoupai/shared/points/transfer';
import type { Ledger } from './ledger.ts';
import type { RulesOf } from './rules.ts';

export type EarningDeps = { ledger: Pick<Ledger, 'earn' | 'takeBack'>; rulesOf: RulesOf };
export type Earned = { id: TransferId; communityId: CommunityId; personId: PersonId; cause: Cause; at: string };

/** Gives what the rule that was in force then gives for one thing; again, and late, it is the same once. Nothing before there was a rule. */
export const makeEarnBy =
  ({ ledger, rulesOf }: EarningDeps) =>
  async (ruleId: RuleId, { id, communityId, personId, cause, at }: Earned): Promise<void> => {
    const rule = ruleAt(ruleId, at, await rulesOf(communityId));
    if (rule === undefined) return;
    await ledger.earn({ id, communityId, credit: personId, amount: rule.amount, cause, at }, rule);
  };
