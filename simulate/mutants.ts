/** A mistake that somebody could make in the product: one text in one file for another. `find` stands there exactly once. */
export type Mutant = { name: string; file: string; find: string; put: string };

export const mutants: readonly Mutant[] = [
  {
    name: 'a report is opened over one that stands there',
    file: 'functions/src/tickets/memory-store.ts',
    find: 'if (existing === undefined) tickets.set(ticket.id, structuredClone(ticket));',
    put: 'tickets.set(ticket.id, structuredClone(ticket));',
  },
  {
    name: 'a step is written whatever came in between',
    file: 'functions/src/tickets/memory-store.ts',
    find: 'if (stored === undefined || stored.events.length !== before.events.length) return false;',
    put: 'if (stored === undefined) return false;',
  },
  {
    name: 'a repeated step is not recognised before it is taken',
    file: 'functions/src/tickets/steps.ts',
    find: 'if (earlier !== undefined) return again(before, earlier);',
    put: '',
  },
  {
    name: 'a step whose answer was lost is refused when it comes again',
    file: 'functions/src/tickets/steps.ts',
    find: 'if (mine !== undefined) return again(present, mine);',
    put: '',
  },
  {
    name: 'a step is acknowledged before it is written',
    file: 'functions/src/tickets/steps.ts',
    find: 'if (await tickets.take(step, before, after)) return',
    put: 'void tickets.take(step, before, after).catch(() => false);\n    if (before !== undefined) return',
  },
  {
    name: 'a photo given to the same ticket is refused the second time',
    file: 'functions/src/media/giving.ts',
    find: 'return record.ticketId === undefined || record.ticketId === ticketId ? undefined : usedElsewhere;',
    put: 'return record.ticketId === undefined ? undefined : usedElsewhere;',
  },
  {
    name: 'the clocks of a ticket stop when it is dispatched',
    file: 'functions/src/tickets/store.ts',
    find: 'dueKey: ticket.wakeAt === undefined || isOver ? undefined : dueKey(shardOf(ticket.id)),',
    put: 'dueKey: undefined,',
  },
  {
    name: 'who joined is counted up, and not anew',
    file: 'functions/src/tickets/consequences.ts',
    find: 'tickets.setJoins(id, (await joiners.of(id)).length)',
    put: 'tickets.setJoins(id, ((await tickets.find(id))?.joins ?? 0) + 1)',
  },
  {
    name: 'what follows from a ticket forgets a line when two come at once',
    file: 'functions/src/tickets/consequences.ts',
    find: 'const lines = ticket.events.slice(linesBefore);',
    put: 'const lines = ticket.events.slice(Math.max(linesBefore, ticket.events.length - 1));',
  },
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: text of the product
  {
    name: 'a notice has an id of its own each time',
    file: 'functions/src/tickets/consequences.ts',
    find: 'id: `${event.at}#${cause}#${kind}`,',
    put: 'id: `${event.at}#${Math.random()}#${kind}`,',
  },
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: text of the product
  {
    name: 'a message is sent without claiming it',
    file: 'functions/src/notices/push.ts',
    find: 'if (!(await notices.claimPush(personId, noticeId, now()))) return false;',
    put: '',
  },
  {
    name: 'a ballot is written over one that came in between',
    file: 'functions/src/votes/box-store.ts',
    find: 'if (!writes.every(isAsRead)) return false;',
    put: '',
  },
  {
    name: 'a repeated ballot is a new one',
    file: 'functions/src/votes/casting.ts',
    find: 'if (first !== undefined) return first;',
    put: '',
  },
  {
    name: 'a ballot that was on nobody’s screen is overwritten',
    file: 'functions/src/votes/casting.ts',
    find: "if (body.replaces !== seqOf(slot)) throw new AppError('vote.ballotChanged');",
    put: '',
  },
  {
    name: 'a co-owner overwrites the ballot of another',
    file: 'functions/src/votes/casting.ts',
    find: "if (ballot !== undefined && ballot.personId !== viewerId) throw new AppError('vote.castByOther');",
    put: '',
  },
  {
    name: 'the clock of the close is not looked at',
    file: 'functions/src/votes/casting.ts',
    find: "if (vote.state !== 'open' || castAt >= vote.closesAt || slot.isSealed) throw new AppError('vote.over');",
    put: "if (vote.state !== 'open') throw new AppError('vote.over');",
  },
  {
    name: 'the votes are counted without sealing the slots',
    file: 'functions/src/votes/counting.ts',
    find: 'const unsealed = slots.filter(({ isSealed }) => !isSealed);',
    put: 'const unsealed: typeof slots = slots.slice(slots.length);',
  },
  {
    name: 'the replaced ballot is forgotten',
    file: 'functions/src/votes/casting.ts',
    find: 'past: [...past, { id, digest, castAt, leaf: oldLeaf }]',
    put: 'past: past.slice(0, 0).concat([])',
  },
  {
    name: 'points for a report have an id of their own each time',
    file: 'functions/src/points/derived-id.ts',
    find: "const digest = createHash('sha256').update(JSON.stringify(parts)).digest();",
    put: "const digest = createHash('sha256').update(JSON.stringify(parts) + String(Math.random())).digest();",
  },
  {
    name: 'points are taken back for any rating',
    file: 'functions/src/points/from-tickets.ts',
    find: "const taken = state === 'rework' ? { taken: at } : {};",
    put: "const taken = step === 'rate' || state === 'rework' ? { taken: at } : {};",
  },
  {
    name: 'the newest line of a ticket earns nothing',
    file: 'functions/src/points/from-tickets.ts',
    find: 'if (index >= seen) deeds.push(',
    put: 'if (index > seen) deeds.push(',
  },
  {
    name: 'a book is written whatever it has become',
    file: 'functions/src/points/ledger-store.ts',
    find: "apply: (existing) => ((isNew ? existing === undefined : existing?.['seq'] === before.seq) ? bookItem : undefined),",
    put: 'apply: () => bookItem,',
  },
  {
    name: 'an entry is written over one that stands there',
    file: 'functions/src/points/ledger-store.ts',
    find: 'apply: (existing) => (existing === undefined ? entryItem : undefined),',
    put: 'apply: () => entryItem,',
  },
];
