import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { aService } from '../../test/service.ts';
import { makeAssembly } from '../meetings/meeting.builder.ts';
import { makeForum } from '../topics/topic.builder.ts';
import { aHall, anOpenVote, close, enterPaper, publish, slotIn } from '../votes/votes.builder.ts';

test('表决和纸票的消息，到这一户的共有人和社区手上', async () => {
  const hall = await aHall(await aService());
  const [li, zhao, chen] = [
    await hall.owner('li', '1-1-201'),
    await hall.owner('zhao', '1-1-201'),
    await hall.owner('chen', '2-1-101'),
  ];
  const vote = await anOpenVote(hall);
  await enterPaper(hall, vote.id, { slot: (await slotIn(hall, vote.id, li)).slot });
  const sheet = '录入了一张纸质选票';
  for (const person of [li, zhao]) {
    expect(new Set(await hall.toldOf(person, vote.id))).toEqual(new Set(['要表决了', '可以投票了', sheet]));
  }
  expect(await hall.toldOf(chen, vote.id)).not.toContain(sheet);
  await close(hall, vote.id);
  expect(await hall.toldOf(hall.liu, vote.id)).toEqual(['表决截止了，请核对纸票']);
});

test('异议过了文字检查，社区知道；答复了，提的人知道', async () => {
  const hall = await aHall(await aService());
  const chen = await hall.owner('chen', '2-1-101');
  const vote = await anOpenVote(hall, { takesPaper: false });
  await close(hall, vote.id);
  await publish(hall, vote.id);
  const params = { voteId: vote.id };
  const body = { id: anActionId(), words: '我家没有收到通知' };
  await hall.call(voteRoutes.object, { token: chen.token, params, body });
  expect((await hall.stores.voteObjections.find(vote.id, body.id))?.safety).toBe('pass');
  expect(await hall.toldOf(hall.liu, vote.id)).toContain('有人对结果提出异议');
  await hall.call(voteRoutes.answerObjection, {
    token: hall.liu.token,
    params: { ...params, objectionId: body.id },
    body: { id: anActionId(), words: '已经核实，通知贴在门厅。' },
  });
  expect(await hall.toldOf(chen, vote.id)).toContain('您的异议有答复了');
});

test('要开会了，附议过的人知道，议题的卡片上看得到', async () => {
  const service = await aService();
  const on = await makeForum(service);
  const topic = await on.underway();
  const meetings = await makeAssembly(service);
  const { body } = await meetings.call({ topicIds: [topic.id] });
  expect(await service.toldOf(on.cast.zhao, body.id)).toEqual(['要开会了']);
  expect(await service.toldOf(on.cast.li, body.id)).toEqual([]);
  expect((await on.get(topic.id)).meeting?.id).toBe(body.id);
});
