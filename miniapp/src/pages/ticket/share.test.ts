import { describe, expect, it } from 'vitest';
import { aTicket } from '../../ticket/ticket.builder.ts';
import { cardWords } from './share.ts';

describe('转发到群里的卡片', () => {
  it('审核通过前不带居民自己的话和照片', () => {
    expect(cardWords(aTicket({ isHeld: true, coverUrl: '/thumb/1' }))).toEqual({ title: '路灯，看看办到哪一步了' });
  });

  it('修好了就说修好了，配上照片', () => {
    expect(cardWords(aTicket({ state: 'rated', coverUrl: '/thumb/1' }))).toEqual({
      title: '修好了：3 栋门前路灯不亮',
      imageUrl: '/thumb/1',
    });
  });
});
