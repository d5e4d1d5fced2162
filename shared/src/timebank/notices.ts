import { exactTime } from '../time/china.ts';
import type { Skill } from './contract.ts';
import { minutesWords, skillNames } from './labels.ts';
import type { ExchangeEvent, ExchangeState } from './transitions.ts';

type Line = {
  id: string;
  at: string;
  what: ExchangeEvent | 'answer';
  personId?: string | undefined;
  by?: string | undefined;
};

/** What of an exchange its notices look at. Without `ownerId` the community listed it. */
export type ExchangeNoticeFacts = {
  id: string;
  skill: Skill;
  minutes: number;
  plannedAt: string;
  state: ExchangeState;
  settledMinutes?: number | undefined;
  ownerId?: string | undefined;
  answererId: string;
  /** Who has something to do. */
  turn: readonly ('owner' | 'answerer' | 'staff')[];
  lines: readonly Line[];
};

export type ExchangeNotice = {
  to: 'owner' | 'answerer' | 'staff';
  kind: 'exchangeProgress' | 'exchangeWaiting' | 'exchangeMediation' | 'timebankOnBehalf';
  cause: string;
  at: string;
  title: string;
  text: string;
};

type Draft = Pick<ExchangeNotice, 'to' | 'kind' | 'title'>;
const waiting = (to: Draft['to'], title: string): Draft => ({
  to,
  kind: to === 'staff' ? 'exchangeMediation' : 'exchangeWaiting',
  title,
});
const progress = (to: Draft['to'], title: string): Draft => ({ to, kind: 'exchangeProgress', title });

const draftsOf = (line: Line, after: ExchangeNoticeFacts): Draft[] => {
  const owner = after.ownerId === undefined ? 'staff' : 'owner';
  const isOwners = line.personId === undefined || line.personId !== after.answererId;
  const other = isOwners ? 'answerer' : owner;
  const both = (title: string) => [
    progress('answerer', title),
    ...(owner === 'owner' ? [progress('owner', title)] : []),
  ];
  const disputed = (title: string): Draft[] => [...both('时长有不同说法，请社区调解'), waiting('staff', title)];
  switch (line.what) {
    case 'answer':
      return [waiting(owner, '有邻居答应了，请看一看')];
    case 'agree':
      return [progress('answerer', '约好了')];
    case 'decline':
      return [progress('answerer', '这次没有约成')];
    case 'withdraw':
    case 'callOff':
      return [progress(other, '对方取消了这次互助')];
    case 'confirm':
      if (after.state === 'settled') return both(`互助完成，记 ${minutesWords(after.settledMinutes ?? 0)}`);
      if (after.state === 'disputed') return disputed('两个人说的时长不一样，请调解');
      return after.state === 'calledOff'
        ? both('双方都说没有做成，时长没有动')
        : [waiting(other, '对方确认了时长，请您也确认')];
    case 'mediate':
      return both(
        after.state === 'settled'
          ? `社区调解好了，记 ${minutesWords(after.settledMinutes ?? 0)}`
          : '社区调解好了，时长没有动',
      );
    case 'remind':
      return after.turn.map((to) => waiting(to, '做完了吗？请确认时长'));
    case 'lapse':
      return both('过期没有约成，时长没有动');
    case 'escalate':
      return disputed('有一方一直没有确认时长，请问一问');
    case 'rate':
      return [];
    default:
      return line.what satisfies never;
  }
};

/** What somebody for whom staff acted is told of it. */
const behalfOf = ({ by, what, personId }: Line, { ownerId }: ExchangeNoticeFacts): Draft[] =>
  by === undefined || personId === undefined || what === 'mediate'
    ? []
    : [{ to: personId === ownerId ? 'owner' : 'answerer', kind: 'timebankOnBehalf', title: `${by}按您的嘱咐办了一步` }];

/**
 * What the lines of an exchange from the `seen`th on have to be told to whom. The same lines give the same notices as long as nothing new has
 * come; each names its line as its cause, so that it is kept once.
 */
export const noticesOf = (after: ExchangeNoticeFacts, seen: number): ExchangeNotice[] => {
  const text = `${skillNames[after.skill]} · ${minutesWords(after.minutes)} · ${exactTime(after.plannedAt)}`;
  return after.lines.slice(seen).flatMap((line) =>
    [...draftsOf(line, after), ...behalfOf(line, after)].map((draft) => ({
      ...draft,
      cause: line.id,
      at: line.at,
      text,
    })),
  );
};
