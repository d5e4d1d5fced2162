import { describe } from 'vitest';
import { heldStoreCases } from './held-store.cases.ts';
import { makeMemoryHeldStore } from './held-store.ts';

describe('内存', () => heldStoreCases(async () => makeMemoryHeldStore()));
