import type { MediaId, PersonId, TicketId } from '@suishoupai/shared/ids';
import { allowedOf, type Given, givenAfter, ruleAt } from '@suishoupai/shared/points/earning';
import { isRunning } from '@suishoupai/shared/tickets/clocks';
import { isFinished } from '@suishoupai/shared/tickets/states';
import { type Step, transitions } from '@suishoupai/shared/tickets/transitions';
import type { Told } from '../phone.ts';
import { countOf } from '../story.ts';
import type { World } from '../world.ts';
import { linesOf } from './books.ts';
import { inboxOf } from './notices.ts';

export type TicketClaims = {
  reports: { id: TicketId; description: string; person: PersonId; told: Told }[];
  steps: { id: TicketId; action: string; step: string; told: Told }[];
  comments: { id: TicketId; action: string; told: Told }[];
  photos: { id: MediaId; isRisky: boolean; isHeard: boolean; said: () => void }[];
};
type Ticket = NonNullable<Awaited<ReturnType<World['truth']['tickets']['find']>>>;
type Row = { from: readonly string[]; to: string };

const leads = ({ from, to }: Row, before: string, after: string): boolean =>
  from.includes(before) && (to === 'before' || (to === 'same' ? before : to) === after);

/** Every line follows from the one before by a row of the table. */
const brokenWalk = ({ id, events, state }: Ticket): string[] => {
  const broken = events.flatMap(({ step, state: after }, index) => {
    if (index === 0) return step === 'report' ? [] : [`${id} begins with ${step}`];
    const before = events[index - 1]?.state ?? '';
    const rows: readonly Row[] = step === 'report' ? [] : transitions[step].rows;
    return rows.some((row) => leads(row, before, after))
      ? []
      : [`${id}: ${before} -${step}-> ${after} is not in the table`];
  });
  if (events.at(-1)?.state !== state) broken.push(`${id} is not where its trace ends`);
  return broken;
};

const brokenSteps = ({ id, events }: Ticket, claims: TicketClaims): string[] => {
  const ids = events.map((event) => event.id);
  const broken = new Set(ids).size < ids.length ? [`${id} has a line twice`] : [];
  for (const { action, step, told } of claims.steps.filter((each) => each.id === id)) {
    const times = countOf(ids, (each) => each === action);
    if (times > 1) broken.push(`${step} ${action} was done ${times} times`);
    if (told === 'refused' && times > 0) broken.push(`refused ${step} ${action} of ${id} was done`);
    if (told === 'done' && times === 0) broken.push(`acknowledged ${step} ${action} of ${id} is not there`);
  }
  return broken;
};

/** Steps after which the reporter must have been told; the line of a ticket that moved on at once is passed over. */
const toldOf: readonly Step[] = ['resolve', 'ask', 'park', 'decline', 'merge'];

const brokenWord = async (
  { truth }: World,
  ticket: Ticket,
  { photos }: TicketClaims,
  desk: PersonId,
): Promise<string[]> => {
  const { id, events, reporterId, safety } = ticket;
  const broken: string[] = [];
  const inbox = reporterId === undefined ? [] : await inboxOf(truth, reporterId);
  for (const { step, at } of events)
    if (toldOf.some((each) => each === step) && !inbox.some((each) => each.at === at))
      broken.push(`who reported ${id} was not told of ${step}`);
  const desks = await inboxOf(truth, desk);
  const judged = new Set(events.flatMap(({ review }) => (review === undefined ? [] : [review.item])));
  for (const [item, standing] of Object.entries(safety)) {
    if (standing === 'pending' && !item.startsWith('med_')) broken.push(`words of ${id} were never checked`);
    if (standing !== 'held' || judged.has(item as MediaId)) continue;
    const line = events.find((each) => each.id === item || each.photoIds.some((photo) => photo === item));
    // WeChat says it three times; when none of them came to its end, the desk finds it in its list.
    if (line === undefined || photos.some(({ id: photo, isHeard }) => photo === item && !isHeard)) continue;
    if (!desks.some(({ kind, about, at }) => kind === 'ticketReview' && about === id && at === line.at))
      broken.push(`nobody was told that ${item} of ${id} waits to be looked at`);
  }
  return broken;
};

/** What WeChat was heard to say of each photo has reached the ticket that it was given to. */
const brokenPhotos = ({ id, events, safety }: Ticket, { photos }: TicketClaims): string[] => {
  const judged = new Set<string>(events.flatMap(({ review }) => (review === undefined ? [] : [review.item])));
  return photos
    .filter((photo) => photo.isHeard && safety[photo.id] !== undefined && !judged.has(photo.id))
    .filter((photo) => safety[photo.id] !== (photo.isRisky ? 'held' : 'pass'))
    .map((photo) => `photo ${photo.id} of ${id} is ${safety[photo.id]} and ${photo.isRisky ? 'risky' : 'fine'}`);
};

