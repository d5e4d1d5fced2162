import type { MediaId, OrderId, TicketId } from '@suishoupai/shared/ids';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { anOrderId, makeShop } from '../functions/src/rewards/rewards.builder.ts';
import { aHall, anOpenVote, closesAt } from '../functions/src/votes/votes.builder.ts';
import { anActionId, aTicketId, inside, lampCode } from '../functions/test/builders.ts';
import { type Person, type Service, wuye, wuyeB } from '../functions/test/service.ts';
import type { Dice } from './dice.ts';
import type { Phone } from './phone.ts';

/** What a phone was told of what it asked for: done, or refused; or it never heard. */
type Told = 'done' | 'refused' | 'unheard';
type PersonId = Person['personId'];

/** Everything that somebody asked for. What they were told was done must be there in the end, once; what was refused must not. */
export type Claims = {
  reports: { id: TicketId; description: string; person: PersonId; told: Told }[];
  steps: { id: TicketId; action: string; step: string; told: Told }[];
  orders: { id: OrderId; person: PersonId; told: Told }[];
  ballots: { action: string; slot: string; person: PersonId; told: Told; leaf?: string; isNext?: boolean }[];
};

/** Photos that each has taken before it begins; one can be given to one ticket only. */
const photosEach = 12;

/** What a reward costs, and how many there are: some people get none. */
const price = 20;
const stock = 6;

/** The people, and a vote that is about to close. */
export const setScene = async (service: Service, dice: Dice) => {
  const hall = await aHall(service);
  const voters = [
    await hall.owner('wang', '1-1-101'),
    await hall.owner('li', '1-1-201'),
    await hall.owner('zhao', '1-1-201'),
    await hall.owner('chen', '2-1-101'),
    await hall.owner('zhou', '2-1-102'),
  ];
  const handlers = [await service.signIn('zhang', wuye), await service.signIn('qian', wuyeB)];
  const vote = await anOpenVote(hall, { takesPaper: false });
  const photos = new Map<string, Awaited<ReturnType<Service['cleanPhoto']>>[]>();
  for (const person of [...voters, ...handlers]) {
    const taken = Array.from({ length: photosEach }, () => service.cleanPhoto(person.personId));
    photos.set(person.personId, await Promise.all(taken));
  }
  const photoOf = (person: Person['personId'], nth: number): MediaId => {
    const photo = photos.get(person)?.[nth];
    if (photo === undefined) throw new RangeError('no such photo');
    return photo;
  };
  const shop = await makeShop(service);
  for (const person of voters) await shop.give(person, 3 * price);
  const reward = await shop.shelved({ price }, stock);
  for (const { token } of [...voters, ...handlers]) {
    for (let times = 0; times < 6; times += 1) {
      const body = { id: anActionId(), accepted: ['ticketProgress' as const, 'ticketWaiting' as const] };
      await service.call(peopleRoutes.addSubscriptions, { token, body });
    }
  }
  await service.moveTo(new Date(Date.parse(closesAt) - 1000 * dice.below(60)).toISOString());
  return { hall, voters, handlers, vote, reward, photoOf };
};
export type Scene = Awaited<ReturnType<typeof setScene>>;

type Play = { dice: Dice; scene: Scene; claims: Claims };

const toldBy = (outcome: { status: number } | 'unheard'): Told =>
  outcome === 'unheard' ? outcome : outcome.status === 200 ? 'done' : 'refused';

/** Takes one of some steps that are open to this phone now. False when none is. */
const takesOne = async (
  phone: Phone,
  ticket: TicketView,
  steps: readonly ('accept' | 'progress' | 'resolve' | 'confirm' | 'rework' | 'rate')[],
  { dice, claims }: Play,
  photoIds: MediaId[],
): Promise<boolean> => {
  const open = steps.filter((each) => ticket.can.includes(each));
  if (open.length === 0) return false;
  const step = dice.pick(open);
  const action = anActionId();
  const claim: Claims['steps'][number] = { id: ticket.id, action, step, told: 'unheard' };
  claims.steps.push(claim);
  const params = { ticketId: ticket.id };
  const body = { id: action, version: ticket.version };
  const note = '已更换灯头';
  const ask = () => {
    switch (step) {
      case 'rate':
        return phone.ask(stepRoutes.rate, { params, body: { ...body, stars: dice.pick([1, 4, 5]) } });
      case 'resolve':
        return phone.ask(stepRoutes.resolve, { params, body: { ...body, note, photoIds } });
      case 'progress':
      case 'rework':
        return phone.ask(stepRoutes[step], { params, body: { ...body, note } });
      case 'accept':
      case 'confirm':
        return phone.ask(stepRoutes[step], { params, body });
      default:
        return step satisfies never;
    }
  };
  claim.told = toldBy(await ask());
  return true;
};

