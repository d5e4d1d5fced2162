import type { ActionId, PersonId, TicketId, TopicId } from '@suishoupai/shared/ids';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { topicTransitions } from '@suishoupai/shared/topics/transitions';
import { makeForum } from '../../functions/src/topics/topic.builder.ts';
import { anActionId, aTicketId, inside, lampCode } from '../../functions/test/builders.ts';
import type { Person } from '../../functions/test/service.ts';
import { type Phone, type Told, toldSoFar } from '../phone.ts';
import { inboxOf } from '../promises/notices.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Deed = { id: ActionId; what: string; person: PersonId; told: Told };
type Said = { id: ActionId; told: Told };

/** A topic is proposed and supported, taken up by one of two clerks, discussed, decided, and made into tickets. */
export const topics: Story = async ({ service, dice }) => {
  const forum = await makeForum(service, { topicSupports: 2 });
  const { liu, he, wang, zhao, chen, li } = forum.cast;
  const proposal = forum.aProposal({
    kind: 'misc',
    words: dice.chance(0.1) ? '待审的话，晚上回家看不见路，老人摔过两次。' : '晚上回家看不见路，老人摔过两次。',
  });
  const topicId: TopicId = proposal.id;
  const params = { topicId };
  const proposed: { told: Told } = { told: 'unheard' };
  const supports: { person: PersonId; told: Told }[] = [];
  const deeds: Deed[] = [];
  const said: Said[] = [];
  const orders: { id: ActionId; ticketId: TicketId; told: Told }[] = [];

  const proposes = async (phone: Phone): Promise<void> => {
    proposed.told = toldSoFar(await phone.ask(topicRoutes.proposeTopic, { body: proposal }));
    if (!dice.chance(0.3)) return;
    await phone.pause();
    await does(phone, 'withdraw', (id) => phone.ask(topicRoutes.withdrawTopic, { params, body: { id } }));
  };
  const does = async (
    { personId }: Phone,
    what: string,
    ask: (id: ActionId) => Promise<{ status: number; isOpen: boolean } | 'unheard'>,
  ): Promise<void> => {
    const deed: Deed = { id: anActionId(), what, person: personId, told: 'unheard' };
    deeds.push(deed);
    deed.told = toldSoFar(await ask(deed.id));
  };
  const takesPart = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 4; looks += 1) {
      await phone.pause();
      const seen = await phone.look(topicRoutes.getTopic, { params });
      if (seen?.may.includes('support')) {
        const claim = { person: phone.personId, told: 'unheard' as Told };
        supports.push(claim);
        claim.told = toldSoFar(await phone.ask(topicRoutes.supportTopic, { params, body: { id: anActionId() } }));
      }
      if (!seen?.may.includes('comment') || dice.chance(0.5)) continue;
      const voice: Said = { id: anActionId(), told: 'unheard' };
      said.push(voice);
      const text = dice.chance(0.2) ? '待审的话' : '装在东门好';
      const body = { id: voice.id, stance: dice.pick(['for', 'against'] as const), text };
      voice.told = toldSoFar(await phone.ask(topicRoutes.addVoice, { params, body }));
    }
  };

  const works = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 9; looks += 1) {
      await phone.pause();
      const seen = await phone.look(topicRoutes.getTopic, { params });
      if (seen !== undefined) await takesStep(phone, seen);
    }
  };
  const takesStep = async (phone: Phone, seen: Topic): Promise<void> => {
    const { version, step, may } = seen;
    const isWritten = seen.summary !== undefined;
    if (may.includes('takeUp')) {
      const words = { kind: 'misc' as const, path: 'fast' as const, steps: forum.aPlan('fast') };
      return does(phone, 'takeUp', (id) =>
        phone.ask(topicStaffRoutes.takeUpTopic, { params, body: { id, version, ...words } }),
      );
    }
    if (may.includes('ticket') && dice.chance(0.7)) {
      const order = { id: anActionId(), ticketId: aTicketId(), told: 'unheard' as Told };
      orders.push(order);
      const content = {
        categoryCode: lampCode,
        words: '在东门加装一盏路灯',
        basis: 'committee' as const,
        place: inside,
      };
      const body = { id: order.id, version, ticketId: order.ticketId, ...content };
      order.told = toldSoFar(await phone.ask(topicStaffRoutes.orderTicket, { params, body }));
      return;
    }
    if (may.includes('summarise') && !isWritten)
      return does(phone, 'summarise', (id) =>
        phone.ask(topicStaffRoutes.summariseTopic, {
          params,
          body: { id, version, words: '多数居民赞成加装，建议装在东门。' },
        }),
      );
    if (may.includes('step') && (step === 'discuss' || step === 'decide')) {
      const words = step === 'decide' ? { words: '居委会讨论通过', decision: '在东门加装一盏路灯' } : {};
      return does(phone, 'step', (id) =>
        phone.ask(topicStaffRoutes.finishStep, { params: { ...params, step }, body: { id, version, ...words } }),
      );
    }
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const topic = await truth.topics.find(topicId);
    if (topic === undefined) return proposed.told === 'done' ? ['the acknowledged topic is not there'] : [];
    const wrong: string[] = proposed.told === 'refused' ? ['an honest topic was refused'] : [];
    const { events, state, isBacked, threshold } = topic;
    if (topic.safety === 'pending') wrong.push('the words of the topic were never checked');
    const marks = await truth.marks.count(topicId, 'support');
    const counted = marks['yes'] ?? 0;
    if (topic.supports !== counted) wrong.push(`${counted} support it and it says ${topic.supports}`);
    if (state === 'proposed' && counted >= threshold) wrong.push(`${counted} support it and it is still proposed`);
    if (countOf(events, ({ what }) => what === 'support') > 1) wrong.push('it reached its support twice');
    const supporters = new Set(await truth.marks.whoOf(topicId, 'support'));
    for (const { person, told } of supports)
      if (told === 'done' && !supporters.has(person)) wrong.push(`the support of ${person} is not there`);
    if (state === 'withdrawn' && (isBacked || counted > 1)) wrong.push('it was withdrawn though others supported it');
    const ids = events.map(({ id }) => id);
    if (new Set(ids).size < ids.length) wrong.push('a line stands twice');
    for (const { id, what, told } of [...deeds, ...orders.map((order) => ({ ...order, what: 'order' }))]) {
      const times = countOf(ids, (each) => each === id);
      if (times > 1 || (told === 'done' && times === 0) || (told === 'refused' && times > 0))
        wrong.push(`${what} ${id} was ${told} and stands ${times} times`);
    }
    wrong.push(...brokenWalk(topic));
    const ordered = topic.orders.map(({ ticketId }) => ticketId);
    if (new Set(ordered).size < ordered.length) wrong.push('a ticket was ordered twice');
    for (const { ticketId, told } of orders) {
      const ticket = await truth.tickets.find(ticketId);
      const isOrdered = ordered.includes(ticketId);
      if (told === 'done' && !isOrdered) wrong.push(`acknowledged order ${ticketId} is not there`);
      if (isOrdered !== (ticket !== undefined) || (ticket !== undefined && ticket.topicId !== topicId))
        wrong.push(`${ticketId} is ${isOrdered ? '' : 'not '}ordered and belongs to ${ticket?.topicId}`);
    }
    const shown: Record<string, number> = {};
    for (const { id, told } of said) {
      const voice = await truth.voices.find(topicId, id);
      if (told !== 'unheard' && (told === 'done') !== (voice !== undefined)) wrong.push(`voice ${id} was ${told}`);
      if (voice?.safety === 'pending') wrong.push(`voice ${id} was never checked`);
      if (voice?.safety === 'pass') shown[voice.stance] = (shown[voice.stance] ?? 0) + 1;
    }
    const stances = await truth.voices.stances(topicId);
    for (const stance of ['for', 'against'] as const)
      if (stances[stance] !== (shown[stance] ?? 0))
        wrong.push(`${stances[stance]} are ${stance}, and ${shown[stance]} said so`);
    const isRunning = state === 'proposed' || state === 'supported' || state === 'underway';
    const due = await truth.topics.listDue('9999-12-31T00:00:00.000Z');
    if (isRunning && topic.wakeAt !== undefined && !due.includes(topicId))
      wrong.push(`it is ${state} and no clock runs`);
    const crossing = events.some(({ what }) => what === 'support');
    const desk = await inboxOf(truth, liu.personId);
    if (crossing && !desk.some(({ about }) => about === topicId))
      wrong.push('nobody at the desk was told of its support');
    return wrong;
  };

  const at = (person: Person, name: string, plays: (phone: Phone) => Promise<void>) => ({ person, name, plays });
  const parts = [
    at(wang, 'proposer', proposes),
    ...[zhao, chen].map((person, nth) => at(person, `neighbour ${nth}`, takesPart)),
    ...(dice.chance(0.5) ? [at(zhao, 'second phone of neighbour 0', takesPart)] : []),
    at(li, 'guest', takesPart),
    at(liu, 'clerk', works),
    at(he, 'second clerk', works),
  ];
  return { parts, broken };
};

