import { EnteredReport } from '@suishoupai/shared/tickets/contract';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aPhoto } from '../../photos/photo.builder.ts';
import { aTicket } from '../../ticket/ticket.builder.ts';
import { blank, bodyOf, type Entering, missingWords } from './entering.ts';
import { readOut } from './read-out.ts';

const id = `tkt_xfl_${'0'.repeat(26)}` as const;
const whole: Entering = {
  ...blank,
  consent: 'spoken',
  categoryCode: 'C0118',
  description: '路灯三天没亮了 ',
  place: { point: { lng: 121.4, lat: 31.2, datum: 'gcj02' }, community: { id: 'xfl', name: '幸福里社区' } },
};

describe('替居民录入', () => {
  it('缺什么写在按钮上', () => {
    expect(missingWords(blank)).toBe('还差 同意、位置、类别、内容');
    expect(missingWords(whole)).toBeUndefined();
    expect(missingWords({ ...whole, phone: '12' })).toContain('电话');
    expect(missingWords({ ...whole, photos: [aPhoto({ state: 'uploading' })] })).toContain('上传');
    expect(missingWords({ ...whole, photos: [aPhoto({ state: 'failed' })] })).toContain('重试');
  });

  it('发出去的合规矩，没留的不发', () => {
    const body = bodyOf(whole, id);
    expect(body).toMatchObject({
      id,
      channel: 'phone',
      description: '路灯三天没亮了',
      resident: { consent: 'spoken' },
    });
    expect(body?.place.label).toBe('幸福里社区 · 地图所示处');
    expect(z.safeParse(EnteredReport, body).success).toBe(true);
    expect(bodyOf({ ...whole, name: '王奶奶', phone: '021-5555 0100' }, id)?.resident).toEqual({
      name: '王奶奶',
      phone: '021-5555 0100',
      consent: 'spoken',
    });
  });

  it('没有同意、不知道在哪个社区都不发', () => {
    expect(bodyOf({ ...whole, consent: undefined }, id)).toBeUndefined();
    expect(bodyOf({ ...whole, place: whole.place && { point: whole.place.point } }, id)).toBeUndefined();
  });

  it('念给居民的话有编号、有谁办、有期限', () => {
    const words = readOut(aTicket({ dueAt: '2025-06-12T10:00:00.000Z' }), '2025-06-11T04:00:00.000Z');
    expect(words).toContain('250609-00000');
    expect(words).toContain('幸福物业');
    expect(words).toContain('明天 18:00');
  });

  it('下一步的期限不说成办好的期限', () => {
    const words = readOut(
      aTicket({ state: 'reported', dueAt: '2025-06-12T10:00:00.000Z' }),
      '2025-06-11T04:00:00.000Z',
    );
    expect(words).toContain('现在等网格员 07 核实立案，明天 18:00 前会有回音');
  });
});
