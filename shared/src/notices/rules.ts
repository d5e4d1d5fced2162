import type { ClockName } from '../tickets/clock-name.ts';
import { clockLabel } from '../tickets/labels.ts';
import type { TicketState } from '../tickets/states.ts';
import type { Step } from '../tickets/transitions.ts';
import { exactTime } from '../time/china.ts';
import type { NoticeKind } from './contract.ts';

/**
 * Whom a step is told. `followers`: the reporter and everyone who joined; `desk`, `formerDesk`: where the ticket now lies, or lay before
 * the step; `relieved`: the departments that by this step no longer have it in hand, or a task of it; `supporting`: those asked to help;
 * `task`: the one whose task it is; `above`: one level over the desk; `colleague`: to whom it was handed; `caller`: the staff who can
 * telephone the resident without an account for whom it was entered; `callers`: that one, and those whose reports were merged into it.
 */
export type Recipient =
  | 'followers'
  | 'reporter'
  | 'desk'
  | 'formerDesk'
  | 'relieved'
  | 'supporting'
  | 'task'
  | 'above'
  | 'community'
  | 'colleague'
  | 'caller'
  | 'callers';

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

/** Without the stop or comma that it ends in: titles and notes are people's own words. */
const bare = (words: string) => words.replace(/[\s。．.，,、；;：:]+$/u, '');
const isEnded = (words: string) => /[？！?!]$/u.test(words);
type Words = { what?: string; why?: string | undefined; next?: string };
/** 「什么事：怎么了：为什么，然后呢」 with a single mark between any two, and none at the end but a question's or an exclamation's own. */
const say = (title: string, { what = '', why = '', next = '' }: Words = {}): string => {
  const said = [title, what, why].map(bare).filter((words) => words !== '');
  const head = said.map((words, i) => (i < said.length - 1 ? words.replace(/[？！?!]+$/u, '') : words)).join('：');
  if (next === '') return head;
  return `${head}${isEnded(head) ? '' : '，'}${next}`;
};
const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** A notice is read later than it is written: days are named, never 今天 or 明天. */
const until = ({ dueAt }: Facts, duty: string) => (dueAt === undefined ? '' : `请在 ${exactTime(dueAt)} 前${duty}`);
const promise = ({ dueAt }: Facts) => (dueAt === undefined ? '' : `预计 ${exactTime(dueAt)} 前完成`);

const progress = (title: string, text: string): Draft => ({ to: 'followers', kind: 'ticketProgress', title, text });
const waiting = (title: string, text: string, to: Recipient = 'desk'): Draft => ({
  to,
  kind: 'ticketWaiting',
  title,
  text,
});
/** For the resident who cannot read it here. */
const byTelephone = ({ title }: Facts, words: Words, to: 'caller' | 'callers' = 'callers'): Draft =>
  waiting('请致电居民', say(title, { ...words, next: '居民没有使用小程序' }), to);

const relieved = ({ title, department }: Facts): Draft =>
  waiting('已改派，不用处理', say(title, { what: `改由 ${department} 办理` }), 'relieved');

const isTask = (clock: ClockName | undefined) => clock?.startsWith('task:') === true;
const clockDesk = ({ clock }: Facts): Recipient => (clock === 'answer' ? 'reporter' : isTask(clock) ? 'task' : 'desk');
const clockWord = ({ clock, taskOf = '' }: Facts) =>
  clock === undefined ? '时限' : `${taskOf}${clockLabel(clock)}时限`;

/**
 * What a step in the trace is told to whom. Facts are those after the step. Somebody to whom two of one kind are addressed gets the first.
 */
