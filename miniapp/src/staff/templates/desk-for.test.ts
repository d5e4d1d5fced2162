import type { Grant } from '@suishoupai/shared/people/contract';
import { describe, expect, it } from 'vitest';
import { aTicket } from '../../ticket/ticket.builder.ts';
import { deskFor } from './desk-for.ts';

const communityId = 'xfl';
const wuye: Grant = { role: 'departmentStaff', communityId, departmentId: 'dep_wuye', label: '幸福物业' };
const community: Grant = { role: 'communityStaff', communityId, label: '幸福里社区' };
const street: Grant = { role: 'coordinator', streetId: 'str_xf', label: '街道' };

describe('用哪张台的常用语', () => {
  it('办事的台在先，街道的台是街道的', () => {
    expect(deskFor([community, wuye], aTicket())).toEqual({ communityId, desk: 'dep_wuye' });
    expect(deskFor([street, community], aTicket())).toEqual({ communityId, desk: 'community' });
    expect(deskFor([street], aTicket())).toEqual({ communityId: 'str_xf', desk: 'street' });
  });

  it('不相干的部门和别的社区没有', () => {
    expect(deskFor([{ ...wuye, departmentId: 'dep_other' }], aTicket())).toBeUndefined();
    expect(deskFor([{ ...community, communityId: 'jx' }], aTicket())).toBeUndefined();
  });
});
