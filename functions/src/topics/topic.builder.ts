import type { RouteInput } from '@suishoupai/shared/contract/route';
import { newTopicId, type TopicId } from '@suishoupai/shared/ids';
import type { CommunitySettings } from '@suishoupai/shared/places/contract';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { StepPlan, Topic } from '@suishoupai/shared/topics/contract';
import { pathOfKind, stepsOf, type TopicKind, type TopicPath, type TopicStep } from '@suishoupai/shared/topics/paths';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { daysAfter } from '@suishoupai/shared/topics/rules';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { aCommunity, anActionId, aPersonId, tail } from '../../test/builders.ts';
import { type Answer, type Person, type Service, wuye } from '../../test/service.ts';
import { aHall } from '../votes/votes.builder.ts';
import { newTopic } from './change.ts';
import type { TopicRecord } from './record.ts';

export const aTopicId = (communityId = 'xfl'): TopicId => newTopicId(communityId, tail());

/** A proposal as it is stored. */
export const aTopicRecord = (overrides: Partial<TopicRecord> = {}): TopicRecord => {
  const proposedAt = overrides.proposedAt ?? '2026-11-16T02:00:00.000Z';
  const proposerId = overrides.proposerId ?? aPersonId();
  return {
    ...newTopic({
      id: aTopicId(),
      communityId: 'xfl',
      streetId: 'str_changning',
      kind: 'worry',
      path: 'seven',
      title: '3 栋门前加装路灯',
      words: '晚上回家看不见路，老人摔过两次。',
      photoIds: [],
      proposerId,
      proposedAt,
      threshold: 3,
      answerDays: 10,
      supportUntil: daysAfter(proposedAt, 30),
      line: { id: anActionId(), at: proposedAt, who: '居民', personId: proposerId, digest: 'first' },
    }),
    ...overrides,
  };
};

type Proposal = RouteInput<typeof topicRoutes.proposeTopic>['body'];
type Said = RouteInput<typeof topicRoutes.addVoice>['body'];
type Ordered = RouteInput<typeof topicStaffRoutes.orderTicket>['body'];
type Finished = Partial<RouteInput<typeof topicStaffRoutes.finishStep>['body']>;
type Given = { id?: `act_${string}`; version?: number };
type At = Pick<Topic, 'id' | 'version'>;

