import { describe } from 'vitest';
import { mediaStoreCases } from './store.cases.ts';
import { makeMemoryMediaStore } from './store.ts';

describe('内存里的照片记录', () => mediaStoreCases(async () => makeMemoryMediaStore()));
