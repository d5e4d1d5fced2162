import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { afterRefusal, blankDraft, bodyOf, changedLine, type Draft, missingIn, VisitBody, withLine } from './draft.ts';

const tail = '0'.repeat(26);
const ticketId = (n: number) => `tkt_xfl_${String(n).padStart(26, '0')}`;
const point = { lng: 121.4, lat: 31.2, datum: 'gcj02' } as const;
const given = { id: `vst_xfl_${tail}`, communityId: 'xfl', gridId: 'grd_01', now: '2026-11-16T02:00:00.000Z' };

const started: Draft = { ...blankDraft, household: '3 栋 502 王阿姨', consent: 'spoken' };
const answered = (draft: Draft, id: string) =>
  changedLine(draft, id, (line) => ({
    ...line,
    way: 'answer',
    answer: '换好了',
    matter: { ...line.matter, text: '灯不亮' },
  }));
const ticketed = (draft: Draft, id: string) =>
  changedLine(draft, id, (line) => ({
    ...line,
    way: 'ticket',
    matter: { ...line.matter, text: '井盖松了', categoryCode: 'C0101', label: '东门', place: { point } },
  }));

test('一件一件记：当场答复的带答复，转工单的带工单，交得出去', () => {
  const draft = ticketed(withLine(answered(withLine(started, ticketId(1)), '1'), ticketId(2)), '2');
  const body = bodyOf(draft, given);
  expect(body?.items).toMatchObject([
    { text: '灯不亮', answer: '换好了' },
    { text: '井盖松了', ticket: { id: ticketId(2), place: { label: '东门' } } },
  ]);
  expect(z.safeParse(VisitBody, body).success).toBe(true);
});

test('差什么说什么，说出是第几件', () => {
  expect(missingIn(blankDraft, 'xfl')).toBe('写是哪一户');
  expect(missingIn({ ...started, consent: undefined }, 'xfl')).toContain('同意');
  expect(missingIn(started, 'xfl')).toBe('至少记一件事');
  expect(missingIn({ ...started, phone: '不知道' }, 'xfl')).toBe('电话号码不对');
  const two = withLine(answered(withLine(started, ticketId(1)), '1'), ticketId(2));
  expect(missingIn(two, 'xfl')).toBe('第 2 件：写下居民说的事');
  expect(bodyOf(two, given)).toBeUndefined();
});

test('下一件从上一件的门口记起', () => {
  const draft = withLine(ticketed(withLine(started, ticketId(1)), '1'), ticketId(2));
  expect(draft.lines[1]?.matter).toMatchObject({ text: '', label: '东门', place: { point }, photos: [] });
});

test('第二张单没开成，第一张已经在了，不能再改；还没开就被拒的，都还能改', () => {
  const draft = ticketed(withLine(ticketed(withLine(started, ticketId(1)), '1'), ticketId(2)), '2');
  const details = [{ field: 'body.items.1.ticket.photoIds.0' }];
  const opened = (code: string) => afterRefusal(draft, code, details).lines.map(({ isOpened }) => isOpened);
  expect(opened('media.notReady')).toEqual([true, false]);
  expect(opened('place.outside')).toEqual([false, false]);
});
