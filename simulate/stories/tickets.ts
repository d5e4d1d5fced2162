import { commentRoutes } from '@suishoupai/shared/comments/contract';
import type { RouteInput } from '@suishoupai/shared/contract/route';
import type { MediaId, PersonId, TicketId } from '@suishoupai/shared/ids';
import { moderationRoutes } from '@suishoupai/shared/moderation/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { anActionId, aTicketId, inside, lampCode } from '../../functions/test/builders.ts';
import { chengguan, community, coordinator, type Person, wuye, wuyeB } from '../../functions/test/service.ts';
import { type Phone, toldBy, toldSoFar } from '../phone.ts';
import { brokenTickets, type TicketClaims } from '../promises/tickets.ts';
import type { Story } from '../story.ts';

type StepInput = RouteInput<(typeof stepRoutes)[PersonStep]>;
/** Photos that each has taken before it begins; one can be given to one ticket only. */
const photosEach = 6;

const supporting = [{ departmentId: 'dep_chengguan', task: '劝离占道的摊贩' }];
/** What each role does when it may, the likelier the more often it stands here. */
const ofResidents: readonly PersonStep[] = [
  'confirm',
  'confirm',
  'rework',
  'rate',
  'rate',
  'reopen',
  'answer',
  'withdraw',
];
const ofHandlers: readonly PersonStep[] = [
  'accept',
  'accept',
  'resolve',
  'resolve',
  'progress',
  'ask',
  'return',
  'handOver',
  'askExtension',
  'askExtension',
];
const ofHelpers: readonly PersonStep[] = ['reply'];
const ofStreet: readonly PersonStep[] = [
  'joint',
  'excuse',
  'dispatch',
  'park',
  'unpark',
  'merge',
  'merge',
  'merge',
  'unmerge',
  'remark',
  'grantExtension',
  'refuseExtension',
];

