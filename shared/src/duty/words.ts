import type { DepartmentId } from '../ids.ts';
import { chinaDay } from '../time/china.ts';
import type { Limit } from './contract.ts';
import type { DutyTerms } from './edit-routes.ts';
import type { DutyVersion, LineChanged, RuleChanged } from './routes.ts';

const unitWords: Record<Limit['unit'], string> = { hour: '小时', workHour: '个工作小时', workDay: '个工作日' };

/** 「24 小时」「4 个工作小时」「7 个工作日」 */
export const limitWords = ({ amount, unit }: Limit): string => `${amount} ${unitWords[unit]}`;

/** 「24 小时内接单 · 7 个工作日内办好」 */
export const promiseWords = ({ accept, resolve }: Pick<DutyTerms, 'accept' | 'resolve'>): string =>
  `${limitWords(accept)}内接单 · ${limitWords(resolve)}内办好`;

/** 「停工 4 个工作小时 → 处罚 7 个工作日 → 办好 20 个工作日」; undefined for a line without milestones. */
export const stagesWords = ({ stages = [], resolve }: Pick<DutyTerms, 'stages' | 'resolve'>): string | undefined =>
  stages.length === 0
    ? undefined
    : [...stages, { name: '办好', limit: resolve }]
        .map(({ name, limit }) => `${name} ${limitWords(limit)}`)
        .join(' → ');

/** The day in China: 「12月1日」, with the year when it is not that of `nowIso`. Throws RangeError for what is no instant. */
export const dayWords = (iso: string, nowIso: string): string => {
  const [year, month, day] = chinaDay(iso).split('-').map(Number);
  const isThisYear = chinaDay(nowIso).startsWith(`${year}-`);
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日`;
};

/** 「12月1日起生效」; a list from before versions were kept was always in force. */
export const effectiveWords = ({ effectiveFrom }: Pick<DutyVersion, 'effectiveFrom'>, nowIso: string): string =>
  effectiveFrom.startsWith('1970') ? '自开通起生效' : `${dayWords(effectiveFrom, nowIso)}起生效`;

type NameOf = (id: DepartmentId) => string;

const namesOf = (ids: readonly DepartmentId[], nameOf: NameOf) =>
  ids.length === 0 ? '没有' : ids.map(nameOf).join('、');
const filingWords = ({ filing }: DutyTerms) => (filing === 'onTheSpot' ? '网格员现场核实后立案' : '收到就立案派单');

/** What each side of a change says, one aspect after the other. */
const aspects: readonly [name: string, wordsOf: (terms: DutyTerms, nameOf: NameOf) => string][] = [
  ['牵头', ({ departmentId }, nameOf) => nameOf(departmentId)],
  ['协办', ({ supporting }, nameOf) => namesOf(supporting, nameOf)],
  ['接单', ({ accept }) => limitWords(accept)],
  ['办好', ({ resolve }) => limitWords(resolve)],
  ['核查', ({ check }) => limitWords(check)],
  ['阶段', (terms) => stagesWords(terms) ?? '不分阶段'],
  ['立案', filingWords],
];

/** What changed in a line, a sentence each: 「办好：4 个工作小时 → 3 个工作小时」. */
export const changeWords = ({ before, after }: Pick<LineChanged, 'before' | 'after'>, nameOf: NameOf): string[] => {
  if (after === undefined) return ['不再写明由谁负责，改由社区指派'];
  if (before === undefined) {
    const stages = stagesWords(after);
    return [
      `新写明由${nameOf(after.departmentId)}负责，${promiseWords(after)}`,
      ...(stages === undefined ? [] : [stages]),
      ...(after.filing === 'onTheSpot' ? [filingWords(after)] : []),
    ];
  }
  return aspects.flatMap(([name, wordsOf]) => {
    const [was, is] = [wordsOf(before, nameOf), wordsOf(after, nameOf)];
    return was === is ? [] : [`${name}：${was} → ${is}`];
  });
};

/** What changed in the negative list: 「新增：…」「删去：…」「改为：…」. */
export const ruleChangeWords = ({ before, after }: Pick<RuleChanged, 'before' | 'after'>): string => {
  if (after === undefined) return `删去：${before?.text ?? ''}`;
  return `${before === undefined ? '新增' : '改为'}：${after.text}`;
};
