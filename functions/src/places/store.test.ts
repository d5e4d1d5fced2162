import { describe } from 'vitest';
import { dutyStoreCases } from './duty-store.cases.ts';
import { placesStoreCases } from './store.cases.ts';
import { makeMemoryPlacesStore } from './store.ts';

describe('内存', () => {
  placesStoreCases(async () => makeMemoryPlacesStore());
  dutyStoreCases(async () => makeMemoryPlacesStore());
});
