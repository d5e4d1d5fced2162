import { describe } from 'vitest';
import { invariantCases } from './invariants.cases.ts';
import { makeMemoryLedgerStore } from './ledger-store.ts';

describe('不变量，内存', () => invariantCases(async () => makeMemoryLedgerStore(), 30));
