import type { PersonId } from '@suishoupai/shared/ids';
import { allowedOf, type Given, givenAfter, ruleAt } from '@suishoupai/shared/points/earning';
import { isRunning } from '@suishoupai/shared/tickets/clocks';
import { isFinished } from '@suishoupai/shared/tickets/states';
import { transitions } from '@suishoupai/shared/tickets/transitions';
import { entryHash, firstHead } from '../functions/src/points/record.ts';
import { packOf, publish, theVote } from '../functions/src/votes/votes.builder.ts';
import { verifyFile } from '../verify/suishoupai-verify.mjs';
import type { Claims, Scene } from './scene.ts';
import type { World } from './world.ts';

type Ticket = NonNullable<Awaited<ReturnType<World['truth']['tickets']['find']>>>;
type Row = { from: readonly string[]; to: string };

const leads = ({ from, to }: Row, before: string, after: string): boolean =>
  from.includes(before) && (to === 'before' || (to === 'same' ? before : to) === after);

/** Every line follows from the one before by a row of the table. */
const faultsOfWalk = ({ id, events }: Ticket): string[] =>
  events.flatMap(({ step, state }, index) => {
    if (index === 0) return step === 'report' ? [] : [`${id} begins with ${step}`];
    const before = events[index - 1]?.state ?? '';
    const rows: readonly Row[] = step === 'report' ? [] : transitions[step].rows;
    return rows.some((row) => leads(row, before, state))
      ? []
      : [`${id}: ${before} -${step}-> ${state} is not in the table`];
  });

const inboxOf = async (truth: World['truth'], personId: PersonId) => {
  const all: Awaited<ReturnType<typeof truth.notices.list>>['items'] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await truth.notices.list(personId, cursor);
    all.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return all;
};

const countOf = <T>(items: readonly T[], isWanted: (item: T) => boolean): number => items.filter(isWanted).length;

const faultsOfTickets = async ({ truth }: World, claims: Claims): Promise<string[]> => {
  const faults: string[] = [];
  const due = new Set(await truth.tickets.listDue('9999-12-31T00:00:00.000Z'));
  for (const { id, description, told, person } of claims.reports) {
    if (told === 'refused') faults.push(`an honest report ${id} was refused`);
    const ticket = await truth.tickets.find(id);
    if (ticket === undefined) {
      if (told === 'done') faults.push(`acknowledged report ${id} is not there`);
      continue;
    }
    if (ticket.description !== description) faults.push(`${id} says something else`);
    faults.push(...faultsOfWalk(ticket));
    const ids = ticket.events.map((event) => event.id);
    if (new Set(ids).size < ids.length) faults.push(`${id} has a line twice`);
    if (ticket.events.length > 0 && ticket.events.at(-1)?.state !== ticket.state)
      faults.push(`${id} is not where its trace ends`);
    for (const { action, step, told: toldOfStep } of claims.steps.filter((each) => each.id === id)) {
      const times = countOf(ids, (each) => each === action);
      if (times > 1) faults.push(`${step} ${action} was done ${times} times`);
      if (toldOfStep === 'refused' && times > 0) faults.push(`refused ${step} ${action} of ${id} was done`);
      if (toldOfStep === 'done' && times === 0) faults.push(`acknowledged ${step} ${action} of ${id} is not there`);
    }
    if (!isFinished(ticket.state) && (!ticket.clocks.some(isRunning) || ticket.wakeAt === undefined))
      faults.push(`${id} is ${ticket.state} and no clock runs`);
    if (!isFinished(ticket.state) && !due.has(id)) faults.push(`${id} is ${ticket.state} and no sweep looks for it`);
    const unchecked = Object.entries(ticket.safety).filter(
      ([of, safety]) => !of.startsWith('med_') && safety === 'pending',
    );
    if (unchecked.length > 0) faults.push(`words of ${id} were never checked`);
    const toldAt = new Set((await inboxOf(truth, person)).map(({ at }) => at));
    for (const { step, at } of ticket.events)
      if (step === 'resolve' && !toldAt.has(at)) faults.push(`who reported ${id} was not told that it was resolved`);
    const { length: joiners } = await truth.joiners.of(id);
    if (joiners !== ticket.joins) faults.push(`${id} says ${ticket.joins} joined, and ${joiners} did`);
  }
  return faults;
};

