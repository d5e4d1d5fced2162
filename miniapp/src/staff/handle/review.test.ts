import { describe, expect, it } from 'vitest';
import { anEvent, aPhoto, aTicket } from '../../ticket/ticket.builder.ts';
import { type Complaint, reviewItems } from './review.ts';

const aComplaint = (given: Partial<Complaint> & Pick<Complaint, 'item'>): Complaint => ({
  kind: 'flag',
  count: 1,
  reasons: [],
  notes: [],
  ...given,
});

describe('要审核的内容', () => {
  it('被投诉的照片写明几个人、为什么', () => {
    const photo = aPhoto(2, { safety: 'flagged' });
    const ticket = aTicket({ events: [anEvent(1, { photos: [photo] })] });
    const complaints = [aComplaint({ item: photo.id, count: 3, reasons: ['privacy'], notes: ['拍到我家窗户'] })];
    expect(reviewItems(ticket, complaints)).toEqual([
      expect.objectContaining({
        id: photo.id,
        word: '有人投诉',
        because: ['3 人投诉：泄露隐私', '“拍到我家窗户”'],
        hideText: '不公开',
      }),
    ]);
  });

  it('评论不在办理经过里，话跟着投诉来', () => {
    const item = `act_${'0'.repeat(26)}` as const;
    const [found] = reviewItems(aTicket(), [
      aComplaint({ item, kind: 'appeal', text: '谁家的狗', notes: ['我说的是事实'] }),
    ]);
    expect(found).toMatchObject({
      what: { kind: 'words', words: '谁家的狗' },
      because: ['作者申诉，请再看一次', '“我说的是事实”'],
      hideText: '仍不公开',
    });
  });

  it('没有什么要看的', () => {
    expect(reviewItems(aTicket(), [])).toEqual([]);
  });
});