/** Reports something. */
export const reports = async (phone: Phone, play: Play): Promise<void> => {
  const { dice, scene, claims } = play;
  const id = aTicketId();
  const description = `3 栋门前路灯不亮，第 ${dice.below(1000)} 次看见`;
  const report: Claims['reports'][number] = { id, description, person: phone.personId, told: 'unheard' };
  claims.reports.push(report);
  const place = { point: inside, label: '3 栋东门' };
  const photoIds = [scene.photoOf(report.person, 0)];
  const outcome = await phone.ask(ticketRoutes.reportTicket, {
    body: { id, categoryCode: lampCode, description, place, photoIds },
  });
  report.told = toldBy(outcome);
  await checks(phone, play);
};

/** Looks how the own report goes on, on one of perhaps two phones: says whether it was mended, and gives stars. */
export const checks = async (phone: Phone, play: Play): Promise<void> => {
  for (let looks = 0; looks < 20; looks += 1) {
    await phone.pause();
    const mine = play.claims.reports.find(({ person }) => person === phone.personId);
    const ticket = mine && (await phone.look(ticketRoutes.getTicket, { params: { ticketId: mine.id } }));
    if (ticket !== undefined) await takesOne(phone, ticket, ['confirm', 'rework', 'rate'], play, []);
  }
};

/** Joins what a neighbour reported, takes it back, joins again. */
export const joins = async (phone: Phone, { dice, claims }: Play): Promise<void> => {
  for (let looks = 0; looks < 10; looks += 1) {
    await phone.pause();
    const [other] = claims.reports.filter(({ person }) => person !== phone.personId);
    if (other === undefined) continue;
    await phone.ask(ticketRoutes.joinTicket, { params: { ticketId: other.id }, body: { id: anActionId() } });
    if (dice.chance(0.3))
      await phone.ask(ticketRoutes.leaveTicket, { params: { ticketId: other.id }, body: { id: anActionId() } });
  }
};

/** Works off what lies on the desk; two do at once. */
export const handles = async (phone: Phone, play: Play): Promise<void> => {
  const { scene, claims } = play;
  let photo = 0;
  for (let looks = 0; looks < 20; looks += 1) {
    await phone.pause();
    for (const { id } of claims.reports) {
      const ticket = await phone.look(ticketRoutes.getTicket, { params: { ticketId: id } });
      if (ticket === undefined) continue;
      const photoIds = [scene.photoOf(phone.personId, photo)];
      if (await takesOne(phone, ticket, ['accept', 'progress', 'resolve'], play, photoIds))
        photo = (photo + 1) % photosEach;
    }
  }
};

/** Votes, and changes the ballot now and then, on one of perhaps two phones. */
export const votes = async (phone: Phone, { dice, scene, claims }: Play): Promise<void> => {
  const params = { voteId: scene.vote.id as Vote['id'] };
  for (let times = 0; times < 2; times += 1) {
    const vote = await phone.look(voteRoutes.getVote, { params });
    const mine = vote?.mine[0];
    if (vote?.state !== 'open' || mine === undefined) continue;
    const choice = { option: dice.pick(['approve', 'against']) };
    const body = { id: anActionId(), slot: mine.slot, choice, replaces: mine.ballot?.seq ?? 0 };
    const claim: Claims['ballots'][number] = {
      action: body.id,
      slot: mine.slot,
      person: phone.personId,
      told: 'unheard',
    };
    claims.ballots.push(claim);
    const cast = await phone.ask(voteRoutes.castBallot, {
      params,
      body: mine.isShared ? { ...body, isAgreed: true as const } : body,
    });
    claim.told = toldBy(cast);
    if (cast === 'unheard' || cast.status !== 200) continue;
    claim.leaf = cast.body.leaf;
    claim.isNext = cast.body.seq === body.replaces + 1;
  }
};

/** Wants a reward that not everybody can have, and gives it back now and then. */
export const redeems = async (phone: Phone, { dice, scene, claims }: Play): Promise<void> => {
  for (let times = 0; times < 2; times += 1) {
    const id = anOrderId();
    const claim: Claims['orders'][number] = { id, person: phone.personId, told: 'unheard' };
    claims.orders.push(claim);
    const body = { id, version: 1, count: 1, points: price };
    claim.told = toldBy(await phone.ask(rewardRoutes.redeemReward, { params: { rewardId: scene.reward }, body }));
    if (claim.told === 'done' && dice.chance(0.3))
      await phone.ask(rewardRoutes.cancelOrder, { params: { orderId: id }, body: { id: anActionId() } });
  }
};
