import { chinaWall, exactTime, msOf } from '../time/china.ts';
import { minuteMs } from '../time/units.ts';
import { canonical } from '../votes/canonical.ts';
import type { MeetingState } from './card.ts';
import type { AgendaItem, Quorum } from './contract.ts';
import { meetingLimits } from './limits.ts';
import { type MeetingEvent, stateAfter } from './transitions.ts';

/** How many have to be there, in whole people. */
export const quorumNeeded = ({
  expected,
  numerator,
  denominator,
  kind,
}: Pick<Quorum, 'expected' | 'numerator' | 'denominator' | 'kind'>): number => {
  const product = expected * numerator;
  return kind === 'atLeast' ? Math.ceil(product / denominator) : Math.floor(product / denominator) + 1;
};

/** Calendar days in China from the notice to the start; 0 when both are on one day. Throws RangeError for what is no instant. */
export const noticeDays = (noticedAt: string, startsAt: string): number =>
  Math.max(0, chinaWall(startsAt).day - chinaWall(noticedAt).day);

/** When signing in may begin, ISO in UTC. Throws RangeError for what is no instant. */
export const signInFrom = (startsAt: string): string =>
  new Date(msOf(startsAt) - meetingLimits.signInBeforeMinutes * minuteMs).toISOString();

/** Whether an event can happen to a meeting at a moment (ISO): its state, and for `open` that signing in may begin. */
export const isPossible = (
  { state, startsAt }: { state: MeetingState; startsAt: string },
  event: MeetingEvent,
  nowIso: string,
): boolean => stateAfter(state, event) !== undefined && (event !== 'open' || nowIso >= signInFrom(startsAt));

/** What a notice says. */
export type Described = {
  title: string;
  kind: string;
  place: string;
  online?: string | undefined;
  startsAt: string;
  endsAt: string;
  agenda: readonly AgendaItem[];
  invited: string;
  chair: string;
  recorder: string;
  quorum?: Quorum | undefined;
  topicIds: readonly string[];
};

const isSame = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);
const agendaOf = ({ agenda }: Described) =>
  agenda.map(({ title, minutes, topicId = null }) => [title, minutes, topicId]);

/**
 * What a change of the notice changes, in words for everyone, and whether it is a new notice: of another time, or of other matters.
 * No words: nothing was changed.
 */
export const changeOf = (before: Described, after: Described): { words: string; isNewNotice: boolean } => {
  const isOther = (name: Exclude<keyof Described, 'agenda'>) => !isSame(before[name], after[name]);
  const isMoved = isOther('startsAt') || isOther('endsAt');
  const hasOtherMatters = !isSame(agendaOf(before), agendaOf(after)) || isOther('topicIds');
  const words = [
    isMoved ? `时间改为${exactTime(after.startsAt)}至${exactTime(after.endsAt)}` : '',
    isOther('place') ? `地点改为${after.place}` : '',
    isOther('online') ? (after.online === undefined ? '不再线上参会' : `线上参会改为${after.online}`) : '',
    isOther('title') ? `名称改为${after.title}` : '',
    isOther('kind') ? '会议类型有变' : '',
    hasOtherMatters ? '议程有变' : '',
    isOther('invited') ? `参会范围改为${after.invited}` : '',
    isOther('chair') ? `主持人改为${after.chair}` : '',
    isOther('recorder') ? `记录人改为${after.recorder}` : '',
    isOther('quorum') ? '到会要求有变' : '',
  ].filter((part) => part !== '');
  return { words: words.join('；'), isNewNotice: isMoved || hasOtherMatters };
};
