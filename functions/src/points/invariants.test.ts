import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { invariantCases } from './invariants.cases.ts';
import { makeMemoryLedgerStore } from './ledger-store.ts';

describe('不变量，内存', () =>
  invariantCases(
    async () => makeMemoryLedgerStore(),
    () => aService(),
    30,
  ));
