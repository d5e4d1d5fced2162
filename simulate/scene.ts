import type { MediaId, TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { aHall, anOpenVote, closesAt } from '../functions/src/votes/votes.builder.ts';
import { anActionId, aTicketId, inside, lampCode } from '../functions/test/builders.ts';
import { type Person, type Service, wuye, wuyeB } from '../functions/test/service.ts';
import type { Dice } from './dice.ts';
import type { Phone } from './phone.ts';

/** What somebody was told had been done. Whatever is here must be there in the end. */
export type Claims = {
  reports: { id: TicketId; description: string; person: Person['personId']; isHeard: boolean }[];
  steps: { id: TicketId; action: string; step: string; isHeard: boolean }[];
  ballots: { slot: string; leaf: string; seq: number; castAt: string }[];
};

/** Photos that each has taken before it begins; one can be given to one ticket only. */
const photosEach = 12;

/** The people, and a vote that is about to close. */
export const setScene = async (service: Service) => {
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
  await service.moveTo(new Date(Date.parse(closesAt) - 90_000).toISOString());
  return { hall, voters, handlers, vote, photoOf };
};
export type Scene = Awaited<ReturnType<typeof setScene>>;

type Play = { dice: Dice; scene: Scene; claims: Claims };

const heard = (outcome: { status: number } | 'unheard') => outcome !== 'unheard' && outcome.status === 200;

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
  const claim = { id: ticket.id, action: anActionId(), step, isHeard: false };
  claims.steps.push(claim);
  const params = { ticketId: ticket.id };
  const body = { id: claim.action, version: ticket.version };
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
  claim.isHeard = heard(await ask());
  return true;
};

/** Reports something. */
export const reports = async (phone: Phone, play: Play): Promise<void> => {
  const { dice, scene, claims } = play;
  const id = aTicketId();
  const description = `3 栋门前路灯不亮，第 ${dice.below(1000)} 次看见`;
  const report = { id, description, person: phone.personId, isHeard: false };
  claims.reports.push(report);
  const place = { point: inside, label: '3 栋东门' };
  const photoIds = [scene.photoOf(report.person, 0)];
  const outcome = await phone.ask(ticketRoutes.reportTicket, {
    body: { id, categoryCode: lampCode, description, place, photoIds },
  });
  report.isHeard = heard(outcome);
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
    const cast = await phone.ask(voteRoutes.castBallot, {
      params,
      body: mine.isShared ? { ...body, isAgreed: true as const } : body,
    });
    if (cast !== 'unheard' && cast.status === 200) {
      claims.ballots.push({ slot: mine.slot, leaf: cast.body.leaf, seq: body.replaces + 1, castAt: cast.body.castAt });
    }
  }
};
