import { describe } from 'vitest';
import { makeMemoryMarksStore } from './marks-store.ts';
import { topicStoreCases } from './store.cases.ts';
import { makeMemoryTopicStore } from './store.ts';
import { makeMemoryVoiceStore } from './voice-store.ts';

describe('内存', () =>
  topicStoreCases(async () => ({
    topics: makeMemoryTopicStore(),
    marks: makeMemoryMarksStore(),
    voices: makeMemoryVoiceStore(),
  })));
