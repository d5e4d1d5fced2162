import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { stepLabel } from '@suishoupai/shared/tickets/labels';
import { isMark, type PersonStep, stepNames } from '@suishoupai/shared/tickets/transitions';

export type StepForm = {
  /** The word on the button that opens the form, or that does it at once. */
  name: string;
  title: string;
  /** The filled button: says what will happen. */
  submit: string;
  placeholder: string;
  /** Said when it is done. */
  done: string;
  /** What it does and who will read it, before it is filled in. */
  hint?: string;
  /** Sentences people use most; a tap puts one into the text. */
  quick: readonly string[];
  photos: 'none' | 'optional' | 'needed';
  addText?: string;
  /** One tap is enough: there is nothing to fill in. */
  isDirect: boolean;
  /** Asked once more, because it cannot simply be taken back. The answer is the form's name, in WeChat four characters at most. */
  sure?: { title: string; text: string };
};

export type StepForms = Record<PersonStep, StepForm>;

export const form = (name: string, submit: string, done: string, rest: Partial<StepForm> = {}): StepForm => ({
  name,
  title: name,
  submit,
  done,
  placeholder: '补充说明（可不填）',
  quick: [],
  photos: 'none',
  isDirect: false,
  ...rest,
});

const isPersonStep = (step: (typeof stepNames)[number]): step is PersonStep => !isMark(step);

/** Every step in the words of the trace, for whoever is not asked in other words. */
const plainForms = Object.fromEntries(
  stepNames.filter(isPersonStep).map((step) => {
    const name = stepLabel[step];
    return [step, form(name, name, `${name}，已提交`)];
  }),
) as StepForms;

/** What the residents who reported or joined are asked. */
export const residentForms: StepForms = {
  ...plainForms,
  answer: form('补充说明', '发给处理人员', '已补充，处理人员会接着办', {
    title: '请您补充一下',
    placeholder: '回答处理人员的问题',
    photos: 'optional',
  }),
  confirm: form('修好了', '修好了', '谢谢，这件事办结了', { isDirect: true }),
  rework: form('没修好', '告诉处理部门', '已告诉处理部门，会再去处理', {
    title: '哪里没修好？',
    placeholder: '比如「灯亮了一会儿又灭了」',
    quick: ['还是老样子', '只修好一部分', '过后又坏了', '现场没清理'],
    photos: 'optional',
  }),
  rate: form('评价', '提交评价', '谢谢您的评价', { title: '这次办得怎么样？', placeholder: '想说的话（可不填）' }),
  reopen: form('没修好', '请他们再来办', '已重新打开，由原来的部门接着办', {
    title: '哪里还没好？',
    hint: '会交回原来的部门再办一次，您写的话和照片大家都看得到。',
    placeholder: '比如「修好三天又不亮了」',
    quick: ['还是老样子', '过后又坏了', '只修好一部分'],
    photos: 'optional',
  }),
  withdraw: form('撤回', '撤回', '已撤回'),
};

/** What a resident does with what they reported; staff do it only for somebody who has no account here. */
const residentOnly: readonly PersonStep[] = ['answer', 'rate', 'reopen', 'withdraw'];
/** What moves the ticket on is filled, what sends it back is an outline. */
const onward: readonly PersonStep[] = ['answer', 'confirm', 'rate'];
const backward: readonly PersonStep[] = ['rework', 'reopen'];

/** A member of staff works on a screen of their own; what they reported themselves they answer and rate like any resident. */
export const stepsFor = (audience: 'resident' | 'staff', { relation, can, onBehalf }: TicketView): PersonStep[] =>
  can.filter((step): step is PersonStep => {
    if (isMark(step)) return false;
    const isResidents = relation !== 'staff' || (residentOnly.includes(step) && onBehalf === undefined);
    return isResidents === (audience === 'resident');
  });

export type FootSteps = { back?: PersonStep | undefined; on?: PersonStep | undefined };

/** The two buttons of a resident's foot. */
export const footSteps = (steps: readonly PersonStep[]): FootSteps => ({
  back: steps.find((step) => backward.includes(step)),
  on: steps.find((step) => onward.includes(step)),
});

/** A second tap on the same phrase takes it out again. */
export const withPhrase = (note: string, phrase: string): string => {
  if (hasPhrase(note, phrase))
    return note
      .split('\n')
      .filter((line) => line.trim() !== phrase)
      .join('\n');
  return note.trim() === '' ? phrase : `${note.trimEnd()}\n${phrase}`;
};

export const hasPhrase = (note: string, phrase: string): boolean =>
  note.split('\n').some((line) => line.trim() === phrase);
