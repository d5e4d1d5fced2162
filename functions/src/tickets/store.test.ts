import { describe } from 'vitest';
import { joinerStoreCases } from './joiner-store.cases.ts';
import { makeMemoryJoinerStore } from './joiner-store.ts';
import { makeMemoryTicketStore } from './memory-store.ts';
import { ticketStoreCases } from './store.cases.ts';

describe('内存：事', () => ticketStoreCases(async () => makeMemoryTicketStore()));
describe('内存：同感的人', () => joinerStoreCases(async () => makeMemoryJoinerStore()));
