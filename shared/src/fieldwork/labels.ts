import type { CheckOutcome } from './contract.ts';

export const outcomeLabel: Record<CheckOutcome, string> = { fine: '正常', mended: '当场处理', ticket: '转工单' };