export const noticesOf = (step: Step | 'report', facts: Facts): Draft[] => {
  const { title, department, note: why } = facts;
  switch (step) {
    case 'report':
      return facts.isPassedOn ? [] : [waiting('新的待立案', say(title, { next: until(facts, '核实立案') }))];
    case 'file':
      return facts.isPassedOn ? [] : [waiting('新的待派遣', say(title, { next: until(facts, '派遣') }))];
    case 'dispatch':
      return [waiting('新的待接单', say(title, { next: until(facts, '接单') })), relieved(facts)];
    case 'joint':
      return [
        waiting('吹哨：由您牵头', say(title, { next: until(facts, '接单') })),
        waiting('吹哨：请您协办', say(title, { what: `${department} 牵头`, next: '请按任务办理并回复' }), 'supporting'),
        progress('多部门一起办理', say(title, { what: `${department} 牵头` })),
        relieved(facts),
      ];
    case 'accept':
      return [progress('已有人处理', say(title, { what: `${department} 已接单`, next: promise(facts) }))];
    case 'return':
      return facts.state === 'disputed'
        ? [
            waiting('两次退回，请协调', say(title, { why })),
            progress('交街道协调', say(title, { what: '两个部门都说不归自己，由街道指定', why })),
          ]
        : [waiting('被退回，请重新派遣', say(title, { why })), progress('退回社区，重新找部门', say(title, { why }))];
    case 'decline':
      return [progress('未予立案', say(title, { why })), byTelephone(facts, { what: '未予立案', why })];
    case 'ask':
      return [
        {
          to: 'reporter',
          // Residents allow messages about progress; the kind decides which allowance it uses.
          kind: 'ticketProgress',
          title: '请您补充',
          text: say(title, { why, next: until(facts, '回复') }),
        },
        // Whoever's report was merged into this one is not asked.
        byTelephone(facts, { what: '需要补充', why }, 'caller'),
      ];
    case 'answer':
      return [waiting('居民已补充', say(title, { why }))];
    case 'answerTimeout':
      return [
        waiting('没有等到居民补充', say(title, { what: '时限继续计算', next: '请按现有信息办理' })),
        {
          to: 'reporter',
          kind: 'ticketProgress',
          title: '没有等到您的补充',
          text: say(title, { what: '已按现有信息继续办理' }),
        },
      ];
    case 'progress':
      return [progress('办理进展', say(title, { why }))];
    case 'askExtension':
      return [waiting('申请延期，请批复', say(title, { what: department, why }), 'community')];
    case 'grantExtension':
      return [
        waiting('延期已同意', say(title, { next: until(facts, '办好') })),
        progress('办理时间延长', say(title, { what: department, next: promise(facts) })),
      ];
    case 'refuseExtension':
      return [waiting('延期没有同意', say(title, { why, next: until(facts, '办好') }))];
    case 'reply':
      return [waiting('协办部门已回复', say(title, { why }))];
    case 'excuse':
      return [waiting('已免除一项协办', say(title, { why })), waiting('不用再协办', say(title, { why }), 'task')];
    case 'resolve':
      return [
        progress('已处理，修好了吗？', say(title, { what: `${department} 已回复`, next: '请看处理后的照片' })),
        byTelephone(facts, { what: '已处理，请问是否修好' }),
        waiting('待核查', say(title, { next: until(facts, '核查') })),
      ];
    case 'confirm':
      return [
        progress('已办结，请评价', say(title, { what: '说说这次办得怎么样' })),
        byTelephone(facts, { what: '已办结，请问是否满意' }),
      ];
    case 'rework':
      return [
        waiting('需要返工', say(title, { why, next: until(facts, '办好') })),
        progress('核查没通过，已要求返工', say(title, { what: `${department} 再办一次`, next: promise(facts) })),
      ];
    case 'rate':
      return facts.state === 'rework'
        ? [
            waiting(
              '评价很低，需二次整改',
              say(title, { what: `${facts.stars} 星`, why, next: until(facts, '整改好') }),
            ),
            progress('已要求二次整改', say(title, { what: `${department} 再整改一次`, next: promise(facts) })),
          ]
        : [];
    case 'reopen':
      return [
        waiting('居民重新打开', say(title, { why, next: until(facts, '办好') })),
        progress('已重新打开', say(title, { what: `退回 ${department} 再办`, next: promise(facts) })),
      ];
    case 'park':
      return [
        progress('暂时挂账', say(title, { why, next: facts.day === undefined ? '' : `${chineseDay(facts.day)} 再看` })),
        byTelephone(facts, { what: '暂时办不了', why }),
        waiting('已挂账，不用处理', say(title), 'formerDesk'),
      ];
    case 'unpark':
      return [
        waiting('已销账，继续办理', say(title, { next: until(facts, '办好') })),
        progress('继续办理', say(title, { next: promise(facts) })),
      ];
    case 'merge':
      return [
        {
          to: 'followers',
          kind: 'ticketMerged',
          title: '已和另一件合并',
          text: say(title, { what: `并入 ${facts.otherNumber ?? '另一件'}`, next: '进展会继续告诉您' }),
        },
        byTelephone(facts, { what: `已并入 ${facts.otherNumber ?? '另一件'}` }),
        waiting('已合并，不用处理', say(title), 'formerDesk'),
      ];
    case 'unmerge':
      return [
        waiting('合并已拆分，请办理', say(title, { next: until(facts, '办理') })),
        { to: 'followers', kind: 'ticketMerged', title: '已单独办理', text: say(title, { why }) },
      ];
    case 'withdraw':
      return [waiting('居民已撤回，不用处理', say(title), 'formerDesk')];
    case 'handOver':
      return [waiting('同事交接给您', say(title, { why }), 'colleague')];
    case 'warning':
      return [
        {
          to: clockDesk(facts),
          kind: 'ticketWarning',
          title: '时限将到',
          text: say(title, { what: `${clockWord(facts)}将到` }),
        },
      ];
    case 'overdue':
      return facts.clock === 'review'
        ? [waiting('挂账到期，请复核', say(title))]
        : [
            {
              to: clockDesk(facts),
              kind: 'ticketOverdue',
              title: '已超过时限',
              text: say(title, { what: `${clockWord(facts)}已过` }),
            },
          ];
    case 'escalation':
      return [
        {
          to: 'above',
          kind: 'ticketEscalated',
          title: '超时升级',
          text: say(title, { what: `${clockWord(facts)}已过多时`, next: '请督办' }),
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

/** Told to whoever made what a decision keeps from others. */
export const takedownNotice = (title: string, reason: string | undefined): Omit<Draft, 'to'> => {
  const said = say(title, { why: reason });
  const text = `${said}${isEnded(said) ? '' : '。'}如有不同意见，可在这件事里申诉`;
  return { kind: 'ticketTakedown', title: '您的内容没有公开', text };
};
