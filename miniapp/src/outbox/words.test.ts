import { expect, test } from 'vitest';
import { cardTitle, itemLook, waitingWords } from './words.ts';

test.each([
  [{ state: 'sending' }, true, '正在发送'],
  [{ state: 'refused' }, false, '没发出去'],
  [{ state: 'waiting', why: 'signIn' }, true, '等登录'],
  [{ state: 'waiting', why: 'signIn' }, false, '等网络'],
  [{ state: 'waiting', why: 'busy' }, true, '等发送'],
] as const)('%j，有网络 %s：%s', (item, isOnline, text) => {
  expect(itemLook(item, isOnline).text).toBe(text);
});

test('卡片说几件在等，几件要人看', () => {
  const [waiting, refused] = [{ state: 'waiting' }, { state: 'refused' }] as const;
  expect(cardTitle([waiting, { state: 'sending' }])).toBe('待发送 2 件');
  expect(cardTitle([waiting, refused])).toBe('待发送 1 件，没发出去 1 件');
  expect(cardTitle([refused])).toBe('没发出去 1 件');
});

test('没有网络时说不用做什么，要登录时说要登录', () => {
  expect(waitingWords([{ state: 'waiting' }], false)).toContain('有网时自动发出');
  expect(waitingWords([{ state: 'waiting', why: 'signIn' }], true)).toBe('登录以后就会发出');
});
