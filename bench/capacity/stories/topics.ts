import { hallRoutes } from '@suishoupai/shared/hall/contract';
import { topicDays } from '@suishoupai/shared/topics/paths';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { type Forum, makeForum } from '../../../functions/src/topics/topic.builder.ts';
import { anActionId, aTicketId, inside, lampCode } from '../../../functions/test/builders.ts';
import type { Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

/** From a worry to its decision, the ticket that comes of it, and the stars. */
const course = async (on: Forum): Promise<void> => {
  const { wang, zhao } = on.cast;
  const { good } = on;
  const topic = await on.supported({ kind: 'misc' });
  const taken = good(await on.tryTakeUp(topic));
  const planned = good(await on.tryPlan(taken, { steps: on.aPlan('fast').filter(({ step }) => step === 'discuss') }));
  const announced = good(await on.tryAnnounce(planned));
  const summarised = good(await on.trySummarise(announced));
  const discussed = await on.finish(summarised, 'discuss');
  const decided = await on.finish(discussed, 'decide', { words: '居委会讨论通过', decision: '在东门加装一盏路灯' });
  good(
    await on.tryOrder(decided, {
      ticketId: aTicketId(),
      categoryCode: lampCode,
      words: '在东门加装路灯',
      basis: 'committee',
      place: inside,
    }),
  );
  const simple = await on.decided();
  await on.later(topicDays.publication);
  const published = await on.finish(simple, 'publish', { words: '路灯所已装好' });
  good(await on.tryRate(zhao, published.id, 5));
  const refused = await on.supported();
  good(await on.tryRefuse(refused));
  good(await on.withdraw(wang, (await on.propose(wang)).id));
};

const talk = async (on: Forum, service: Service): Promise<void> => {
  const ask = asking(service);
  const { wang, zhao, chen, liu } = on.cast;
  const topic = await on.underway();
  await times(pageful, async (index) =>
    on.good(await on.say(index % 2 === 0 ? wang : zhao, topic.id, `赞成 ${index}`)),
  );
  const voice = on.good(await on.say(wang, topic.id, '说重了的一句'));
  await on.voices(topic.id, chen);
  const params = { topicId: topic.id, voiceId: voice.id };
  await ask(topicRoutes.reactToVoice, chen, { params, body: { id: anActionId() } });
  await ask(topicRoutes.flagVoice, chen, { params, body: { id: anActionId(), reason: 'abuse' } });
  await ask(topicStaffRoutes.judgeWords, liu, {
    params: { topicId: topic.id },
    body: { id: anActionId(), item: voice.id, verdict: 'hidden', note: '人身攻击' },
  });
  await ask(topicStaffRoutes.listHeldWords, liu, { params: xfl, query: {} });
  await ask(topicRoutes.appealWords, wang, {
    params: { topicId: topic.id },
    body: { id: anActionId(), item: voice.id, note: '我说的是事实' },
  });
};

/** Topics, what is said about them, and the first look into 议事厅. */
export const topicsStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const on = await makeForum(service);
  const { chen, guest, liu } = on.cast;
  await course(on);
  await talk(on, service);
  const people = ['wang', 'zhao', 'chen', 'zhou'] as const;
  await times(pageful, async (index) => {
    // Nobody may propose more than a few on one day.
    if (index % people.length === 0) await on.later(1);
    await on.propose(on.cast[people[index % people.length] ?? 'wang']);
  });
  const { items } = await ask(topicRoutes.listTopics, undefined, { query: xfl });
  const [first] = items;
  if (first === undefined) throw new Error('no topic is listed');
  await on.get(first.id, chen);
  await on.get(first.id);
  await ask(hallRoutes.getHallOverview, chen, { query: xfl });
  await ask(hallRoutes.getHallOverview, guest, { query: xfl });
  await ask(hallRoutes.getHallDesk, liu, { query: xfl });
  await service.sweepTopics(new Date('2026-11-27T02:00:00.000Z'));
};
