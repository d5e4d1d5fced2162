import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { expect, test } from 'vitest';
import { bodyOf, causeOf, groundsOf, missingIn, type Order, startFrom } from './order.ts';

const tail = '01jd0000000000000000000000';
const seen = { id: `act_${tail}`, version: 3, ticketId: `tkt_xfl_${tail}` } as const;
const whole: Order = {
  words: '按表决加装电梯的前期勘察',
  categoryCode: 'C0101',
  departmentId: undefined,
  basis: 'committee',
  label: ' 3 栋 1 单元 ',
  point: { lng: 120.1, lat: 30.2, datum: 'gcj02' },
};

test.each([
  [{ words: '办' }, '写明要办什么，至少 5 个字'],
  [{ basis: undefined }, '选一个依据'],
  [{ categoryCode: undefined }, '选一个类别'],
  [{ point: undefined }, '选一个位置'],
  [{}, undefined],
])('%j', (change, missing) => {
  expect(missingIn({ ...whole, ...change })).toBe(missing);
});

test('发出去的就是合同要的', () => {
  const body = bodyOf(whole, seen);
  expect(topicStaffRoutes.orderTicket.body.parse(body)).toEqual(body);
  expect(body?.place.address).toBe('3 栋 1 单元');
});

test('从哪件随手拍来的，就先填它的类别和位置', () => {
  const from = { ticketId: seen.ticketId, link: 'from', state: 'closed', isLate: false } as const;
  expect(causeOf({ tickets: [{ ...from, link: 'to' }, from] })).toBe(from.ticketId);
  expect(causeOf({ tickets: [{ ...from, link: 'to' }] })).toBeUndefined();
  const { categoryCode = '', point } = whole;
  if (point === undefined) throw new Error('no point');
  expect(startFrom({ categoryCode, place: { label: '3 栋', point } })).toEqual({ categoryCode, label: '3 栋', point });
  expect(startFrom({ categoryCode, place: {} })).toEqual({ categoryCode, label: '', point: undefined });
});

test('还没定的表决、没双签的纪要不能作依据', () => {
  const closesAt = '2026-11-22T02:00:00.000Z';
  const grounds = groundsOf({
    path: 'fast',
    steps: [{ step: 'decide', who: '居委会', duty: '定', dueOn: '2026-11-22', effect: '定', doneAt: closesAt }],
    votes: [
      { id: `vot_xfl_${tail}`, title: '定了', state: 'final', closesAt },
      { id: `vot_xfl_${tail}`, title: '公示中', state: 'published', closesAt },
    ],
    meetings: [{ id: `mtg_xfl_${tail}`, title: '没双签', startsAt: closesAt, isSigned: false }],
  });
  expect(grounds.map(({ name }) => name)).toEqual(['定了', '居委会的决定']);
});
