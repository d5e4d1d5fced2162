import { describe } from 'vitest';
import { turnStoreCases } from './turn-store.cases.ts';
import { makeMemoryTurnStore } from './turn-store.ts';

describe('内存', () => turnStoreCases(async () => makeMemoryTurnStore()));
