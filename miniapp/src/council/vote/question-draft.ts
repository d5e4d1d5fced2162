import { Method, type Question } from '@suishoupai/shared/votes/question';
import * as z from 'zod/mini';

/** How a question is put: the ordinary 表决 of yes and no, or one of the methods. */
export const Asking = z.enum(['motion', ...Method.options]);
export type Asking = z.output<typeof Asking>;

/** A question in the making; numbers as they are typed. */
export const QuestionDraft = z.object({
  asking: Asking,
  text: z.string(),
  options: z.array(z.object({ text: z.string(), cost: z.string() })),
  max: z.string(),
  maxScore: z.string(),
  allotment: z.string(),
  budget: z.string(),
});
export type QuestionDraft = z.output<typeof QuestionDraft>;

export const blankQuestion: QuestionDraft = {
  asking: 'motion',
  text: '',
  options: [
    { text: '', cost: '' },
    { text: '', cost: '' },
  ],
  max: '',
  maxScore: '5',
  allotment: '10',
  budget: '',
};

/** The method that the rules know it by. */
export const methodOf = (asking: Asking): Method => (asking === 'motion' ? 'single' : asking);

/** Yuan as typed to fen, digit by digit; undefined for what is no amount. */
export const fenOf = (typed: string): number | undefined => {
  const [, yuan, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  if (yuan === undefined) return undefined;
  const fen = Number(`${yuan}${cents.padEnd(2, '0')}`);
  return fen > 0 ? fen : undefined;
};

const wholeOf = (typed: string): number | undefined =>
  /^[1-9]\d{0,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;

const written = ({ options }: QuestionDraft) => options.filter(({ text }) => text.trim() !== '');

/** How many options a ballot may name: of a ranking all of them, unless fewer were asked for. */
const mostOf = (draft: QuestionDraft): number | undefined =>
  draft.asking === 'ranked' && draft.max.trim() === '' ? written(draft).length : wholeOf(draft.max);

/** What a question still needs, in words. */
export const questionMissing = (draft: QuestionDraft): string | undefined => {
  const { asking, text, maxScore, allotment, budget } = draft;
  const options = written(draft);
  if (text.trim() === '') return '写上要问什么';
  if (asking === 'motion') return undefined;
  if (options.length < 2) return '至少写两个选项';
  if (new Set(options.map((option) => option.text.trim())).size !== options.length) return '有两个选项一样';
  if (asking === 'multiple' || asking === 'ranked') {
    const most = mostOf(draft);
    return most === undefined || most > options.length
      ? `最多${asking === 'ranked' ? '排' : '选'}几项，填 1 到 ${options.length}`
      : undefined;
  }
  if (asking === 'scored') return (wholeOf(maxScore) ?? 101) > 100 ? '满分填 1 到 100' : undefined;
  if (asking !== 'budget') return undefined;
  if (options.some(({ cost }) => fenOf(cost) === undefined)) return '每个选项要写多少钱';
  if (wholeOf(allotment) === undefined) return '写上每人有几分';
  return fenOf(budget) === undefined ? '写上总预算' : undefined;
};

/** The question as it is sent; undefined while something is missing. */
export const questionOf = (draft: QuestionDraft): Question | undefined => {
  if (questionMissing(draft) !== undefined) return undefined;
  const text = draft.text.trim();
  const options = written(draft).map((option, index) => ({ id: `o${index + 1}`, text: option.text.trim() }));
  const max = mostOf(draft) ?? 1;
  switch (draft.asking) {
    case 'motion':
      return {
        method: 'single',
        text,
        options: [
          { id: 'approve', text: '同意' },
          { id: 'against', text: '不同意' },
        ],
      };
    case 'single':
      return { method: 'single', text, options };
    case 'multiple':
      return { method: 'multiple', text, options, min: 1, max };
    case 'ranked':
      return { method: 'ranked', text, options, min: 1, max };
    case 'scored':
      return { method: 'scored', text, options, maxScore: wholeOf(draft.maxScore) ?? 5 };
    case 'budget': {
      const costs = written(draft).map(({ cost }) => fenOf(cost) ?? 0);
      return {
        method: 'budget',
        text,
        options: options.map((option, index) => ({ ...option, costFen: costs[index] ?? 0 })),
        allotment: wholeOf(draft.allotment) ?? 10,
        budgetFen: fenOf(draft.budget) ?? 0,
      };
    }
    default:
      return draft.asking satisfies never;
  }
};

export const askingLabels: Record<Asking, string> = {
  motion: '同意 / 不同意',
  single: '选一项',
  multiple: '选几项',
  ranked: '排先后',
  scored: '打分',
  budget: '分预算',
};
