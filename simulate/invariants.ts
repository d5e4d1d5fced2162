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

const countOf = <T>(items: readonly T[], isWanted: (item: T) => boolean): number => items.filter(isWanted).length;

const faultsOfTickets = async ({ truth }: World, claims: Claims): Promise<string[]> => {
  const faults: string[] = [];
  for (const { id, description, isHeard } of claims.reports) {
    const ticket = await truth.tickets.find(id);
    if (ticket === undefined) {
      if (isHeard) faults.push(`acknowledged report ${id} is not there`);
      continue;
    }
    if (ticket.description !== description) faults.push(`${id} says something else`);
    faults.push(...faultsOfWalk(ticket));
    const ids = ticket.events.map((event) => event.id);
    if (new Set(ids).size < ids.length) faults.push(`${id} has a line twice`);
    if (ticket.events.length > 0 && ticket.events.at(-1)?.state !== ticket.state)
      faults.push(`${id} is not where its trace ends`);
    for (const { action, step, isHeard: isStepHeard } of claims.steps.filter((each) => each.id === id)) {
      const times = countOf(ids, (each) => each === action);
      if (times > 1) faults.push(`${step} ${action} was done ${times} times`);
      if (isStepHeard && times === 0) faults.push(`acknowledged ${step} ${action} of ${id} is not there`);
    }
    if (!isFinished(ticket.state) && (!ticket.clocks.some(isRunning) || ticket.wakeAt === undefined))
      faults.push(`${id} is ${ticket.state} and no clock runs`);
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
      posted += entry.credit === personId ? entry.amount : -entry.amount;
      if (entry.previous !== previous || entry.hash !== entryHash(entry))
        faults.push(`the chain of ${personId} is broken`);
      if (entry.posted !== posted) faults.push(`a line of ${personId} says ${entry.posted} and not ${posted}`);
      previous = entry.hash;
    }
    if (book.posted !== posted || book.head !== previous)
      faults.push(`the book of ${personId} is not what its lines say`);
    const expected = await earnedBy(truth, personId, claims);
    const sumOf = (entries: typeof items) => entries.reduce((sum, { amount }) => sum + amount, 0);
    const got = sumOf(items.filter(({ undoes, cause }) => undoes === undefined && cause.kind === 'report'));
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
  const leavesOf = (name: string) =>
    slots
      .filter(({ slot }) => slot === name)
      .flatMap(({ ballot, past }) => [...past, ...(ballot === undefined ? [] : [ballot])]);
  const faults = claims.ballots.flatMap(({ slot, leaf, castAt }) => [
    ...(leavesOf(slot).filter((each) => each.leaf === leaf).length === 1
      ? []
      : [`acknowledged ballot ${leaf} is not there once`]),
    ...(castAt < stored.closesAt ? [] : [`a ballot of ${castAt} was taken after the close`]),
  ]);
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

const faultsOfNotices = async ({ truth, service }: World, { voters, handlers }: Scene): Promise<string[]> => {
  const faults: string[] = [];
  for (const { personId } of [...voters, ...handlers]) {
    const person = await truth.people.find(personId);
    const { items } = await truth.notices.list(personId, undefined);
    const messages = service.sent.filter(({ openid }) => openid === person?.openid);
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
  ...(await faultsOfVote(world, scene, claims)),
  ...(await faultsOfNotices(world, scene)),
];
