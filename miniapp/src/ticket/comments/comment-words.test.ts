import type { Comment } from '@suishoupai/shared/comments/contract';
import { describe, expect, it } from 'vitest';
import { commentLook } from './comment-words.ts';

const aComment = (given: Partial<Comment> = {}): Comment => ({
  id: `act_${'0'.repeat(26)}`,
  at: '2025-06-11T04:00:00.000Z',
  author: '居民',
  text: '今天早上又堵了',
  isMine: false,
  safety: 'pass',
  ...given,
});

describe('一条评论谁看到什么', () => {
  it('别人的通过了才看得到，可以投诉', () => {
    expect(commentLook(aComment())).toMatchObject({ canFlag: true, mark: undefined });
    expect(commentLook(aComment({ text: undefined, safety: 'held' }))).toBeUndefined();
  });

  it.each([
    ['pending', '审核中', false],
    ['held', '审核中', false],
    ['hidden', '没有公开', true],
    ['appealed', '申诉中', false],
    ['flagged', undefined, false],
    ['pass', undefined, false],
  ] as const)('我的，%s', (safety, mark, canAppeal) => {
    expect(commentLook(aComment({ isMine: true, safety }))).toMatchObject({ mark, canAppeal, canFlag: false });
  });
});