/** What those got who were told it was mended: each closing once, as far as the caps leave room. */
const faultsOfPoints = async ({ truth }: World, { voters, vote }: Scene, claims: Claims): Promise<string[]> => {
  const faults: string[] = [];
  const { opened } = (await truth.votes.find(vote.id)) ?? {};
  const slots = opened === undefined ? [] : await truth.ballots.slots({ voteId: vote.id, roll: opened.roll }, true);
  const voted = new Set(slots.map(({ ballot }) => ballot?.personId));
  for (const { personId } of voters) {
    const key = { communityId: 'xfl', unit: 'points', personId } as const;
    const book = await truth.ledger.book(key);
    const { items } = await truth.ledger.list(key);
    let previous = firstHead;
    let posted = 0;
    for (const entry of items.toSorted((a, b) => a.seq - b.seq)) {
      const isMoved = entry.phase === 'single' || entry.phase === 'post';
      if (isMoved) posted += entry.credit === personId ? entry.amount : -entry.amount;
      if (entry.previous !== previous || entry.hash !== entryHash(entry))
        faults.push(`the chain of ${personId} is broken`);
      if (entry.posted !== posted) faults.push(`a line of ${personId} says ${entry.posted} and not ${posted}`);
      previous = entry.hash;
    }
    if (book.posted !== posted || book.head !== previous)
      faults.push(`the book of ${personId} is not what its lines say`);
    const expected = await earnedBy(truth, personId, claims);
    const sumOf = (entries: typeof items) => entries.reduce((sum, { amount }) => sum + amount, 0);
    const got = sumOf(items.filter(({ undoes, rule }) => undoes === undefined && rule?.id === 'report'));
    const takenBack = sumOf(items.filter(({ undoes }) => undoes !== undefined));
    const forVotes = countOf(items, ({ cause }) => cause.kind === 'vote');
    if (forVotes !== (voted.has(personId) ? 1 : 0))
      faults.push(`${personId} got points for the vote ${forVotes} times`);
    if (got !== expected.given || takenBack !== expected.takenBack)
      faults.push(
        `${personId} got ${got} and gave back ${takenBack} points, not ${expected.given} and ${expected.takenBack}`,
      );
  }
  return faults;
};

/** By the traces alone: each time it was confirmed as mended, as far as the caps leave room; and each of them that was opened again. */
const earnedBy = async (truth: World['truth'], personId: PersonId, claims: Claims) => {
  const sum = { given: 0, takenBack: 0 };
  let counted: Given | undefined;
  for (const { id, person } of claims.reports) {
    if (person !== personId) continue;
    let last = 0;
    for (const { step, state, at } of (await truth.tickets.find(id))?.events ?? []) {
      const rule = step === 'confirm' ? ruleAt('report', at) : undefined;
      if (rule !== undefined) {
        last = allowedOf(rule.amount, rule, counted, at);
        counted = givenAfter(last, counted, at);
        sum.given += last;
      } else if (state === 'rework' && step === 'rate') {
        sum.takenBack += last;
        last = 0;
      }
    }
  }
  return sum;
};

