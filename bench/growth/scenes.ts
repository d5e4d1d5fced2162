import { commentRoutes } from '@suishoupai/shared/comments/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { ruleAt } from '@suishoupai/shared/points/earning';
import { honourRoutes } from '@suishoupai/shared/points/honours';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { makeLedger } from '../../functions/src/points/ledger.ts';
import { aTransfer, aTransferId } from '../../functions/src/points/points.builder.ts';
import { makeShop } from '../../functions/src/rewards/rewards.builder.ts';
import { makeForum } from '../../functions/src/topics/topic.builder.ts';
import { aHall, anOpenVote, cast, slotIn, theVote } from '../../functions/src/votes/votes.builder.ts';
import { anActionId, inside, lampCode } from '../../functions/test/builders.ts';
import { makeJourney } from '../../functions/test/journey.ts';
import { community, type Service } from '../../functions/test/service.ts';
import { asking, times, xfl } from '../capacity/stories/asking.ts';
import type { Prototype } from './filling.ts';

/** What there is more and more of, and what is done while there is; every act is one request. */
type Scene = {
  of: string;
  /** How many there are at the most. */
  most: number;
  /** What grows together. */
  prototypes: readonly Prototype[];
  acts: Record<string, () => Promise<unknown>>;
};
/** As many as a large community has in twenty years, and as many as one thing ever has. */
const [manyOfThem, someOfThem] = [100_000, 10_000];

export type MakeScene = (service: Service) => Promise<Scene>;

/** Of one community, one desk, one category, one reporter: every list is as long as there are tickets. */
const tickets: MakeScene = async (service) => {
  const ask = asking(service);
  const on = await makeJourney(service);
  const { li, zhang } = on.cast;
  const first = await on.report();
  const reported = await on.report();
  let accepted = await on.accepted();
  return {
    of: 'tickets of a community, a desk, a reporter',
    most: manyOfThem,
    prototypes: [
      {
        table: 'tickets',
        pk: `xfl#${first.id}`,
        ends: 'ticket',
        instead: (tail) => [[first.id, `tkt_xfl_${tail}`]],
        earlier: ['reportedAt', 'deskAt', 'wakeAt'],
      },
    ],
    acts: {
      'report a ticket': () => on.report(),
      'accept it': async () => {
        accepted = await on.take(zhang, 'accept', await on.report());
      },
      'progress of it': () => on.take(zhang, 'progress', accepted),
      'look at a ticket': () => on.get(reported.id),
      'near me': () => ask(ticketRoutes.listTickets, undefined, { query: xfl }),
      'what I reported': () => ask(ticketRoutes.listMyTickets, li, { query: {} }),
      'similar ones': () => ask(ticketRoutes.listSimilar, li, { query: { categoryCode: lampCode, ...inside } }),
      'first screen': () => ask(ticketRoutes.getHome, li, { query: xfl }),
      'a desk’s queue': () => on.queue(zhang, 'dep_wuye'),
    },
  };
};

const joiners: MakeScene = async (service) => {
  const ask = asking(service);
  const on = await makeJourney(service);
  const { zhao, wang } = on.cast;
  const ticket = await on.report();
  await on.join(zhao, ticket.id);
  await ask(commentRoutes.addComment, wang, {
    params: { ticketId: ticket.id },
    body: { id: anActionId(), text: '真黑' },
  });
  const { items } = await ask(commentRoutes.listComments, wang, { params: { ticketId: ticket.id }, query: {} });
  const comment = items[0]?.id ?? '';
  const pk = `xfl#${ticket.id}`;
  let count = 0;
  return {
    of: 'people who joined one ticket, and comments on it',
    most: someOfThem,
    prototypes: [
      {
        table: 'tickets',
        pk,
        ends: `join#${zhao.personId}#self`,
        instead: (tail) => [[zhao.personId, `usr_${tail}`]],
      },
      { table: 'tickets', pk, ends: `comment#${comment}`, instead: (tail) => [[comment, `act_${tail}`]] },
    ],
    acts: {
      'join a ticket': async () => {
        count += 1;
        return on.join(await service.signIn(`joiner${count}`), ticket.id);
      },
      'comment on it': () =>
        ask(commentRoutes.addComment, zhao, {
          params: { ticketId: ticket.id },
          body: { id: anActionId(), text: '我家也是' },
        }),
      'comments on it': () =>
        ask(commentRoutes.listComments, undefined, { params: { ticketId: ticket.id }, query: {} }),
      'look at the ticket': () => on.get(ticket.id, zhao),
    },
  };
};

const ballots: MakeScene = async (service) => {
  const hall = await aHall(service);
  const wang = await hall.owner('wang', '1-1-101');
  const { id } = await anOpenVote(hall);
  const { slot } = await slotIn(hall, id, wang);
  await cast(hall, id, wang);
  return {
    of: 'ballots of a vote',
    most: manyOfThem,
    prototypes: [
      {
        table: 'deliberations',
        pk: `xfl#${id}`,
        ends: slot,
        instead: (tail) => [[slot, tail]],
      },
    ],
    acts: {
      'cast a ballot': () => cast(hall, id, wang),
      'look at a vote': () => theVote(hall, id, wang),
    },
  };
};

