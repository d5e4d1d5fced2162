import { describe } from 'vitest';
import { accessLogCases } from './access-log-store.cases.ts';
import { makeMemoryAccessLog } from './access-log-store.ts';

describe('内存', () => accessLogCases(async () => makeMemoryAccessLog()));
