import { describe } from 'vitest';
import { claimStoreCases } from './claim-store.cases.ts';
import { makeMemoryClaimStore } from './claim-store.ts';
import { rollStoreCases } from './roll-store.cases.ts';
import { makeMemoryRollStore } from './roll-store.ts';

describe('名册，内存', () => rollStoreCases(async () => makeMemoryRollStore()));
describe('认证，内存', () =>
  claimStoreCases(async () => {
    const rolls = makeMemoryRollStore();
    return { rolls, claims: makeMemoryClaimStore(rolls) };
  }));
