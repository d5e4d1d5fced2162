import { describe } from 'vitest';
import { placesStoreCases } from './store.cases.ts';
import { makeMemoryPlacesStore } from './store.ts';

describe('内存', () => placesStoreCases(async () => makeMemoryPlacesStore()));
