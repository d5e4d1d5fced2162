import type { ClockName } from '../tickets/clock-name.ts';
import { clockLabel } from '../tickets/labels.ts';
import type { TicketState } from '../tickets/states.ts';
import type { Step } from '../tickets/transitions.ts';
import { exactTime } from '../time/china.ts';
import type { NoticeKind } from './contract.ts';

/**
 * Whom a step is told. `followers`: the reporter and everyone who joined; `desk`, `formerDesk`: where the ticket now lies, or lay before
 * the step; `supporting`: the departments asked to help; `task`: the one whose task it is; `above`: one level over the desk;
 * `colleague`: to whom it was handed; `caller`: the staff who can telephone a resident without an account.
 */
export type Recipient =
  | 'followers'
  | 'reporter'
  | 'desk'
  | 'formerDesk'
  | 'supporting'
  | 'task'
  | 'above'
  | 'community'
  | 'colleague'
  | 'caller';

export type Facts = {
  title: string;
  department: string;
  state: TicketState;
  dueAt: string | undefined;
  note: string | undefined;
  /** Which clock struck. */
  clock?: ClockName | undefined;
  /** The supporting department whose task it is. */
  taskOf?: string | undefined;
  day?: string | undefined;
  stars?: number | undefined;
  /** The number of the ticket it was merged into. */
  otherNumber?: string | undefined;
  /** The system goes on in the same write: whoever gets it next is told by the next line. */
  isPassedOn: boolean;
};
export type Draft = { to: Recipient; kind: NoticeKind; title: string; text: string };

/** A notice is read later than it is written: days are named, never 今天 or 明天. */
const until = ({ dueAt }: Facts, duty: string) => (dueAt === undefined ? '' : `，请在 ${exactTime(dueAt)} 前${duty}`);
const promise = ({ dueAt }: Facts) => (dueAt === undefined ? '' : `，预计 ${exactTime(dueAt)} 前完成`);
const because = ({ note }: Facts) => (note === undefined ? '' : `：${note}`);

const progress = (title: string, text: string): Draft => ({ to: 'followers', kind: 'ticketProgress', title, text });
const waiting = (title: string, text: string, to: Recipient = 'desk'): Draft => ({
  to,
  kind: 'ticketWaiting',
  title,
  text,
});
/** For the resident who cannot read it here. */
const byTelephone = ({ title }: Facts, what: string): Draft =>
  waiting('请致电居民', `${title}：${what}，居民没有使用小程序`, 'caller');

const isTask = (clock: ClockName | undefined) => clock?.startsWith('task:') === true;
const clockDesk = ({ clock }: Facts): Recipient => (clock === 'answer' ? 'reporter' : isTask(clock) ? 'task' : 'desk');
const clockWord = ({ clock, taskOf = '' }: Facts) =>
  clock === undefined ? '时限' : `${taskOf}${clockLabel(clock)}时限`;

/**
 * What a step in the trace is told to whom. Facts are those after the step. Somebody to whom two of one kind are addressed gets the first.
 */
