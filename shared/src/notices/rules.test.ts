import { describe, expect, test } from 'vitest';
import { type Step, stepNames } from '../tickets/transitions.ts';
import { type Facts, noticesOf, takedownNotice } from './rules.ts';

const facts: Facts = {
  title: '路灯不亮',
  department: '幸福物业',
  state: 'accepted',
  dueAt: '2026-11-17T02:00:00.000Z',
  note: '需换灯头',
  isPassedOn: false,
};
type Line = Step | 'report';
const to = (step: Line, given: Partial<Facts> = {}) => noticesOf(step, { ...facts, ...given }).map((draft) => draft.to);
const texts = (step: Line, given: Partial<Facts> = {}) =>
  noticesOf(step, { ...facts, ...given }).map(({ title, text }) => `${title}｜${text}`);

describe('告诉谁', () => {
  test.each<[Line, string]>([
    ['dispatch', 'desk relieved'],
    ['joint', 'desk supporting followers relieved'],
    ['accept', 'followers'],
    ['return', 'desk followers'],
    ['decline', 'followers callers'],
    ['ask', 'reporter caller'],
    ['answer', 'desk'],
    ['answerTimeout', 'desk reporter'],
    ['progress', 'followers'],
    ['askExtension', 'community'],
    ['grantExtension', 'desk followers'],
    ['refuseExtension', 'desk'],
    ['reply', 'desk'],
    ['excuse', 'desk task'],
    ['resolve', 'followers callers desk'],
    ['confirm', 'followers callers'],
    ['rework', 'desk followers'],
    ['reopen', 'desk followers'],
    ['park', 'followers callers formerDesk'],
    ['unpark', 'desk followers'],
    ['merge', 'followers callers formerDesk'],
    ['unmerge', 'desk followers'],
    ['withdraw', 'formerDesk'],
    ['handOver', 'colleague'],
    ['warning', 'desk'],
    ['overdue', 'desk'],
    ['escalation', 'above'],
  ])('%s 告诉 %s', (step, expected) => {
    expect(to(step).join(' ')).toBe(expected);
  });

  test('内部备注、电话回告、公开审核和满意的评价不打扰人', () => {
    expect(stepNames.filter((step) => noticesOf(step, { ...facts, state: 'rated' }).length === 0)).toEqual([
      'rate',
      'remark',
      'callBack',
      'review',
    ]);
  });

  test('协办的时钟找协办的部门，等居民的时钟找居民', () => {
    expect(to('overdue', { clock: 'task:dep_chengguan' })).toEqual(['task']);
    expect(to('warning', { clock: 'answer' })).toEqual(['reporter']);
    expect(to('overdue', { clock: 'resolve' })).toEqual(['desk']);
  });

  test('当场派出去的，只告诉接单的部门', () => {
    expect([to('report'), to('report', { isPassedOn: true })]).toEqual([['desk'], []]);
    expect([to('file'), to('file', { isPassedOn: true })]).toEqual([['desk'], []]);
  });
});

describe('说什么', () => {
  test('话里有事由、时限；没有时限就不提', () => {
    expect(texts('accept')).toEqual(['已有人处理｜路灯不亮：幸福物业 已接单，预计 11月17日 10:00 前完成']);
    expect(texts('accept', { dueAt: undefined })).toEqual(['已有人处理｜路灯不亮：幸福物业 已接单']);
    expect(texts('dispatch')).toEqual([
      '新的待接单｜路灯不亮，请在 11月17日 10:00 前接单',
      '已改派，不用处理｜路灯不亮：改由 幸福物业 办理',
    ]);
    expect(texts('report')).toEqual(['新的待立案｜路灯不亮，请在 11月17日 10:00 前核实立案']);
  });

  test('第二次退回，说清楚交街道协调', () => {
    expect(texts('return', { state: 'returned' })[1]).toBe('退回社区，重新找部门｜路灯不亮：需换灯头');
    expect(texts('return', { state: 'disputed' })[1]).toContain('由街道指定');
  });

  test('低分说要二次整改', () => {
    expect(texts('rate', { state: 'rework', stars: 2, note: undefined })[0]).toBe(
      '评价很低，需二次整改｜路灯不亮：2 星，请在 11月17日 10:00 前整改好',
    );
  });

  test('哪个协办部门晚了，指名', () => {
    expect(texts('escalation', { clock: 'task:dep_chengguan', taskOf: '城管中队' })).toEqual([
      '超时升级｜路灯不亮：城管中队协办时限已过多时，请督办',
    ]);
  });

  test('挂账到期说请复核，不说超时', () => {
    expect(texts('overdue', { clock: 'review' })).toEqual(['挂账到期，请复核｜路灯不亮']);
  });

  test('挂账说哪天再看，用中文的日子', () => {
    expect(texts('park', { note: '等道路改造一起做。', day: '2026-12-01' })[0]).toBe(
      '暂时挂账｜路灯不亮：等道路改造一起做，2026年12月1日 再看',
    );
  });

  test('问句、感叹句后面不再加逗号', () => {
    expect(texts('ask', { note: '请问是哪一盏灯？' })[0]).toBe(
      '请您补充｜路灯不亮：请问是哪一盏灯？请在 11月17日 10:00 前回复',
    );
    expect(takedownNotice('路灯不亮', '有人身攻击。').text).toBe(
      '路灯不亮：有人身攻击。如有不同意见，可在这件事里申诉',
    );
  });

  const lines: Line[] = ['report', ...stepNames];
  const endings = ['', '。', '，', '；', '：', '.', '！', '？', '。\n', undefined];
  test.each(lines)('%s 的每一句都有话，标点不重复，日子用中文，没有空着的地方', (step) => {
    const day = '2026-12-01';
    const seen = [undefined, '2026-11-17T02:00:00.000Z'].flatMap((dueAt) =>
      endings.flatMap((ending) =>
        (['accepted', 'rework', 'disputed'] as const).flatMap((state) => {
          const note = ending === undefined ? undefined : `要等灯具到货${ending}`;
          const given = {
            dueAt,
            note,
            day,
            state,
            title: `路灯不亮${ending ?? ''}`,
            stars: 2,
            otherNumber: '20261116-1',
          };
          return noticesOf(step, { ...facts, ...given, clock: 'resolve' });
        }),
      ),
    );
    for (const { title, text } of seen) {
      expect(`${title}｜${text}`).toMatch(/^[^｜]+｜./);
      expect(text).not.toMatch(
        /[。，、；：！？,.;:!?]\s*[。，、；：！？,.;:!?]|[。，、；：]$|\d{4}-\d{2}-\d{2}|undefined|NaN/,
      );
    }
    expect(seen.length > 0).toBe(!['remark', 'callBack', 'review'].includes(step));
  });
});
