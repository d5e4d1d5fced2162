import { describe } from 'vitest';
import { peopleStoreCases } from './store.cases.ts';
import { makeMemoryPeopleStore } from './store.ts';

describe('内存', () => peopleStoreCases(async () => makeMemoryPeopleStore()));