/** A community where three supporters are enough, the people of it, and what they do with topics through the front door. */
export const makeForum = async (service: Service, settings: CommunitySettings = { topicSupports: 3 }) => {
  await service.stores.places.putCommunity(aCommunity({ settings }));
  const hall = await aHall(service);
  const cast = {
    liu: hall.liu,
    he: hall.he,
    sun: hall.sun,
    zhang: await service.signIn('zhang', wuye),
    /** Have no household here. */
    li: await service.signIn('li'),
    guest: await service.signIn('guest'),
    /** Have one. */
    wang: await hall.resident('wang', '1-1-101'),
    zhao: await hall.resident('zhao', '1-1-102'),
    chen: await hall.resident('chen', '2-1-101'),
    zhou: await hall.resident('zhou', '2-1-102'),
  };
  const { liu, wang, zhao, chen } = cast;

  /** The body of a success; a refusal is the test's own mistake. */
  const good = <B>({
    status,
    body,
    error,
  }: {
    status: number;
    body: B;
    error: Answer<typeof topicRoutes.getTopic>['error'];
  }): B => {
    if (status !== 200) throw new Error(`${status} ${error.code}: ${error.message} ${JSON.stringify(error.details)}`);
    return body;
  };

  const aProposal = (overrides: Partial<Proposal> = {}): Proposal => ({
    id: aTopicId(),
    kind: 'worry',
    title: '3 栋门前加装路灯',
    words: '晚上回家看不见路，老人摔过两次。',
    ...overrides,
  });
  const tryPropose = (person: Person, body: Proposal) =>
    service.call(topicRoutes.proposeTopic, { token: person.token, body });
  const propose = async (person: Person = wang, overrides: Partial<Proposal> = {}): Promise<Topic> =>
    good(await tryPropose(person, aProposal(overrides)));
  const get = async (topicId: TopicId, person?: Person): Promise<Topic> =>
    good(await service.call(topicRoutes.getTopic, { params: { topicId }, token: person?.token }));
  const support = (person: Person, topicId: TopicId, id = anActionId()) =>
    service.call(topicRoutes.supportTopic, { token: person.token, params: { topicId }, body: { id } });
  const withdraw = (person: Person, topicId: TopicId, id = anActionId()) =>
    service.call(topicRoutes.withdrawTopic, { token: person.token, params: { topicId }, body: { id } });

  /** A plan for a path: a day for each step. */
  const aPlan = (path: TopicPath): Omit<StepPlan, 'doneAt' | 'isLate'>[] =>
    stepsOf(path).map((step, i) => ({
      step,
      who: '刘主任',
      duty: '牵头办理',
      dueOn: chinaDay(daysAfter(service.now().toISOString(), i + 1)),
      effect: '居民满意',
    }));

  const seen = (topic: At, { id = anActionId(), version = topic.version }: Given = {}) => ({ id, version });
  const tryTakeUp = (
    topic: At & { kind?: TopicKind },
    {
      kind = topic.kind ?? 'worry',
      path = pathOfKind[kind],
      steps = aPlan(path),
      ...given
    }: Given & {
      kind?: TopicKind;
      path?: TopicPath;
      steps?: ReturnType<typeof aPlan>;
    } = {},
    person: Person = liu,
  ) =>
    service.call(topicStaffRoutes.takeUpTopic, {
      token: person.token,
      params: { topicId: topic.id },
      body: { ...seen(topic, given), kind, path, steps },
    });
  const tryRefuse = (topic: At, given: Given & { reason?: string } = {}, person: Person = liu) =>
    service.call(topicStaffRoutes.refuseTopic, {
      token: person.token,
      params: { topicId: topic.id },
      body: { ...seen(topic, given), reason: given.reason ?? '不属于本社区的事权范围' },
    });
  const tryPlan = (
    topic: At,
    given: Given & { steps: ReturnType<typeof aPlan>; reason?: string },
    person: Person = liu,
  ) =>
    service.call(topicStaffRoutes.planTopic, {
      token: person.token,
      params: { topicId: topic.id },
      body: { ...seen(topic, given), steps: given.steps, reason: given.reason ?? '等施工队' },
    });
  const tryAnnounce = (topic: At, given: Given & { matters?: string[] } = {}, person: Person = liu) =>
    service.call(topicStaffRoutes.announceTopic, {
      token: person.token,
      params: { topicId: topic.id },
      body: {
        ...seen(topic, given),
        title: '关于加装路灯的公告',
        words: '拟于本月下旬协商加装路灯一事，请居民关注。',
        matters: given.matters ?? ['是否在 3 号楼加装路灯'],
      },
    });
  const trySummarise = (topic: At, given: Given & { words?: string } = {}, person: Person = liu) =>
    service.call(topicStaffRoutes.summariseTopic, {
      token: person.token,
      params: { topicId: topic.id },
      body: { ...seen(topic, given), words: given.words ?? '多数居民赞成加装，建议装在东门。' },
    });
  const tryFinish = (topic: At, step: TopicStep, given: Finished = {}, person: Person = liu) =>
    service.call(topicStaffRoutes.finishStep, {
      token: person.token,
      params: { topicId: topic.id, step },
      body: { ...seen(topic), ...given },
    });
  const finish = async (topic: At, step: TopicStep, given: Finished = {}): Promise<Topic> =>
    good(await tryFinish(topic, step, given));
  const tryOrder = (topic: At, order: Omit<Ordered, 'id' | 'version'> & Given, person: Person = liu) =>
    service.call(topicStaffRoutes.orderTicket, {
      token: person.token,
      params: { topicId: topic.id },
      body: { ...order, ...seen(topic, order) },
    });
  const tryRate = (person: Person, topicId: TopicId, stars: number, id = anActionId()) =>
    service.call(topicRoutes.rateTopic, { token: person.token, params: { topicId }, body: { id, stars } });

  const say = (person: Person, topicId: TopicId, text: string, said: Partial<Said> = {}) =>
    service.call(topicRoutes.addVoice, {
      token: person.token,
      params: { topicId },
      body: { id: anActionId(), stance: 'none', text, ...said },
    });
  const voices = async (
    topicId: TopicId,
    person?: Person,
    query: RouteInput<typeof topicRoutes.listVoices>['query'] = {},
  ) => good(await service.call(topicRoutes.listVoices, { token: person?.token, params: { topicId }, query }));

  /** With its support: proposed by one, supported by two more. */
  const supported = async (overrides: Partial<Proposal> = {}): Promise<Topic> => {
    const { id } = await propose(wang, overrides);
    good(await support(zhao, id));
    good(await support(chen, id));
    return get(id);
  };
  const underway = async (overrides: Partial<Proposal> = {}): Promise<Topic> => {
    const topic = await supported(overrides);
    return good(await tryTakeUp(topic));
  };
  /** On the fast path, its decision made. */
  const decided = async (overrides: Partial<Proposal> = {}): Promise<Topic> => {
    let topic = await underway({ kind: 'misc', ...overrides });
    topic = good(await trySummarise(topic));
    topic = await finish(topic, 'discuss');
    return finish(topic, 'decide', { words: '居委会讨论通过', decision: '在东门加装一盏路灯' });
  };

  return {
    ...{ service, hall, cast, good, aProposal, tryPropose, propose, get, support, withdraw, aPlan },
    ...{ tryTakeUp, tryRefuse, tryPlan, tryAnnounce, trySummarise, tryFinish, finish, tryOrder, tryRate },
    ...{ say, voices, supported, underway, decided },
    stored: async (id: TopicId): Promise<TopicRecord> => {
      const topic = await service.stores.topics.find(id);
      if (topic === undefined) throw new Error(`${id} is not there`);
      return topic;
    },
    later: (days: number) => service.moveTo(daysAfter(service.now().toISOString(), days)),
    sweep: () => service.sweepTopics(service.now()),
    /** Requests that have all read before any of them writes. */
    atOnce: async <A>(...requests: (() => Promise<A>)[]): Promise<A[]> => {
      const { topics } = service.stores;
      const { save } = topics;
      let waiting = 0;
      let open = () => {};
      const allHere = new Promise<void>((resolve) => {
        open = resolve;
      });
      topics.save = async (before, after) => {
        waiting += 1;
        if (waiting === requests.length) open();
        if (waiting <= requests.length) await allHere;
        return save(before, after);
      };
      try {
        return await Promise.all(requests.map((request) => request()));
      } finally {
        topics.save = save;
      }
    },
  };
};
export type Forum = Awaited<ReturnType<typeof makeForum>>;