/** Each comment that was acknowledged is there and was looked at, and whoever is to hear of it has. */
const brokenComments = async ({ truth }: World, ticket: Ticket, { comments }: TicketClaims, desk: PersonId) => {
  const { id, reporterId } = ticket;
  const broken: string[] = [];
  const judged = new Set<string>(ticket.events.flatMap(({ review }) => (review === undefined ? [] : [review.item])));
  for (const { action, told } of comments.filter((each) => each.id === id)) {
    const comment = await truth.comments.find(id, action);
    if (told === 'done' && comment === undefined) broken.push(`acknowledged comment ${action} is not there`);
    if (told === 'refused' && comment !== undefined) broken.push(`refused comment ${action} is there`);
    if (comment === undefined || judged.has(action)) continue;
    if (comment.safety === 'pending') broken.push(`comment ${action} was never checked`);
    const [reader, kind] = comment.safety === 'pass' ? [reporterId, 'ticketComment'] : [desk, 'ticketReview'];
    const inbox = reader === undefined ? [] : await inboxOf(truth, reader);
    if (!inbox.some((notice) => notice.kind === kind && notice.at === comment.at))
      broken.push(`comment ${action} is ${comment.safety} and nobody was told`);
  }
  return broken;
};

/** By the traces alone: each time it was confirmed as mended, as far as the caps leave room; and each of them that was opened again. */
const earnedBy = (mine: readonly Ticket[]) => {
  const sum = { given: 0, takenBack: 0 };
  let counted: Given | undefined;
  for (const { events } of mine) {
    let last = 0;
    for (const { step, state, at } of events) {
      const rule = step === 'confirm' ? ruleAt('report', at) : undefined;
      if (rule !== undefined) {
        last = allowedOf(rule.amount, rule, counted, at);
        counted = givenAfter(last, counted, at);
        sum.given += last;
      } else if (state === 'rework' && (step === 'rate' || step === 'reopen')) {
        sum.takenBack += last;
        last = 0;
      }
    }
  }
  return sum;
};

const brokenPoints = async ({ truth }: World, tickets: readonly Ticket[], person: PersonId): Promise<string[]> => {
  const lines = await linesOf(truth, person);
  const expected = earnedBy(tickets.filter(({ reporterId }) => reporterId === person));
  const sumOf = (entries: typeof lines) => entries.reduce((sum, { amount }) => sum + amount, 0);
  const ofReports = lines.filter(({ rule }) => rule?.id === 'report');
  const got = sumOf(ofReports.filter(({ undoes }) => undoes === undefined));
  const takenBack = sumOf(ofReports.filter(({ undoes }) => undoes !== undefined));
  if (got === expected.given && takenBack === expected.takenBack) return [];
  return [`${person} got ${got} and gave back ${takenBack} points, not ${expected.given} and ${expected.takenBack}`];
};

export const brokenTickets = async (world: World, claims: TicketClaims, desk: PersonId): Promise<string[]> => {
  const { truth } = world;
  const broken: string[] = [];
  const found: Ticket[] = [];
  const due = new Set(await truth.tickets.listDue('9999-12-31T00:00:00.000Z'));
  for (const { id, description, told } of claims.reports) {
    if (told === 'refused') broken.push(`an honest report ${id} was refused`);
    const ticket = await truth.tickets.find(id);
    if (ticket === undefined) {
      if (told === 'done') broken.push(`acknowledged report ${id} is not there`);
      continue;
    }
    found.push(ticket);
    if (ticket.description !== description) broken.push(`${id} says something else`);
    broken.push(...brokenWalk(ticket), ...brokenSteps(ticket, claims), ...brokenPhotos(ticket, claims));
    broken.push(
      ...(await brokenWord(world, ticket, claims, desk)),
      ...(await brokenComments(world, ticket, claims, desk)),
    );
    const isOpen = !isFinished(ticket.state);
    const running = ticket.clocks.filter(isRunning);
    if (isOpen && running.length === 0) broken.push(`${id} is ${ticket.state} and no clock runs`);
    // A limit that reaches into a year without a published calendar has no end yet.
    const strikes = running.some(({ dueAt }) => dueAt !== undefined);
    if (isOpen && strikes && !due.has(id)) broken.push(`${id} is ${ticket.state} and no sweep looks for it`);
    const joiners = await truth.joiners.of(id);
    if (joiners.length !== ticket.joins) broken.push(`${id} says ${ticket.joins} joined, and ${joiners.length} did`);
    const into = ticket.state === 'merged' ? ticket.mergedInto?.id : undefined;
    const goesOn = into === undefined ? undefined : await truth.tickets.find(into);
    const follows = goesOn === undefined ? [] : [goesOn.reporterId, ...(await truth.joiners.of(goesOn.id))];
    if (goesOn !== undefined && goesOn.state !== 'merged' && !follows.includes(ticket.reporterId))
      broken.push(`who reported ${id} hears nothing of ${goesOn.id}, which it went into`);
  }
  for (const person of new Set(claims.reports.map(({ person: reporter }) => reporter)))
    broken.push(...(await brokenPoints(world, found, person)));
  return broken;
};
