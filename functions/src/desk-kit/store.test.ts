import { describe } from 'vitest';
import { activityStoreCases } from './activity-store.cases.ts';
import { makeMemoryActivityStore } from './activity-store.ts';
import { templatesStoreCases } from './templates-store.cases.ts';
import { makeMemoryTemplatesStore } from './templates-store.ts';

describe('常用回复，内存', () => templatesStoreCases(async () => makeMemoryTemplatesStore()));
describe('经办记录，内存', () => activityStoreCases(async () => makeMemoryActivityStore()));
