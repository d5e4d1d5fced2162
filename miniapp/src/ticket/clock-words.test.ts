import type { ClockView } from '@suishoupai/shared/tickets/contract';
import { describe, expect, it } from 'vitest';
import { clockLook, plainClocks, stageLooks } from './clock-words.ts';

const now = '2025-06-11T04:00:00.000Z';
const aClock = (given: Partial<ClockView> = {}): ClockView => ({
  name: 'resolve',
  limit: { unit: 'workDay', amount: 7 },
  dueAt: '2025-06-13T10:00:00.000Z',
  standing: 'running',
  ...given,
});

describe('一个时限怎么说', () => {
  it('在走的说剩多少、到什么时候、限多久', () => {
    expect(clockLook(aClock(), now)).toMatchObject({
      title: '办结',
      word: '剩 2 天',
      tone: 'calm',
      note: '周五 18:00 前 · 限 7 个工作日',
    });
  });

  it('逾期的是红的，说应在什么时候', () => {
    const late = aClock({ standing: 'late', dueAt: '2025-06-10T04:00:00.000Z' });
    expect(clockLook(late, now)).toMatchObject({
      word: '逾期 1 天',
      tone: 'late',
      icon: 'clock-alert',
      note: '应在 昨天 12:00 前 · 限 7 个工作日',
    });
  });

  it('按时的和晚了的，字、色、形都不同', () => {
    const met = clockLook(aClock({ standing: 'met', stoppedAt: '2025-06-10T04:00:00.000Z' }), now);
    const missed = clockLook(
      aClock({ standing: 'missed', dueAt: '2025-06-10T01:00:00.000Z', stoppedAt: '2025-06-10T04:00:00.000Z' }),
      now,
    );
    expect([met.word, met.note]).toEqual(['按时完成', '昨天 12:00 完成 · 限 7 个工作日']);
    expect(missed.word).toBe('晚了 3 小时');
    expect(met.tone === missed.tone || met.icon === missed.icon).toBe(false);
  });

  it('暂停的说会接着算；没有截止的也有话说', () => {
    expect(clockLook(aClock({ standing: 'paused' }), now)).toMatchObject({ word: '暂停计时', tone: 'calm' });
    expect(clockLook(aClock({ dueAt: undefined }), now)).toMatchObject({ word: '正在计时', note: '限 7 个工作日' });
  });

  it('按时立案、派遣的不再提，晚了的要提', () => {
    const given = [
      aClock({ name: 'file', standing: 'met' }),
      aClock({ name: 'dispatch', standing: 'missed' }),
      aClock(),
    ];
    expect(plainClocks(given).map(({ name }) => name)).toEqual(['dispatch', 'resolve']);
  });

  it('阶段单成一行，协办的在部门那张卡上', () => {
    const stage = aClock({ name: 'stage0', of: '停工', standing: 'met', stoppedAt: now });
    const clocks = [stage, aClock({ name: 'task:dep_cg', of: '城管中队' }), aClock()];
    expect(plainClocks(clocks).map(({ name }) => name)).toEqual(['resolve']);
    const looks = stageLooks(
      [
        { name: '停工', isReached: true },
        { name: '处罚', isReached: false },
      ],
      clocks,
      now,
    );
    expect(looks.map(({ name, look }) => [name, look?.word])).toEqual([
      ['停工', '按时完成'],
      ['处罚', undefined],
    ]);
  });
});
