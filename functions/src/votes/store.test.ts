import { makeMemoryBoxStore } from './box-store.ts';
import { makeMemoryLogStore } from './log-store.ts';
import { makeMemoryObjectionStore } from './objection-store.ts';
import { storeCases } from './store.cases.ts';
import { makeMemoryVoteStore } from './store.ts';

storeCases({
  votes: async () => makeMemoryVoteStore(),
  box: async () => makeMemoryBoxStore(),
  log: async () => makeMemoryLogStore(),
  objections: async () => makeMemoryObjectionStore(),
});