type TopicRecord = NonNullable<Awaited<ReturnType<World['truth']['topics']['find']>>>;
type Row = { from: readonly string[]; to: string };
const actionOf: Partial<Record<TopicRecord['events'][number]['what'], keyof typeof topicTransitions>> = {
  ...{ support: 'cross', lapse: 'lapse', withdraw: 'withdraw', takeUp: 'takeUp', summary: 'summarise', step: 'step' },
  ...{ ticket: 'ticket', refuse: 'refuse', answerLate: 'answerLate', stepLate: 'stepLate' },
};

/** The lines lead by the table from the proposal to where it is. */
const brokenWalk = ({ events, state }: TopicRecord): string[] => {
  let states = new Set(['proposed']);
  for (const { what } of events.slice(1)) {
    const action = actionOf[what];
    if (action === undefined) return [`a line of ${what}`];
    const rows: readonly Row[] = topicTransitions[action];
    const next = rows.flatMap(({ from, to }) =>
      [...states].filter((each) => from.includes(each)).map((each) => (to === 'same' ? each : to)),
    );
    if (next.length === 0) return [`${[...states].join()} -${what}-> is not in the table`];
    states = new Set(next);
  }
  return states.has(state) ? [] : [`it is ${state} and its lines lead to ${[...states].join()}`];
};
