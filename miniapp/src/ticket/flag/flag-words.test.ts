import { expect, it } from 'vitest';
import { anEvent, aPhoto, aTicket } from '../ticket.builder.ts';
import { flaggableIn } from './flag-words.ts';

const report = anEvent(1, { photos: [aPhoto(1), aPhoto(2)] });

it('一条里的话和照片可以分开投诉', () => {
  expect(flaggableIn(report, aTicket({ description: '路灯不亮' }))).toEqual([
    { id: report.id, label: '这段话' },
    { id: aPhoto(1).id, label: '第 1 张照片' },
    { id: aPhoto(2).id, label: '第 2 张照片' },
  ]);
});

it('自己上报的不用投诉自己，部门回复的可以', () => {
  const mine = aTicket({ relation: 'reporter', description: '路灯不亮' });
  expect(flaggableIn(report, mine)).toEqual([]);
  expect(flaggableIn(anEvent(2, { step: 'resolve', note: '修好了' }), mine)).toHaveLength(1);
});

it('系统说的不是谁写的', () => {
  expect(
    flaggableIn(anEvent(2, { step: 'dispatch', actor: '系统', note: '按责任清单派给幸福物业' }), aTicket()),
  ).toEqual([]);
});

it('没有话也没有照片的没什么可投诉', () => {
  expect(flaggableIn(anEvent(2, { step: 'accept', actor: '幸福物业' }), aTicket())).toEqual([]);
});