const entries: MakeScene = async (service) => {
  const ask = asking(service);
  const shop = await makeShop(service);
  const li = await shop.someone('li', 100_000);
  const { earn } = makeLedger(service.stores.ledger);
  const rule = ruleAt('report', service.now().toISOString());
  if (rule === undefined) throw new Error('nothing is given for a report');
  const id = aTransferId();
  const at = '2026-01-01T00:00:00.000Z';
  const cause = { kind: 'report', id: 'tkt' } as const;
  await earn({ id, communityId: 'xfl', credit: li.personId, amount: 1, cause, at: service.now().toISOString() }, rule);
  await makeLedger(service.stores.ledger).transfer(aTransfer({ credit: li.personId, amount: 1, at }));
  const rewardId = await shop.shelved({}, 500);
  return {
    of: 'entries in a book',
    most: manyOfThem,
    prototypes: [
      {
        table: 'points',
        pk: `xfl#points#${li.personId}`,
        ends: `entry#${id}`,
        instead: (tail) => [[id, `trf_${tail}`]],
      },
    ],
    acts: {
      'what I have': () => ask(pointsRoutes.getBooks, li, { params: xfl }),
      'my points': () => ask(pointsRoutes.getPoints, li, { params: xfl }),
      'my lines': () => ask(pointsRoutes.listLines, li, { params: xfl, query: { unit: 'points' } }),
      'my badges': () => ask(honourRoutes.getHonours, li, { params: xfl }),
      redeem: () => shop.redeem(li, rewardId),
      'my orders': () => ask(rewardRoutes.listOrders, li, { params: xfl, query: {} }),
    },
  };
};

const named: MakeScene = async (service) => {
  const ask = asking(service);
  const li = await service.signIn('li');
  const liu = await service.signIn('liu', community);
  const at = service.now().toISOString();
  const rule = ruleAt('service', at);
  if (rule === undefined) throw new Error('nothing is given for an hour');
  const { earn } = makeLedger(service.stores.ledger);
  const serve = () => {
    const cause = { kind: 'service', id: 'atv' } as const;
    return earn({ id: aTransferId(), communityId: 'xfl', credit: li.personId, amount: 60, cause, at }, rule);
  };
  await serve();
  const show = (name: string) => ask(honourRoutes.showMe, li, { params: xfl, body: { name } });
  await show('李女士');
  const { book: code } = await ask(pointsRoutes.getPoints, li, { params: xfl });
  const commended = { id: anActionId(), code, year: 2025, merit: 'service' as const };
  await ask(honourRoutes.commend, liu, { params: xfl, body: commended });
  const pk = 'xfl#honours';
  const instead = (tail: string) => [[li.personId, `usr_${tail}`]] as const;
  let isLady = true;
  return {
    of: 'people who agreed to be named, and commendations',
    most: someOfThem,
    prototypes: [
      { table: 'points', pk, ends: `shown#${li.personId}`, instead },
      { table: 'points', pk, ends: `commended#2025#service#${li.personId}`, instead },
    ],
    acts: {
      honours: () => ask(honourRoutes.getHonours, liu, { params: xfl }),
      'be named otherwise': () => {
        isLady = !isLady;
        return show(isLady ? '李女士' : '李老师');
      },
    },
  };
};

const voices: MakeScene = async (service) => {
  const ask = asking(service);
  const on = await makeForum(service);
  const { wang, zhao } = on.cast;
  const topic = await on.underway();
  const voice = on.good(await on.say(wang, topic.id, '赞成'));
  const open = await on.propose(wang);
  const pk = `xfl#${topic.id}`;
  let count = 0;
  return {
    of: 'voices in a topic, supporters of another',
    most: someOfThem,
    prototypes: [
      { table: 'deliberations', pk, ends: `voice#${voice.id}`, instead: (tail) => [[voice.id, `act_${tail}`]] },
      {
        table: 'deliberations',
        pk: `xfl#${open.id}`,
        ends: `mark#support#${wang.personId}`,
        instead: (tail) => [[wang.personId, `usr_${tail}`]],
      },
    ],
    acts: {
      'look at a topic': () => on.get(topic.id, zhao),
      'what is said': () => on.voices(topic.id),
      'say something': () => on.say(zhao, topic.id, '我也赞成'),
      'support a topic': async () => {
        count += 1;
        return on.support(await on.hall.resident(`supporter${count}`, '1-1-201'), open.id);
      },
      topics: () => ask(topicRoutes.listTopics, undefined, { query: xfl }),
    },
  };
};

const notices: MakeScene = async (service) => {
  const ask = asking(service);
  const on = await makeJourney(service);
  const { li } = on.cast;
  await on.accepted();
  await times(1, () => on.report());
  const { items } = await ask(peopleRoutes.listNotices, li, { query: {} });
  const id = items[0]?.id ?? '';
  const [, event = ''] = id.split('#');
  const at = id.split('#')[0] ?? '';
  return {
    of: 'notices of a person',
    most: someOfThem,
    prototypes: [
      {
        table: 'people',
        pk: li.personId,
        ends: `notice#${id}`,
        instead: (tail, index) => [
          [event, `${event.slice(0, 4)}${tail}`],
          [at, new Date(Date.parse(at) - (index + 1) * 1000).toISOString()],
        ],
      },
    ],
    acts: {
      'my notices': () => ask(peopleRoutes.listNotices, li, { query: {} }),
      'first screen with notices': () => ask(ticketRoutes.getHome, li, { query: xfl }),
    },
  };
};

export const scenes: readonly MakeScene[] = [tickets, ballots, entries, named, joiners, voices, notices];
