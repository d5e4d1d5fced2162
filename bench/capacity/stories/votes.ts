import { hallRoutes } from '@suishoupai/shared/hall/contract';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import {
  aHall,
  announce,
  anOpenVote,
  cast,
  close,
  decidePaper,
  enterPaper,
  type Hall,
  onPaper,
  publish,
  settle,
  slotIn,
  slotsOf,
} from '../../../functions/src/votes/votes.builder.ts';
import { anActionId } from '../../../functions/test/builders.ts';
import type { Person, Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

const longer = '2026-12-12T02:00:00.000Z';
type People = { wang: Person; chen: Person; zhou: Person };
const voteIn = (voteId: Vote['id']) => ({ params: { voteId } });

const ballots = async (hall: Hall, { wang, chen, zhou }: People, id: Vote['id']): Promise<void> => {
  const ask = asking(hall);
  await slotIn(hall, id, wang);
  await times(3, () => cast(hall, id, wang));
  await cast(hall, id, zhou);
  const { slot } = await slotIn(hall, id, wang);
  await ask(voteRoutes.getReceipt, wang, { ...voteIn(id), query: { slot } });
  await ask(voteRoutes.getVote, undefined, voteIn(id));
  const [first, second] = (await slotsOf(hall, id, '2')).filter(({ standing }) => standing === 'none');
  if (first === undefined || second === undefined) throw new Error('no slot is free');
  await onPaper(hall, id, first.slot);
  const sheet = await enterPaper(hall, id, { slot: second.slot });
  await ask(voteRoutes.listPaper, hall.liu, { ...voteIn(id), query: {} });
  await decidePaper(hall, id, sheet.body.id, { id: anActionId(), decision: 'reject', reason: '签名对不上' });
  await hall.service.sweepVotes(hall.now());
  await ask(voteRoutes.listHeads, undefined, voteIn(id));
  await cast(hall, id, chen);
};

const result = async (hall: Hall, id: Vote['id'], wang: Person): Promise<void> => {
  const ask = asking(hall);
  await close(hall, id);
  await settle(hall, id, { issued: 2, returned: 2, invalid: 1 });
  await hall.sweepVotes(hall.now());
  const { status, error } = await publish(hall, id);
  if (status !== 200) throw new Error(JSON.stringify(error));
  await hall.service.fetch(`/v1/votes/${id}/pack`);
  const objection = await ask(voteRoutes.object, wang, {
    ...voteIn(id),
    body: { id: anActionId(), words: '我家没有收到通知，待审' },
  });
  await ask(voteRoutes.listObjections, wang, { ...voteIn(id), query: {} });
  await ask(voteRoutes.listHeldObjections, hall.liu, { query: xfl });
  const one = { params: { voteId: id, objectionId: objection.id } };
  await ask(voteRoutes.judgeObjection, hall.liu, { ...one, body: { id: anActionId(), verdict: 'pass' } });
  await ask(voteRoutes.answerObjection, hall.liu, { ...one, body: { id: anActionId(), words: '通知贴在楼道里' } });
};

/** A vote from its announcement to its pack, on the phone and on paper. */
export const votesStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const hall = await aHall(service);
  const people = {
    wang: await hall.owner('wang', '1-1-101'),
    chen: await hall.owner('chen', '2-1-101'),
    zhou: await hall.owner('zhou', '2-1-102'),
  };
  await ask(voteRoutes.listRuleSets, undefined, { query: { ...xfl, on: '2026-12-01' } });
  // A page of the list is full, and few of it are open at once.
  const inSpring = { opensAt: '2027-03-01T02:00:00.000Z', closesAt: '2027-03-10T02:00:00.000Z' };
  await times(pageful, () => announce(hall, inSpring));
  const { body: spare, error } = await announce(hall, { title: '三栋改绿化' });
  if (error.code !== 'internal') throw new Error(JSON.stringify(error));
  await ask(voteRoutes.cancelVote, hall.liu, {
    ...voteIn(spare.id),
    body: { id: anActionId(), version: spare.version, reason: '方案要重做' },
  });
  const other = (await announce(hall)).body;
  const sealed = (await announce(hall, { secrecy: 'secret', takesPaper: false })).body;
  const { id } = await anOpenVote(hall);
  await ballots(hall, people, id);
  const opened = await ask(voteRoutes.getVote, hall.liu, voteIn(other.id));
  await ask(voteRoutes.extendVote, hall.liu, {
    ...voteIn(other.id),
    body: { ...{ id: anActionId(), version: opened.version }, closesAt: longer, notice: '还差几户，延长两天' },
  });
  await ask(voteRoutes.listVotes, undefined, { query: xfl });
  await ask(hallRoutes.getHallOverview, people.wang, { query: xfl });
  await cast(hall, sealed.id, people.chen);
  await result(hall, id, people.wang);
  await publish(hall, sealed.id);
  // Both sides ask; the second one may look.
  await hall.call(voteRoutes.getOpenings, { token: hall.liu.token, params: { voteId: sealed.id } });
  await ask(voteRoutes.getOpenings, hall.sun, voteIn(sealed.id));
};
