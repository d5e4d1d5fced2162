import type { Limit } from '@suishoupai/shared/duty/contract';

const unitText: Record<Limit['unit'], string> = { hour: '小时', workHour: '个工作小时', workDay: '个工作日' };

/** 「24 小时」「4 个工作小时」「7 个工作日」 */
export const limitWords = ({ amount, unit }: Limit): string => `${amount} ${unitText[unit]}`;

/** 「12月1日」, with the year when it is another one than that of `now`. */
export const dayWords = (day: string, now: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return now.startsWith(`${year}-`) ? `${month}月${date}日` : `${year}年${month}月${date}日`;
};