/** Things are reported, worked off by two at one desk and helpers, judged, joined and merged, with words and photos that wait to be looked at. */
export const tickets: Story = async ({ service, dice, verdict }) => {
  const signIn = (name: string) => service.signIn(name);
  const reporters = [await signIn('li'), await signIn('wang')];
  const joiner = await signIn('zhao');
  const desk = [await service.signIn('zhang', wuye), await service.signIn('qian', wuyeB)];
  const helper = await service.signIn('cheng', chengguan);
  const liu = await service.signIn('liu', community);
  const sun = await service.signIn('sun', coordinator);
  const claims: TicketClaims = { reports: [], steps: [], photos: [], comments: [] };

  const photos = new Map<PersonId, MediaId[]>();
  for (const { personId } of [...reporters, ...desk]) {
    const taken: MediaId[] = [];
    for (let nth = 0; nth < photosEach; nth += 1) {
      const id = await service.cleanPhoto(personId);
      const isRisky = dice.chance(0.2);
      const traceId = `trace-${id}`;
      await service.stores.media.awaitVerdict(traceId, { ownerId: personId, id }, service.now());
      const photo: TicketClaims['photos'][number] = { id, isRisky, isHeard: false, said: () => {} };
      photo.said = () =>
        verdict(traceId, isRisky ? 'risky' : 'pass', () => {
          photo.isHeard = true;
        });
      claims.photos.push(photo);
      taken.push(id);
    }
    photos.set(personId, taken);
  }
  const nextPhoto = (personId: PersonId): MediaId[] => {
    const mine = photos.get(personId) ?? [];
    const [id = ''] = mine.splice(0, 1);
    if (mine.length === 0 && id !== '') mine.push(id as MediaId);
    return [id as MediaId];
  };
  for (const { token } of [...reporters, ...desk, liu]) {
    for (let times = 0; times < 3; times += 1) {
      const body = { id: anActionId(), accepted: ['ticketProgress' as const, 'ticketWaiting' as const] };
      await service.call(peopleRoutes.addSubscriptions, { token, body });
    }
  }

  const contentOf = (step: PersonStep, ticket: TicketView, by: PersonId): object => {
    const note = dice.chance(0.1) ? '待审的话' : '东门左手第一盏';
    switch (step) {
      case 'accept':
      case 'confirm':
      case 'unpark':
      case 'withdraw':
        return {};
      case 'rate':
        return { stars: dice.pick([1, 2, 4, 5]) };
      case 'resolve':
        return { note, photoIds: nextPhoto(by) };
      case 'return':
        return { note, categoryCode: 'E0102' };
      case 'askExtension':
        return { note, limit: { unit: 'workDay', amount: 2 } };
      case 'joint':
        return { departmentId: 'dep_wuye', supporting };
      case 'excuse':
        return { note, departmentId: 'dep_chengguan' };
      case 'dispatch':
        return { departmentId: 'dep_wuye' };
      case 'park':
        return { note, day: '2026-12-01' };
      case 'merge':
        return { ticketId: claims.reports.find(({ id }) => id !== ticket.id)?.id };
      case 'handOver':
        return { personId: desk.find(({ personId }) => personId !== by)?.personId };
      default:
        return { note };
    }
  };

  /** Takes one of the steps that are open to this phone now. */
  const takesOne = async (phone: Phone, id: TicketId, among: readonly PersonStep[]): Promise<void> => {
    const params = { ticketId: id };
    const ticket = await phone.look(ticketRoutes.getTicket, { params });
    const open = ticket === undefined ? [] : among.filter((each) => ticket.can.includes(each));
    if (ticket === undefined || open.length === 0) return;
    const step = dice.pick(open);
    const body = { id: anActionId(), version: ticket.version, ...contentOf(step, ticket, phone.personId) };
    const claim: TicketClaims['steps'][number] = { id, action: body.id, step, told: 'unheard' };
    claims.steps.push(claim);
    const outcome = await phone.ask(stepRoutes[step], { params, body } as StepInput);
    // Who has joined may leave: of all steps this one alone looks at more than the trace.
    claim.told = step === 'withdraw' ? toldSoFar(outcome) : toldBy(outcome);
  };

  const reports = async (phone: Phone): Promise<void> => {
    const id = aTicketId();
    const words = dice.chance(0.15) ? '待审的话' : '3 栋门前路灯不亮';
    const description = `${words}，第 ${dice.below(1000)} 次看见`;
    const report: TicketClaims['reports'][number] = { id, description, person: phone.personId, told: 'unheard' };
    claims.reports.push(report);
    const photoIds = nextPhoto(phone.personId);
    const body = { id, categoryCode: lampCode, description, place: { point: inside, label: '3 栋东门' }, photoIds };
    report.told = toldBy(await phone.ask(ticketRoutes.reportTicket, { body }));
    await looksAfter(8, ofResidents)(phone);
  };

  const looksAfter =
    (looks: number, among: readonly PersonStep[], isOwn = true) =>
    async (phone: Phone): Promise<void> => {
      for (let look = 0; look < looks; look += 1) {
        await phone.pause();
        for (const { id, person } of claims.reports)
          if (!isOwn || person === phone.personId || phone.name.startsWith('joiner')) await takesOne(phone, id, among);
      }
    };

  const joins = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 5; looks += 1) {
      await phone.pause();
      const [other] = claims.reports;
      if (other === undefined) continue;
      const params = { ticketId: other.id };
      await phone.ask(ticketRoutes.joinTicket, { params, body: { id: anActionId() } });
      if (dice.chance(0.3)) await phone.ask(ticketRoutes.leaveTicket, { params, body: { id: anActionId() } });
      await takesOne(phone, other.id, ['rate', 'reopen']);
      if (!dice.chance(0.3)) continue;
      const body = { id: anActionId(), text: dice.chance(0.4) ? '待审的留言' : '我家门口也不亮' };
      const comment: TicketClaims['comments'][number] = { id: other.id, action: body.id, told: 'unheard' };
      claims.comments.push(comment);
      comment.told = toldSoFar(await phone.ask(commentRoutes.addComment, { params, body }));
    }
  };

  /** Decides what the check held, and whoever made it asks again. */
  const judges = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 6; looks += 1) {
      await phone.pause();
      for (const { id } of claims.reports) {
        const params = { ticketId: id };
        const [first] = (await phone.look(moderationRoutes.listFlags, { params }))?.items ?? [];
        if (first === undefined) continue;
        const decision = dice.pick(['show', 'hide'] as const);
        const words = decision === 'show' ? {} : { reason: '照片里看得见门牌' };
        const body = { id: anActionId(), item: first.item, decision, ...words };
        const claim: TicketClaims['steps'][number] = { id, action: body.id, step: 'review', told: 'unheard' };
        claims.steps.push(claim);
        claim.told = toldBy(await phone.ask(ticketRoutes.reviewHeld, { params, body }));
      }
    }
  };

  /** WeChat's word on each photo, at any moment. */
  const says = async (phone: Phone): Promise<void> => {
    for (const { said } of claims.photos) {
      if (dice.chance(0.5)) await phone.look(ticketRoutes.getTicket, { params: { ticketId: aTicketId() } });
      said();
    }
  };

  const at = (person: Person, name: string, plays: (phone: Phone) => Promise<void>) => ({ person, name, plays });
  const [first = joiner, second = joiner] = reporters;
  const parts = [
    at(first, 'reporter', reports),
    at(second, 'second reporter', reports),
    at(joiner, 'joiner', joins),
    at(joiner, 'passer-by', says),
    ...desk.map((person, nth) => at(person, `handler ${nth}`, looksAfter(8, ofHandlers, false))),
    ...(dice.chance(0.5) ? [at(first, 'second phone of reporter', looksAfter(6, ofResidents))] : []),
    ...(dice.chance(0.5) ? [at(liu, 'community', judges)] : []),
    ...(dice.chance(0.5)
      ? [at(helper, 'helper', looksAfter(6, ofHelpers, false)), at(sun, 'street', looksAfter(4, ofStreet, false))]
      : []),
  ];
  return { parts, broken: (world) => brokenTickets(world, claims, liu.personId) };
};
