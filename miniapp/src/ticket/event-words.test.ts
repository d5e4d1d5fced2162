import { stepLabel } from '@suishoupai/shared/tickets/labels';
import { stepNames } from '@suishoupai/shared/tickets/transitions';
import { describe, expect, it } from 'vitest';
import { detailsOf, isAmongStaff, isMove, titleAmong, titleOf } from './event-words.ts';
import { anEvent } from './ticket.builder.ts';

const now = '2025-06-11T04:00:00.000Z';
const wuye = { id: 'dep_wuye', name: '幸福物业' };
const chengguan = { id: 'dep_cg', name: '城管中队' };

/** As a newer service sends it. */
const ofTomorrow = JSON.parse(JSON.stringify({ ...anEvent(1, { actor: '居委会' }), step: 'teleport' }));

describe('轨迹里的一条', () => {
  it.each([
    [anEvent(1), '居民 上报'],
    [anEvent(1, { step: 'review', actor: '居委会' }), '居委会 公开审核'],
    [anEvent(1, { step: 'file', actor: '系统' }), '自动立案'],
    [anEvent(1, { step: 'dispatch', actor: '系统', department: wuye }), '自动派给 幸福物业'],
    [anEvent(1, { step: 'dispatch', actor: '居委会', department: wuye }), '居委会 派给 幸福物业'],
    [
      anEvent(1, { step: 'joint', actor: '街道', department: wuye, supporting: [chengguan] }),
      '街道 吹哨：2 个部门一起办，幸福物业 牵头',
    ],
    [anEvent(1, { step: 'excuse', actor: '街道', department: chengguan }), '街道 免除 城管中队 的协办'],
    [anEvent(1, { step: 'progress', actor: '城管中队', stage: '停工' }), '城管中队 完成「停工」'],
    [anEvent(1, { step: 'answerTimeout', actor: '系统' }), '没有等到补充，继续办理'],
    [anEvent(1, { step: 'overdue', actor: '系统' }), '已超过时限'],
    [ofTomorrow, '居委会 有了新进展'],
  ])('叫得出名字，认不出的也有话说', (event, title) => {
    expect(titleOf(event)).toBe(title);
  });

  it.each(stepNames)('%s 有名字', (step) => {
    expect(titleOf(anEvent(1, { step, actor: '幸福物业' }))).not.toBe('');
    expect(stepLabel[step]).not.toBe('');
  });

  it('超时的说是哪一个时限', () => {
    const clocks = [
      { name: 'task:dep_cg', of: '城管中队', standing: 'late' as const },
      { name: 'stage0', of: '停工', standing: 'late' as const },
    ];
    const struck = (clock: string) => titleAmong(clocks, anEvent(1, { step: 'overdue', actor: '系统', clock }));
    expect([struck('task:dep_cg'), struck('stage0'), struck('resolve')]).toEqual([
      '城管中队协办 已超过时限',
      '停工 已超过时限',
      '办结 已超过时限',
    ]);
  });

  it('超时、公开审核和认不出的不算办理的一步', () => {
    const steps = [anEvent(1), anEvent(1, { step: 'overdue' }), anEvent(1, { step: 'review' }), ofTomorrow];
    expect(steps.map(isMove)).toEqual([true, false, false, false]);
  });

  it('内部的只给工作人员', () => {
    const inside = (['remark', 'handOver', 'callBack', 'resolve'] as const).map((step) =>
      isAmongStaff(anEvent(1, { step })),
    );
    expect(inside).toEqual([true, true, true, false]);
  });
});

describe('一条里另外说的', () => {
  it.each([
    [anEvent(1, { step: 'dispatch', actor: '居委会' }), []],
    [anEvent(1, { step: 'joint', supporting: [chengguan, wuye] }), ['协办：城管中队、幸福物业']],
    [anEvent(1, { step: 'return', belongsTo: { categoryCode: 'E0102', name: '建筑垃圾' } }), ['认为属于「建筑垃圾」']],
    [anEvent(1, { step: 'askExtension', limit: { unit: 'workDay', amount: 3 } }), ['延长 3 个工作日']],
    [anEvent(1, { step: 'park', day: '2025-07-01' }), ['7月1日 再看能不能办']],
  ])('%#', (event, lines) => {
    expect(detailsOf(event, now)).toEqual(lines);
  });
});
