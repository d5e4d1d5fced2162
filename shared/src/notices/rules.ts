import type { Step } from '../tickets/transitions.ts';
import { exactTime } from '../time/china.ts';
import type { NoticeKind } from './contract.ts';

/** Whom a step is told: the reporter, or everyone seated at the desk where the ticket now lies, or lay before the step. */
export type Recipient = 'reporter' | 'desk' | 'formerDesk';

type Facts = {
  title: string;
  department: string;
  dueAt: string | undefined;
  note: string | undefined;
  /** The system goes on in the same write: whoever gets it next is told by the next line. */
  isPassedOn: boolean;
};
export type Draft = { to: Recipient; kind: NoticeKind; title: string; text: string };

/** A notice is read later than it is written: days are named, never 今天 or 明天. */
const until = ({ dueAt }: Facts, duty: string) => (dueAt === undefined ? '' : `，请在 ${exactTime(dueAt)} 前${duty}`);
const promise = ({ dueAt }: Facts) => (dueAt === undefined ? '' : `，预计 ${exactTime(dueAt)} 前完成`);
const because = ({ note }: Facts) => (note === undefined ? '' : `：${note}`);

const progress = (title: string, text: string): Draft => ({ to: 'reporter', kind: 'ticketProgress', title, text });
const waiting = (title: string, text: string): Draft => ({ to: 'desk', kind: 'ticketWaiting', title, text });

/** What a step in the trace is told to whom. Facts are those after the step. */
export const noticesOf = (step: Step | 'report', facts: Facts): Draft[] => {
  switch (step) {
    case 'report':
      return facts.isPassedOn ? [] : [waiting('新的待立案', `${facts.title}${until(facts, '立案')}`)];
    case 'file':
      return facts.isPassedOn ? [] : [waiting('新的待派遣', `${facts.title}${until(facts, '派遣')}`)];
    case 'dispatch':
      return [waiting('新的待接单', `${facts.title}${until(facts, '接单')}`)];
    case 'accept':
      return [progress('已有人处理', `${facts.title}：${facts.department} 已接单${promise(facts)}`)];
    case 'return':
      return [
        waiting('被退回，请重新派遣', `${facts.title}${because(facts)}`),
        progress('退回社区，重新找部门', `${facts.title}${because(facts)}`),
      ];
    case 'decline':
      return [progress('未予立案', `${facts.title}${because(facts)}`)];
    case 'resolve':
      return [
        progress('已处理，修好了吗？', `${facts.title}：${facts.department} 已回复，请看处理后的照片`),
        waiting('待核查', `${facts.title}${until(facts, '核查')}`),
      ];
    case 'confirm':
      return [progress('已办结，请评价', `${facts.title}：说说这次办得怎么样`)];
    case 'rework':
      return [
        waiting('需要返工', `${facts.title}${because(facts)}${until(facts, '办好')}`),
        progress('核查没通过，已要求返工', `${facts.title}：${facts.department} 再办一次${promise(facts)}`),
      ];
    case 'overdue':
      return [{ to: 'desk', kind: 'ticketOverdue', title: '已超过时限', text: facts.title }];
    case 'withdraw':
      return [{ to: 'formerDesk', kind: 'ticketWaiting', title: '居民已撤回，不用处理', text: facts.title }];
    case 'rate':
    case 'review':
      return [];
    default:
      return step satisfies never;
  }
};
