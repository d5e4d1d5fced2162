import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { stepLabel } from '@suishoupai/shared/tickets/labels';
import { isInternal, isMark, isSideline, transitions } from '@suishoupai/shared/tickets/transitions';
import { clockTitle } from './clock-words.ts';
import { dayWords, limitWords } from './limit-words.ts';

type Event = TicketView['events'][number];
type Named = Pick<Event, 'step' | 'actor'> & Partial<Event>;
type Clocks = TicketView['clocks'];

const isKnown = (step: string): step is keyof typeof transitions => step in transitions;

/** The service may know steps that this version of the program does not. */
const wordOf = (step: Event['step']): string =>
  Object.keys(stepLabel).includes(step) ? stepLabel[step] : '有了新进展';

const clockNamed = ({ clock }: Named, clocks: Clocks): string => {
  if (clock === undefined) return '';
  return `${clockTitle(clocks.find(({ name }) => name === clock) ?? { name: clock })} `;
};

/** Nobody did it: a clock struck, or the responsibility list decided. */
const byItself = (event: Named, clocks: Clocks): string | undefined => {
  const { step, department } = event;
  switch (step) {
    case 'overdue':
      return `${clockNamed(event, clocks)}已超过时限`;
    case 'warning':
      return `${clockNamed(event, clocks)}时限将到`;
    case 'escalation':
      return `${clockNamed(event, clocks)}超时未办，已报上一级`;
    case 'answerTimeout':
      return wordOf(step);
    case 'file':
      return '自动立案';
    case 'dispatch':
      return department === undefined ? '自动派遣' : `自动派给 ${department.name}`;
    default:
      return undefined;
  }
};

const marks: readonly Event['step'][] = ['overdue', 'warning', 'escalation', 'answerTimeout'];

/** 「幸福物业 接单」. 「系统」 is nobody: what it did is said without it. `clocks`: those of the ticket, by which the one that struck is named. */
export const titleAmong = (clocks: Clocks, event: Named): string => {
  const { step, actor, department, supporting = [], colleague, stage } = event;
  const itself = actor === '系统' || marks.includes(step) ? byItself(event, clocks) : undefined;
  if (itself !== undefined) return itself;
  switch (step) {
    case 'dispatch':
      return department === undefined ? `${actor} ${wordOf(step)}` : `${actor} 派给 ${department.name}`;
    case 'joint':
      return department === undefined
        ? `${actor} ${wordOf(step)}`
        : `${actor} 吹哨：${supporting.length + 1} 个部门一起办，${department.name} 牵头`;
    case 'excuse':
      return department === undefined ? `${actor} ${wordOf(step)}` : `${actor} 免除 ${department.name} 的协办`;
    case 'progress':
      return stage === undefined ? `${actor} ${wordOf(step)}` : `${actor} 完成「${stage}」`;
    case 'handOver':
      return colleague === undefined ? `${actor} ${wordOf(step)}` : `${actor} 交给 ${colleague}`;
    default:
      return `${actor} ${wordOf(step)}`;
  }
};

export const titleOf = (event: Named): string => titleAmong([], event);

/** What the step says besides the words of whoever took it, a line each. */
export const detailsOf = (event: Event, now: string): string[] => {
  const { step, supporting = [], belongsTo, limit, day } = event;
  const lines: (string | false | undefined)[] = [
    supporting.length > 0 && `协办：${supporting.map(({ name }) => name).join('、')}`,
    belongsTo && `认为属于「${belongsTo.name}」`,
    limit && (step === 'askExtension' || step === 'grantExtension') && `延长 ${limitWords(limit)}`,
    day && step === 'park' && `${dayWords(day, now)} 再看能不能办`,
  ];
  return lines.filter((line) => typeof line === 'string');
};

/** Whether the event took the ticket somewhere; the others are written beside its way and say nothing of where it stands. */
export const isMove = ({ step }: Pick<Event, 'step'>): boolean =>
  step === 'report' || (isKnown(step) && !isMark(step) && !isSideline(step));

/** Only staff are told. */
export const isAmongStaff = ({ step }: Pick<Event, 'step'>): boolean => isKnown(step) && isInternal(step);
