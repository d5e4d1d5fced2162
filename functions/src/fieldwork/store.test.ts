import { describe } from 'vitest';
import { patrolStoreCases } from './patrol-store.cases.ts';
import { makeMemoryPatrolStore } from './patrol-store.ts';
import { visitStoreCases } from './visit-store.cases.ts';
import { makeMemoryVisitStore } from './visit-store.ts';

describe('巡查，内存', () => patrolStoreCases(async () => makeMemoryPatrolStore()));
describe('走访，内存', () => visitStoreCases(async () => makeMemoryVisitStore()));
