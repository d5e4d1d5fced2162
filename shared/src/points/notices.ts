import { exactTime } from '../time/china.ts';
import type { CorrectionState } from './book-contract.ts';
import type { Unit } from './transfer.ts';
import { amountWords, unitNames } from './words.ts';

/** What of a correction its notices look at. */
export type CorrectionFacts = {
  unit: Unit;
  direction: 'give' | 'take';
  amount: number;
  reason: string;
  state: CorrectionState;
  at: string;
  by: { label: string };
  until?: string | undefined;
  decided?: { at: string; by: { label: string }; reason?: string | undefined } | undefined;
};

export type CorrectionNotice = {
  /** The owner of the book, who asked for it, or those who may agree to it. */
  to: 'owner' | 'author' | 'others';
  kind: 'bookCorrected' | 'correctionWaiting' | 'correctionDecided';
  at: string;
  title: string;
  text: string;
};

const moved = ({ direction, unit, amount }: CorrectionFacts): string =>
  `${direction === 'give' ? '补记' : '收回'} ${amountWords(unit, amount)}`;

/** What has to be told when a correction comes to stand so. Whoever agrees to it or makes it alone knows; a second person hears that it waits. */
export const correctionNotices = (before: CorrectionFacts | undefined, after: CorrectionFacts): CorrectionNotice[] => {
  if (before?.state === after.state) return [];
  const { state, at, by, reason, until, decided, unit } = after;
  if (state === 'waiting') {
    const text = `${by.label}提出${moved(after)}：${reason}。${exactTime(until ?? at)} 前没人确认就作废`;
    return [{ to: 'others', kind: 'correctionWaiting', at, title: '一笔更正等另一位同事确认', text }];
  }
  const toAuthor = (when: string, title: string, why: string): CorrectionNotice => ({
    ...{ to: 'author', kind: 'correctionDecided', at: when, title },
    text: `${moved(after)}：${reason}${why}`,
  });
  if (state === 'lapsed') return [toAuthor(until ?? at, '七天没人确认，这笔更正作废了', '')];
  if (state === 'refused') {
    const why = decided?.reason === undefined ? '' : `。${decided.reason}`;
    return [toAuthor(decided?.at ?? at, `${decided?.by.label ?? '同事'}没有同意这笔更正`, why)];
  }
  const who = decided === undefined ? by.label : `${by.label}提出、${decided.by.label}确认`;
  const when = decided?.at ?? at;
  const toOwner: CorrectionNotice = {
    ...{ to: 'owner', kind: 'bookCorrected', at: when, title: `您的${unitNames[unit]}更正了：${moved(after)}` },
    text: `${reason}（${who}）`,
  };
  return [toOwner, ...(decided === undefined ? [] : [toAuthor(when, `${decided.by.label}同意了，已记上`, '')])];
};
