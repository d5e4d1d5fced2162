import { describe } from 'vitest';
import { ledgerCases } from './ledger.cases.ts';
import { makeMemoryLedgerStore } from './ledger-store.ts';

describe('账本，内存', () => ledgerCases(async () => makeMemoryLedgerStore()));
