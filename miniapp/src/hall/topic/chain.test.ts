import type { TopicTicket } from '@suishoupai/shared/topics/contract';
import { expect, test } from 'vitest';
import { chainOf } from './chain.ts';

const now = '2026-11-16T02:00:00.000Z';
const aTicket = (overrides: Partial<TopicTicket> = {}): TopicTicket => ({
  ticketId: 'tkt_xfl_01jd0000000000000000000001',
  link: 'to',
  title: '东门装一盏灯',
  state: 'accepted',
  department: '幸福物业',
  dueAt: '2026-11-18T10:00:00.000Z',
  isLate: false,
  ...overrides,
});
const chain = (...tickets: TopicTicket[]) => chainOf({ tickets, meetings: [], votes: [] }, now);

test('从哪张照片来的在前，照决定去办的在后：谁办、办到哪一步、什么时候到期', () => {
  const from = aTicket({ link: 'from', title: '路灯不亮', before: 'https://p.test/was', dueAt: undefined });
  const [first, second] = chain(aTicket(), from);
  expect(first).toMatchObject({ title: '路灯不亮', photos: [{ when: '处理前', url: 'https://p.test/was' }] });
  expect(first?.note).toMatch(/^起因 · 幸福物业 · /);
  expect(second?.note).toMatch(/^落实 · 幸福物业 · .+ · .+ 前$/);
  expect(second?.photos).toEqual([]);
});

test('逾期了就说逾期；办结以后不再说期限，说几颗星，看得到处理后', () => {
  expect(chain(aTicket({ isLate: true }))[0]?.note).toContain('已逾期');
  const [rated] = chain(
    aTicket({ state: 'rated', stars: 5, before: 'https://p.test/was', after: 'https://p.test/is' }),
  );
  expect(rated?.note).toMatch(/^落实 · 幸福物业 · [^·]+ · 5 星$/);
  expect(rated?.photos?.map(({ when }) => when)).toEqual(['处理前', '处理后']);
});

test('还没有转成工单的，也说得出来', () => {
  expect(chain(aTicket({ state: 'requested', department: undefined, dueAt: undefined }))[0]?.note).toBe(
    '落实 · 正在转工单',
  );
});
