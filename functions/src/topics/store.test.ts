import { describe } from 'vitest';
import { makeMemoryTicketStore } from '../tickets/memory-store.ts';
import { makeMemoryMarksStore } from './marks-store.ts';
import { topicStoreCases } from './store.cases.ts';
import { makeMemoryTopicStore } from './store.ts';
import { makeMemoryTicketLinkStore } from './ticket-link-store.ts';
import { makeMemoryVoiceStore } from './voice-store.ts';

describe('内存', () =>
  topicStoreCases(async () => ({
    topics: makeMemoryTopicStore(),
    marks: makeMemoryMarksStore(),
    voices: makeMemoryVoiceStore(),
    ticketLinks: makeMemoryTicketLinkStore(),
    tickets: makeMemoryTicketStore(),
  })));