const faultsOfVote = async ({ truth }: World, { vote, hall }: Scene, claims: Claims): Promise<string[]> => {
  const stored = await truth.votes.find(vote.id);
  if (stored?.opened === undefined) return ['the vote is gone'];
  const slots = await truth.ballots.slots({ voteId: vote.id, roll: stored.opened.roll }, true);
  const ballotsOf = (name: string) =>
    slots
      .filter(({ slot }) => slot === name)
      .flatMap(({ ballot, past }) => [...past, ...(ballot === undefined ? [] : [ballot])]);
  const faults = claims.ballots.flatMap(({ action, slot, person, told, leaf, isNext }) => {
    const mine = ballotsOf(slot).filter(({ id }) => id === action);
    const owner = slots.find((each) => each.slot === slot)?.ballot?.personId;
    return [
      mine.length > 1 && `ballot ${action} was taken ${mine.length} times`,
      told === 'refused' && mine.length > 0 && `refused ballot ${action} was taken`,
      told === 'done' && mine[0]?.leaf !== leaf && `acknowledged ballot ${leaf} is not there`,
      told === 'done' && isNext !== true && `ballot ${action} replaced one that its voter had not seen`,
      told === 'done' && owner !== person && `the ballot of ${person} was replaced by another elector's`,
    ].filter((fault) => fault !== false);
  });
  for (const { castAt } of slots.flatMap(({ slot }) => ballotsOf(slot)))
    if (castAt >= stored.closesAt) faults.push(`a ballot of ${castAt} was taken after the close`);
  if (stored.state !== 'counted') return [...faults, `the vote is ${stored.state} and not counted`];
  const { status, error } = await publish(hall, vote.id);
  if (status !== 200) return [...faults, `the result cannot be published: ${error.code}`];
  verifyFile(Buffer.from(await packOf(hall, vote.id)), {}, (words, isRight) => {
    if (isRight === false) faults.push(`the verifier: ${words}`);
  });
  const cast = slots.filter(({ ballot }) => ballot !== undefined).length;
  const { result } = await theVote(hall, vote.id);
  if (result?.participating.heads !== cast) faults.push(`${cast} cast and ${result?.participating.heads} were counted`);
  return faults;
};

/** What was granted is what people hold, and what they were told. */
const faultsOfOrders = async ({ truth }: World, { reward, voters }: Scene, claims: Claims): Promise<string[]> => {
  const faults: string[] = [];
  const holding = new Map<PersonId, number>(voters.map(({ personId }) => [personId, 0]));
  let granted = 0;
  for (const { id, person, told } of claims.orders) {
    const placed = await truth.orders.find(person, id);
    if (told === 'done' && placed === undefined) faults.push(`acknowledged order ${id} is not there`);
    if (told === 'refused' && placed !== undefined) faults.push(`refused order ${id} is there`);
    if (placed?.card.state !== 'open') continue;
    granted += placed.card.count;
    holding.set(person, (holding.get(person) ?? 0) + placed.card.price);
  }
  const stock = await truth.rewards.stock(reward);
  if (stock === undefined) return [...faults, 'the reward is gone'];
  if (stock.left < 0 || stock.granted !== granted || stock.granted + stock.left !== stock.initial)
    faults.push(`of ${stock.initial} pieces ${stock.granted} are granted, ${granted} ordered and ${stock.left} left`);
  for (const [personId, held] of holding) {
    const { reserved } = await truth.ledger.book({ communityId: 'xfl', unit: 'points', personId });
    if (reserved !== held) faults.push(`${personId} holds ${held} points for orders and the book says ${reserved}`);
  }
  return faults;
};

const faultsOfNotices = async ({ truth, messages: sent }: World, { voters, handlers }: Scene): Promise<string[]> => {
  const faults: string[] = [];
  for (const { personId } of [...voters, ...handlers]) {
    const person = await truth.people.find(personId);
    const items = await inboxOf(truth, personId);
    const messages = sent.filter((message) => message.includes(`"openid":"${person?.openid}"`));
    for (const message of new Set(messages)) {
      const { page, data } = JSON.parse(message) as { page: string; data: Record<string, { value: string }> };
      const isOf = ({ about, title }: (typeof items)[number]) =>
        page.endsWith(about) && Array.from(title).slice(0, 20).join('') === data['thing4']?.value;
      const times = countOf(messages, (each) => each === message);
      if (times > countOf(items, isOf)) faults.push(`${personId} got a message ${times} times`);
    }
    if (messages.length > items.length)
      faults.push(`${personId} got ${messages.length} messages for ${items.length} notices`);
    const seen = items.map(({ kind, about, at, text }) => JSON.stringify([kind, about, at, text]));
    if (new Set(seen).size < seen.length) faults.push(`${personId} was told the same thing twice`);
  }
  return faults;
};

/** All that is wrong when everything has come to rest; empty when nothing is. */
export const faultsIn = async (world: World, scene: Scene, claims: Claims): Promise<string[]> => [
  ...(await faultsOfTickets(world, claims)),
  ...(await faultsOfPoints(world, scene, claims)),
  ...(await faultsOfOrders(world, scene, claims)),
  ...(await faultsOfVote(world, scene, claims)),
  ...(await faultsOfNotices(world, scene)),
];
