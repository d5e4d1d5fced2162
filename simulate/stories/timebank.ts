import {
  type ActionId,
  type ExchangeId,
  type ListingId,
  newListingId,
  type PersonId,
  type TransferId,
  transferIdOf,
} from '@suishoupai/shared/ids';
import type { Exchange } from '@suishoupai/shared/timebank/contract';
import { type ExchangeStep, timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import { makeExchangeStore } from '../../functions/src/timebank/exchange-store.ts';
import { makeListingStore } from '../../functions/src/timebank/listing-store.ts';
import {
  aListingBody,
  anExchangeId,
  aTransferId,
  inXfl,
  reach,
  timebankDoors,
} from '../../functions/src/timebank/timebank.doors.ts';
import { anActionId, tail } from '../../functions/test/builders.ts';
import { community, type Person } from '../../functions/test/service.ts';
import { type Phone, type Told, toldSoFar } from '../phone.ts';
import { bookOf, linesOf } from '../promises/books.ts';
import { brokenExchange } from '../promises/exchanges.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Answered = { id: ExchangeId; person: PersonId; told: Told };
type Step = { id: string; exchange: ExchangeId; what: string; told: Told };
type ListingStep = { id: ActionId; of: ListingId; what: 'pause' | 'resume' | 'end'; told: Told };
type Moved = { id: TransferId; person: PersonId; minutes: number; told: Told };
type What = (typeof ExchangeStep)['_zod']['output']['what'];
type Content<T> = T extends unknown ? Omit<T, 'id' | 'version'> : never;

const plannedAt = '2026-11-18T02:00:00.000Z';
const elder = { name: '周奶奶', building: '3', entrance: '', room: '101' };

/** Neighbours agree on help, confirm it alike or not, call it off; hours are given to the family and to the pool, which promises them on. */
export const timebank: Story = async ({ service, dice }) => {
  const bank = await timebankDoors(service);
  const { staff, wang, li } = bank;
  const [zhao, ma] = [await service.signIn('zhao'), await service.signIn('ma', community)];
  const people = [wang, li, zhao];
  await bank.earned(li, 100);
  await bank.earned(zhao, 90);
  await bank.earned(wang, 60);
  await bank.donate(wang, 60);
  const started = 250;
  const { body: offer } = await bank.list(wang);
  const { body: invitation } = await bank.invite(li, '女儿');
  await bank.accept(zhao, invitation.code, '妈妈');
  const [kin] = await bank.kin(li);
  const answers: Answered[] = [];
  const steps: Step[] = [];
  const moves: Moved[] = [];
  const promises: { id: ListingId; told: Told }[] = [];
  const listingSteps: ListingStep[] = [];

  const answersOne = async (phone: Phone, listingId: ListingId, minutes: number): Promise<void> => {
    const answer: Answered = { id: anExchangeId(), person: phone.personId, told: 'unheard' };
    answers.push(answer);
    const body = { id: answer.id, listingId, minutes, plannedAt, ...reach };
    answer.told = toldSoFar(await phone.ask(timebankRoutes.answerListing, { body }));
  };

  const contentOf = (what: What, { minutes }: Exchange): Content<(typeof ExchangeStep)['_zod']['output']> => {
    switch (what) {
      case 'agree':
        return { what, ...reach };
      case 'confirm':
        return { what, minutes: dice.pick([minutes, minutes, minutes, 30, 0]) };
      case 'callOff':
        return { what, reason: 'ill' };
      case 'rate':
        return { what, stars: 5 };
      default:
        return { what };
    }
  };

  const mine = (): ExchangeId[] => answers.filter(({ told }) => told !== 'refused').map(({ id }) => id);

  const takesSteps = async (phone: Phone, among: readonly What[]): Promise<void> => {
    for (const exchangeId of mine()) {
      const seen = await phone.look(timebankRoutes.getExchange, { params: { exchangeId } });
      const open = among.filter((what) => seen?.may.includes(what));
      if (seen === undefined || open.length === 0) continue;
      const content = contentOf(dice.pick(open), seen);
      const step: Step = { id: anActionId(), exchange: exchangeId, what: content.what, told: 'unheard' };
      steps.push(step);
      const body = { ...content, id: step.id, version: seen.version } as (typeof ExchangeStep)['_zod']['input'];
      step.told = toldSoFar(await phone.ask(timebankRoutes.stepExchange, { params: { exchangeId }, body }));
    }
  };
  const goesOn =
    (looks: number, among: readonly What[]) =>
    async (phone: Phone): Promise<void> => {
      for (let look = 0; look < looks; look += 1) {
        await phone.pause();
        await takesSteps(phone, among);
      }
    };
  const helped: readonly What[] = ['confirm', 'confirm', 'confirm', 'rate', 'callOff', 'withdraw'];
  const helping: readonly What[] = [
    'agree',
    'agree',
    'agree',
    'confirm',
    'confirm',
    'confirm',
    'rate',
    'decline',
    'callOff',
  ];

  const isHelped = async (phone: Phone): Promise<void> => {
    await answersOne(phone, offer.id, 60);
    if (dice.chance(0.5)) await answersOne(phone, offer.id, 60);
    await goesOn(6, helped)(phone);
  };
  const stepsListing = async (phone: Phone, of: ListingId, what: ListingStep['what']): Promise<void> => {
    const step: ListingStep = { id: anActionId(), of, what, told: 'unheard' };
    listingSteps.push(step);
    const body = { id: step.id, what };
    step.told = toldSoFar(await phone.ask(timebankRoutes.stepListing, { params: { listingId: of }, body }));
  };
  const helps = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 4; looks += 1) {
      await goesOn(2, helping)(phone);
      if (dice.chance(0.3)) await stepsListing(phone, offer.id, dice.pick(['pause', 'resume', 'resume']));
    }
  };
  const givesAway = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 2; times += 1) {
      const move: Moved = {
        id: aTransferId(),
        person: phone.personId,
        minutes: dice.pick([10, 20, 50]),
        told: 'unheard',
      };
      moves.push(move);
      const { id, minutes } = move;
      const outcome =
        kin !== undefined && phone.personId === li.personId && dice.chance(0.5)
          ? await phone.ask(timebankRoutes.giveHours, { params: inXfl, body: { id, to: kin.id, minutes } })
          : await phone.ask(timebankRoutes.donateHours, { params: inXfl, body: { id, minutes } });
      move.told = toldSoFar(outcome);
    }
  };
  const promised = async (phone: Phone): Promise<void> => {
    const body = { ...aListingBody({ minutes: 40 }), id: newListingId('xfl', tail()), kind: 'request' as const, elder };
    const promise: (typeof promises)[number] = { id: body.id, told: 'unheard' };
    promises.push(promise);
    promise.told = toldSoFar(await phone.ask(timebankStaffRoutes.promiseHours, { body }));
  };
  const mediates = async (phone: Phone): Promise<void> => {
    await promised(phone);
    for (let looks = 0; looks < 6; looks += 1) {
      await phone.pause();
      const kept = promises.find(({ told }) => told === 'done');
      if (kept !== undefined && dice.chance(0.1)) await stepsListing(phone, kept.id, 'end');
      for (const { id: exchangeId } of answers) {
        const params = { exchangeId };
        const seen = await phone.look(timebankRoutes.getExchange, { params });
        if (seen === undefined) continue;
        const ours = (['agree', 'confirm'] as const).find((what) => seen.may.includes(what));
        const what = seen.may.includes('mediate') ? 'mediate' : ours;
        if (what === undefined || (what === 'agree' && dice.chance(0.6))) continue;
        const step: Step = { id: anActionId(), exchange: exchangeId, what, told: 'unheard' };
        steps.push(step);
        const known = { id: step.id as `act_${string}`, version: seen.version };
        const minutes = dice.pick([0, 30, 40]);
        step.told = toldSoFar(
          what === 'mediate'
            ? await phone.ask(timebankStaffRoutes.mediateExchange, {
                params,
                body: { ...known, minutes: Math.min(minutes, seen.minutes), reason: '问过双方，按时间算' },
              })
            : await phone.ask(timebankStaffRoutes.stepPromised, {
                params,
                body: { ...contentOf(what, seen), ...known } as (typeof ExchangeStep)['_zod']['input'],
              }),
        );
      }
    }
  };
  const helpsPromised = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 4; looks += 1) {
      await phone.pause();
      const open = promises.find(({ told }) => told === 'done');
      if (open !== undefined) await answersOne(phone, open.id, 40);
    }
    await goesOn(3, helped)(phone);
  };

  const at = (person: Person, name: string, plays: (phone: Phone) => Promise<void>) => ({ person, name, plays });
  const parts = [
    at(li, 'helped', isHelped),
    at(zhao, 'also helped', isHelped),
    at(wang, 'helper', helps),
    at(li, 'second phone of helped', givesAway),
    at(staff, 'mediator', mediates),
    at(ma, 'second mediator', mediates),
    ...(dice.chance(0.5) ? [at(zhao, 'giver', givesAway)] : []),
    at(wang, 'second phone of helper', helpsPromised),
    at(zhao, 'another who helps', helpsPromised),
  ];

  const broken = async ({ truth }: World): Promise<string[]> => {
    const wrong: string[] = [];
    const exchanges = makeExchangeStore(truth.timebank);
    const due = new Set(await exchanges.due('9999-12-31T00:00:00.000Z'));
    const held = new Map<PersonId, number>();
    const taken = new Map<ListingId, number>();
    for (const { id, told } of answers) {
      const exchange = await exchanges.find(id);
      if (told !== 'unheard' && (told === 'done') !== (exchange !== undefined)) wrong.push(`answer ${id} was ${told}`);
      if (exchange === undefined) continue;
      const { lines, state, confirmed, giver, receiver, fundedBy, minutes, listingId } = exchange;
      for (const step of steps.filter((each) => each.exchange === id)) {
        const times = countOf(lines, (line) => line.id === step.id);
        if (times > 1 || (step.told === 'done' && times === 0) || (step.told === 'refused' && times > 0))
          wrong.push(`${step.what} ${step.id} of ${id} was ${step.told} and stands ${times} times`);
      }
      wrong.push(...brokenExchange(exchange));
      if ((state === 'answered' || state === 'agreed') && !due.has(id))
        wrong.push(`${id} is ${state} and no clock runs`);
      const isHeld = (state === 'agreed' || state === 'disputed') && fundedBy === 'person';
      const payer = receiver?.personId;
      if (isHeld && payer !== undefined) held.set(payer, (held.get(payer) ?? 0) + minutes);
      if (fundedBy === 'pool' && ['agreed', 'disputed', 'settled'].includes(state))
        taken.set(listingId, (taken.get(listingId) ?? 0) + 1);
      if (giver?.personId === undefined) continue;
      const paid = (await linesOf(truth, giver.personId, 'minutes')).filter((line) => line.id === transferIdOf(id));
      const settled = state === 'settled' ? exchange.settledMinutes : undefined;
      if (paid.length !== (settled === undefined ? 0 : 1) || (settled !== undefined && paid[0]?.amount !== settled))
        wrong.push(`${id} is ${state} with ${JSON.stringify(confirmed)} and was paid ${paid.length} times`);
    }
    for (const [listingId, times] of taken)
      if (times > 1) wrong.push(`the promise ${listingId} was used ${times} times`);
    const { donated, used, promised: kept } = (await bank.pool()).pool;
    let owned = donated - used;
    for (const { personId } of people) {
      const book = await bookOf(truth, personId, 'minutes');
      owned += book.posted;
      if (book.reserved !== (held.get(personId) ?? 0))
        wrong.push(`${personId} holds ${book.reserved} minutes for exchanges of ${held.get(personId) ?? 0}`);
      const lines = await linesOf(truth, personId, 'minutes');
      for (const move of moves.filter(({ person }) => person === personId)) {
        const times = countOf(lines, ({ id, debit }) => id === move.id && debit === personId);
        if (times > 1 || (move.told === 'done' && times === 0) || (move.told === 'refused' && times > 0))
          wrong.push(`gift ${move.id} was ${move.told} and stands ${times} times`);
      }
    }
    if (owned !== started) wrong.push(`of ${started} minutes ${owned} are left`);
    const listings = makeListingStore(truth.timebank);
    let open = 0;
    for (const { id, told } of promises) {
      const listing = await listings.find(id);
      if (told !== 'unheard' && (told === 'done') !== (listing !== undefined)) wrong.push(`promise ${id} was ${told}`);
      if (listing !== undefined && listing.state !== 'ended') open += listing.minutes;
    }
    for (const { id, of, what, told } of listingSteps) {
      const times = countOf((await listings.find(of))?.lines ?? [], (line) => line.id === id);
      if (times > 1 || (told === 'done' && times === 0) || (told === 'refused' && times > 0))
        wrong.push(`${what} ${id} of ${of} was ${told} and stands ${times} times`);
    }
    if (kept !== open) wrong.push(`the pool has promised ${kept} minutes, and its listings ${open}`);
    return wrong;
  };
  return { parts, broken };
};
