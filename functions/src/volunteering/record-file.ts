import type { FileAnswer } from '@suishoupai/shared/contract/route';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { VolunteerRecord } from '@suishoupai/shared/volunteering/contract';
import { availabilityLabels, skillLabels } from '@suishoupai/shared/volunteering/labels';

/** A cell that a spreadsheet would take for a formula is text to it. */
const cellOf = (value: string | number): string => {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const heads = ['类别', '日期', '内容', '地点', '组织者', '时长（分钟）', '评价', '备注'];

const rowsOf = ({ profile, minutes, services, learnt }: VolunteerRecord): (string | number)[][] => {
  const { name, isMinor, guardian, skills, availability, consentedAt } = profile;
  const basic = (what: string, words: string) => ['个人基本信息', '', what, '', '', '', '', words];
  return [
    basic('姓名', name),
    basic('年龄', isMinor ? '未满 18 岁' : '已满 18 岁'),
    ...(guardian === undefined ? [] : [basic('监护人', `${guardian.name}（${guardian.relation}），已同意`)]),
    basic('服务技能', skills.map((skill) => skillLabels[skill]).join('、')),
    basic('可服务时间', availability.map((each) => availabilityLabels[each]).join('、')),
    basic('登记日期', chinaDay(consentedAt)),
    ...services.map(({ day, title, place, organiser, minutes: each, stars, words = '' }) => [
      ...['志愿服务情况', day, title, place, organiser, each],
      ...[`${stars} 星`, words],
    ]),
    ['志愿服务情况', '', '累计', '', '', minutes, '', ''],
    ...learnt.map(({ kind, day, title, by, minutes: each = '' }) => [
      ...[kind === 'training' ? '培训情况' : '表彰奖励情况', day, title, '', by, each, '', ''],
    ]),
  ];
};

/** The record in the fields of 志愿服务条例 §19: basics, service, training, awards, evaluation. Spreadsheets know the mark for UTF-8. */
export const recordFile = (record: VolunteerRecord): FileAnswer => {
  const lines = [heads, ...rowsOf(record)].map((row) => row.map(cellOf).join(','));
  return {
    name: `志愿服务记录-${record.profile.name}.csv`,
    bytes: new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`),
  };
};
