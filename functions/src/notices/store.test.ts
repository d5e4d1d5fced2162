import { describe } from 'vitest';
import { noticeStoreCases } from './store.cases.ts';
import { makeMemoryNoticeStore } from './store.ts';

describe('内存', () => noticeStoreCases(async () => makeMemoryNoticeStore()));
