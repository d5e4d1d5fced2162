import { expect, it } from 'vitest';
import { seatOf, toolsOf } from './tools.ts';

const at = (desk: string) => ({ communityId: 'xfl', desk, label: '' });

it('部门有常用回复和经办记录，不巡查不走访', () => {
  expect(toolsOf(at('dep_wuye'))).toEqual(['templates', 'activity', 'duty']);
});

it('网格员巡查走访，社区还能改责任清单', () => {
  expect(toolsOf(at('grd_07'))).toEqual(['patrol', 'visits', 'templates', 'activity', 'duty']);
  expect(toolsOf(at('community'))).toEqual(['patrol', 'visits', 'templates', 'activity', 'editDuty']);
});

it('待审核和全部在办不是谁的一台，用社区的或街道的', () => {
  const staff = ['community', 'review', 'all'].map(at);
  expect(staff.map((desk) => seatOf(desk, staff).desk)).toEqual(['community', 'community', 'community']);
  expect(seatOf(at('all'), ['street', 'all'].map(at)).desk).toBe('street');
  const elsewhere = { ...at('community'), communityId: 'hyy' };
  expect(seatOf(at('all'), [elsewhere, at('all')]).desk).toBe('all');
});
