import { describe } from 'vitest';
import { consentStoreCases } from './consent-store.cases.ts';
import { makeMemoryConsentStore } from './consent-store.ts';

describe('内存', () => consentStoreCases(async () => makeMemoryConsentStore()));
