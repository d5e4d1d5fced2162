import { expect, test } from 'vitest';
import { noticesOf, noticesOfVoice, type TopicFacts, type VoiceFacts } from './notices.ts';

const at = '2026-11-16T02:00:00.000Z';
const line = (what: TopicFacts['events'][number]['what'], given: Partial<TopicFacts['events'][number]> = {}) => ({
  id: `evt_01jd000000000000000000000${what.length % 10}` as const,
  at,
  what,
  ...given,
});
const facts = (overrides: Partial<TopicFacts> = {}): TopicFacts => ({
  id: 'top_xfl_01jd0000000000000000000000',
  communityId: 'xfl',
  streetId: 'str_changning',
  proposerId: 'usr_01jd0000000000000000000000',
  title: '加装路灯',
  proposedAt: at,
  state: 'underway',
  safety: 'pass',
  events: [line('propose')],
  ...overrides,
});
const after = (next: TopicFacts['events'][number], overrides: Partial<TopicFacts> = {}) =>
  noticesOf({ before: facts(), after: facts({ events: [line('propose'), next], ...overrides }) }).map(
    ({ to, title, text }) => [JSON.stringify(to), title, text],
  );

const community = '{"desk":"community","communityId":"xfl"}';
const street = '{"desk":"street","streetId":"str_changning"}';
const proposer = '{"personId":"usr_01jd0000000000000000000000"}';
const followers = '{"followersOf":"top_xfl_01jd0000000000000000000000"}';

test('新提的告诉社区；没过审的不说题目', () => {
  expect(noticesOf({ after: facts() })).toMatchObject([{ title: '有新议题', text: '加装路灯', kind: 'topicProgress' }]);
  expect(noticesOf({ after: facts({ title: undefined, safety: 'pending' }) })[0]?.text).toBe('一个议题');
});

test.each<[Parameters<typeof after>, string[][]]>([
  [
    [line('support', { words: '3 人附议，达到 3 人' }), { answerBy: '2026-11-30T10:00:00.000Z' }],
    [
      [community, '议题附议够了，请答复', '加装路灯：请最晚 11月30日 18:00 答复'],
      [proposer, '您的议题附议够了', '加装路灯：3 人附议，达到 3 人'],
    ],
  ],
  [[line('refuse', { words: '属于市政' })], [[followers, '议题没有受理', '加装路灯：属于市政']]],
  [[line('takeUp')], [[followers, '议题受理了', '加装路灯']]],
  [[line('lapse')], [[followers, '议题附议不够，作罢了', '加装路灯']]],
  [
    [line('answerLate')],
    [
      [community, '议题逾期没有答复', '加装路灯'],
      [street, '议题逾期没有答复', '加装路灯'],
    ],
  ],
  [[line('stepLate', { step: 'announce' })], [[community, '议题有一步逾期', '加装路灯：会前公告']]],
  [[line('step', { step: 'settle' })], [[followers, '议题有进展', '加装路灯：确定主题已完成']]],
  [[line('step', { step: 'carryOut' })], [[followers, '议题落实了', '加装路灯：请来评价']]],
  [[line('step', { step: 'publish' }), { state: 'done' }], [[followers, '议题办结了', '加装路灯：请来评价']]],
  [[line('ticket', { words: '装一盏灯' })], [[followers, '决定转成了工单', '加装路灯：装一盏灯']]],
  [[line('announce', { words: '公告' })], [[followers, '会前公告', '加装路灯：公告']]],
  [[line('plan')], []],
  [[line('summary')], []],
  [[line('withdraw')], []],
  [[line('meeting')], []],
  [[line('vote')], []],
])('%j', (given, expected) => {
  expect(after(...given)).toEqual(expected);
});

test('被留下的告诉社区一次，下架的告诉提议人缘由一次；同样的变化给同样的通知', () => {
  const pending = facts({ safety: 'pending' });
  const held = facts({ safety: 'held' });
  const told = noticesOf({ before: pending, after: held });
  expect(told).toMatchObject([{ kind: 'topicReview', cause: facts().events[0]?.id }]);
  expect(noticesOf({ before: pending, after: held })).toEqual(told);
  expect(noticesOf({ before: held, after: held })).toEqual([]);
  const hidden = facts({
    safety: 'hidden',
    title: undefined,
    judged: { id: 'act_01jd0000000000000000000009', at, note: '含他人隐私' },
  });
  expect(noticesOf({ before: held, after: hidden })).toMatchObject([
    { kind: 'topicTakedown', title: '您的议题没有公开', text: '一个议题：含他人隐私' },
  ]);
  expect(noticesOf({ before: hidden, after: hidden })).toEqual([]);
});

test('发言留下、有人投诉、申诉，告诉社区；下架和再看的结果告诉作者，话太长就截短', () => {
  const voice = (overrides: Partial<VoiceFacts>): VoiceFacts => ({
    id: 'act_01jd0000000000000000000001',
    topicId: facts().id,
    at,
    authorId: 'usr_01jd0000000000000000000001',
    communityId: 'xfl',
    text: '赞成加装，最好装成暖色的，不要照到一楼的窗户',
    safety: 'pass',
    ...overrides,
  });
  const told = (before: Partial<VoiceFacts> | undefined, after: Partial<VoiceFacts>) =>
    noticesOfVoice({ before: before && voice(before), after: voice(after) }).map(({ to, title, text, cause }) => [
      Object.keys(to)[0],
      title,
      text,
      cause.slice(-1),
    ]);
  const name = '赞成加装，最好装成暖色的，不要照到一楼的…';
  const judged = { id: 'act_01jd0000000000000000000002', at, note: '是广告' };
  const second = { id: 'act_01jd0000000000000000000004', at };
  const appeal = { id: 'act_01jd0000000000000000000003', at };
  expect(told(undefined, { safety: 'pending' })).toEqual([]);
  expect(told({ safety: 'pending' }, {})).toEqual([]);
  expect(told({ safety: 'pending' }, { safety: 'held' })).toEqual([['desk', '有内容等您决定是否公开', name, '1']]);
  expect(told({}, { safety: 'flagged' })).toEqual([['desk', '有人投诉，请决定是否公开', name, '1']]);
  expect(told({ judged }, { judged, safety: 'flagged' })[0]?.at(-1)).toBe('2');
  expect(told({}, { safety: 'hidden', judged })).toEqual([['personId', '您的发言没有公开', `${name}：是广告`, '2']]);
  expect(told({ safety: 'hidden', judged }, { safety: 'appealed', judged, appeal })).toEqual([
    ['desk', '有人申诉，请再看一次', name, '3'],
  ]);
  const appealed = { safety: 'appealed', judged, appeal };
  expect(told(appealed, { judged: second, appeal })).toEqual([['personId', '申诉通过了，您的发言又公开了', name, '4']]);
  expect(told(appealed, { safety: 'hidden', judged: second, appeal })).toEqual([
    ['personId', '再看了一次，您的发言还是没有公开', name, '4'],
  ]);
  expect(told({ safety: 'held' }, { judged: second })).toEqual([]);
});