export const noticesOf = (step: Step | 'report', facts: Facts): Draft[] => {
  const { title, department, note } = facts;
  switch (step) {
    case 'report':
      return facts.isPassedOn ? [] : [waiting('新的待立案', `${title}${until(facts, '核实立案')}`)];
    case 'file':
      return facts.isPassedOn ? [] : [waiting('新的待派遣', `${title}${until(facts, '派遣')}`)];
    case 'dispatch':
      return [waiting('新的待接单', `${title}${until(facts, '接单')}`)];
    case 'joint':
      return [
        waiting('吹哨：由您牵头', `${title}${until(facts, '接单')}`),
        waiting('吹哨：请您协办', `${title}：${department} 牵头，请按任务办理并回复`, 'supporting'),
        progress('多部门一起办理', `${title}：${department} 牵头`),
      ];
    case 'accept':
      return [progress('已有人处理', `${title}：${department} 已接单${promise(facts)}`)];
    case 'return':
      return facts.state === 'disputed'
        ? [
            waiting('两次退回，请协调', `${title}${because(facts)}`),
            progress('交街道协调', `${title}：两个部门都说不归自己，由街道指定${because(facts)}`),
          ]
        : [
            waiting('被退回，请重新派遣', `${title}${because(facts)}`),
            progress('退回社区，重新找部门', `${title}${because(facts)}`),
          ];
    case 'decline':
      return [progress('未予立案', `${title}${because(facts)}`), byTelephone(facts, `未予立案${because(facts)}`)];
    case 'ask':
      return [
        {
          to: 'reporter',
          // Residents allow messages about progress; the kind decides which allowance it uses.
          kind: 'ticketProgress',
          title: '请您补充',
          text: `${title}${because(facts)}${until(facts, '回复')}`,
        },
        byTelephone(facts, `需要补充${because(facts)}`),
      ];
    case 'answer':
      return [waiting('居民已补充', `${title}${because(facts)}`)];
    case 'answerTimeout':
      return [
        waiting('没有等到居民补充', `${title}：时限继续计算，请按现有信息办理`),
        { to: 'reporter', kind: 'ticketProgress', title: '没有等到您的补充', text: `${title}：已按现有信息继续办理` },
      ];
    case 'progress':
      return [progress('办理进展', `${title}${because(facts)}`)];
    case 'askExtension':
      return [waiting('申请延期，请批复', `${title}：${department}${because(facts)}`, 'community')];
    case 'grantExtension':
      return [
        waiting('延期已同意', `${title}${until(facts, '办好')}`),
        progress('办理时间延长', `${title}：${department}${promise(facts)}`),
      ];
    case 'refuseExtension':
      return [waiting('延期没有同意', `${title}${because(facts)}${until(facts, '办好')}`)];
    case 'reply':
      return [waiting('协办部门已回复', `${title}${because(facts)}`)];
    case 'excuse':
      return [
        waiting('已免除一项协办', `${title}${because(facts)}`),
        waiting('不用再协办', `${title}${because(facts)}`, 'task'),
      ];
    case 'resolve':
      return [
        progress('已处理，修好了吗？', `${title}：${department} 已回复，请看处理后的照片`),
        byTelephone(facts, '已处理，请问是否修好'),
        waiting('待核查', `${title}${until(facts, '核查')}`),
      ];
    case 'confirm':
      return [progress('已办结，请评价', `${title}：说说这次办得怎么样`), byTelephone(facts, '已办结，请问是否满意')];
    case 'rework':
      return [
        waiting('需要返工', `${title}${because(facts)}${until(facts, '办好')}`),
        progress('核查没通过，已要求返工', `${title}：${department} 再办一次${promise(facts)}`),
      ];
    case 'rate':
      return facts.state === 'rework'
        ? [
            waiting('评价很低，需二次整改', `${title}：${facts.stars} 星${because(facts)}${until(facts, '整改好')}`),
            progress('已要求二次整改', `${title}：${department} 再整改一次${promise(facts)}`),
          ]
        : [];
    case 'reopen':
      return [
        waiting('居民重新打开', `${title}${because(facts)}${until(facts, '办好')}`),
        progress('已重新打开', `${title}：退回 ${department} 再办${promise(facts)}`),
      ];
    case 'park':
      return [
        progress('暂时挂账', `${title}${because(facts)}${facts.day === undefined ? '' : `，${facts.day} 再看`}`),
        byTelephone(facts, `暂时办不了${because(facts)}`),
        waiting('已挂账，不用处理', title, 'formerDesk'),
      ];
    case 'unpark':
      return [
        waiting('已销账，继续办理', `${title}${until(facts, '办好')}`),
        progress('继续办理', `${title}${promise(facts)}`),
      ];
    case 'merge':
      return [
        {
          to: 'followers',
          kind: 'ticketMerged',
          title: '已和另一件合并',
          text: `${title}：并入 ${facts.otherNumber ?? '另一件'}，进展会继续告诉您`,
        },
        byTelephone(facts, `已并入 ${facts.otherNumber ?? '另一件'}`),
        waiting('已合并，不用处理', title, 'formerDesk'),
      ];
    case 'unmerge':
      return [
        waiting('合并已拆分，请办理', `${title}${until(facts, '办理')}`),
        { to: 'followers', kind: 'ticketMerged', title: '已单独办理', text: `${title}${because(facts)}` },
      ];
    case 'withdraw':
      return [waiting('居民已撤回，不用处理', title, 'formerDesk')];
    case 'handOver':
      return [waiting('同事交接给您', `${title}${note === undefined ? '' : `：${note}`}`, 'colleague')];
    case 'warning':
      return [
        { to: clockDesk(facts), kind: 'ticketWarning', title: '时限将到', text: `${title}：${clockWord(facts)}将到` },
      ];
    case 'overdue':
      return facts.clock === 'review'
        ? [waiting('挂账到期，请复核', title)]
        : [
            {
              to: clockDesk(facts),
              kind: 'ticketOverdue',
              title: '已超过时限',
              text: `${title}：${clockWord(facts)}已过`,
            },
          ];
    case 'escalation':
      return [
        {
          to: 'above',
          kind: 'ticketEscalated',
          title: '超时升级',
          text: `${title}：${clockWord(facts)}已过多时，请督办`,
        },
      ];
    case 'remark':
    case 'callBack':
    case 'review':
      return [];
    default:
      return step satisfies never;
  }
};
