import { describe, expect, it } from 'vitest';
import { aTask, aTicket } from '../../ticket/ticket.builder.ts';
import { awaitedReplies } from './awaited.ts';

const open = aTask({ department: { id: 'dep_dianli', name: '供电公司' } });
const reported = aTask({ department: { id: 'dep_xiaofang', name: '消防救援站' }, state: 'reported' });

describe('牵头部门在等谁回复', () => {
  it('说出还没回复的部门', () => {
    expect(awaitedReplies(aTicket({ can: ['progress'], tasks: [open, reported] }))).toEqual(['供电公司']);
  });

  it('都回复了、能办结了，就不等谁', () => {
    expect(awaitedReplies(aTicket({ can: ['resolve', 'progress'], tasks: [reported] }))).toEqual([]);
  });

  it('不牵头的部门不在等', () => {
    expect(awaitedReplies(aTicket({ can: ['reply'], tasks: [open] }))).toEqual([]);
  });
});
