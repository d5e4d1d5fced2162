import { describe } from 'vitest';
import { ticketStoreCases } from './store.cases.ts';
import { makeMemoryTicketStore } from './store.ts';

describe('内存', () => ticketStoreCases(async () => makeMemoryTicketStore()));
