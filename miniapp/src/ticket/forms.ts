import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { isMark, type PersonStep, transitions } from '@suishoupai/shared/tickets/transitions';
import type { DraftPhoto } from '../photos/draft-photo.ts';
import type { StepContent } from './attempt.ts';

export type StepForm = {
  /** The word on the button that opens the form, or that does it at once. */
  name: string;
  title: string;
  /** The filled button: says what will happen. */
  submit: string;
  placeholder: string;
  /** Said when it is done. */
  done: string;
  /** Sentences people use most; a tap puts one into the text. */
  quick: readonly string[];
  photos: 'none' | 'optional' | 'needed';
  /** One tap is enough: there is nothing to fill in. */
  isDirect: boolean;
};

const form = (name: string, submit: string, done: string, rest: Partial<StepForm> = {}): StepForm => ({
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

/** What a member of staff is asked. */
export const staffForms: Record<PersonStep, StepForm> = {
  file: form('立案', '立案', '已立案，请派遣', { isDirect: true }),
  decline: form('不予立案', '不予立案并告知居民', '已告知居民', {
    title: '为什么不立案？',
    placeholder: '居民会看到这里的话',
    quick: ['不属于社区职责，请拨打 12345', '与已有上报重复', '照片看不清，请重新拍摄上报', '现场未发现该问题'],
  }),
  dispatch: form('派遣', '派遣', '已派遣', { title: '派给哪个部门？', placeholder: '给部门的话（可不填）' }),
  accept: form('接单', '接单', '已接单，请在时限内处理', { isDirect: true }),
  return: form('退回', '退回给社区', '已退回社区', {
    title: '为什么退回？',
    placeholder: '社区据此重新派遣',
    quick: ['不属于我部门职责', '位置不在我部门管辖范围', '需要其他部门牵头', '描述不清，无法找到现场'],
  }),
  resolve: form('处理反馈', '提交处理结果', '已提交，等待核查', {
    placeholder: '做了什么，现在怎么样了',
    quick: ['已到现场处理，恢复正常', '已清理干净', '已更换损坏部件', '已劝导当事人整改'],
    photos: 'needed',
  }),
  confirm: form('核查通过', '核查通过，办结', '已办结', {
    placeholder: '核查情况（可不填）',
    quick: ['现场已核实，恢复正常'],
    photos: 'optional',
  }),
  rework: form('返工', '退回返工', '已要求返工', {
    placeholder: '还差什么，要改到什么样',
    quick: ['现场未恢复', '只处理了一部分', '照片与现场不符', '留有安全隐患'],
    photos: 'optional',
  }),
  rate: form('评价', '提交评价', '谢谢您的评价'),
  withdraw: form('撤回', '撤回', '已撤回'),
};

/** What the resident who reported is asked; the same steps in other words. */
export const residentForms: Record<PersonStep, StepForm> = {
  ...staffForms,
  confirm: form('修好了', '修好了', '谢谢，这件事办结了', { isDirect: true }),
  rework: form('没修好', '告诉处理部门', '已告诉处理部门，会再去处理', {
    title: '哪里没修好？',
    placeholder: '比如「灯亮了一会儿又灭了」',
    quick: ['还是老样子', '只修好一部分', '过后又坏了', '现场没清理'],
    photos: 'optional',
  }),
  rate: form('评价', '提交评价', '谢谢您的评价', { title: '这次办得怎么样？', placeholder: '想说的话（可不填）' }),
};

const residentOnly: readonly PersonStep[] = ['rate', 'withdraw'];
/** What moves the ticket on is filled, what sends it back is an outline. */
const onward: readonly PersonStep[] = ['file', 'dispatch', 'accept', 'resolve', 'confirm', 'rate'];
const backward: readonly PersonStep[] = ['decline', 'return', 'rework'];

/** A member of staff works on a screen of their own; what they reported themselves they rate like any resident. */
export const stepsFor = (audience: 'resident' | 'staff', { relation, can }: TicketView): PersonStep[] =>
  can.filter((step): step is PersonStep => {
    if (isMark(step)) return false;
    const isResidents = relation !== 'staff' || residentOnly.includes(step);
    return isResidents === (audience === 'resident');
  });

/** The two buttons of the foot. */
export const footSteps = (steps: readonly PersonStep[]): { back?: PersonStep; on?: PersonStep } => ({
  back: steps.find((step) => backward.includes(step)),
  on: steps.find((step) => onward.includes(step)),
});

/** The sentence for photos that are not ready to be sent along, or undefined when all are. */
export const waitingFor = (photos: readonly Pick<DraftPhoto, 'state'>[]): string | undefined => {
  if (photos.some(({ state }) => state === 'failed' || state === 'refused')) return '有照片没传上去，请重试或删掉它';
  return photos.every(({ state }) => state === 'ready') ? undefined : '照片还在上传，请稍等';
};

/** The sentence for what the step still needs, or undefined when it may go. */
export const missingOf = (step: PersonStep, { note = '', photoIds = [], departmentId, stars }: StepContent) => {
  const needs: readonly string[] = transitions[step].needs;
  if (needs.includes('stars') && stars === undefined) return '先点星星';
  if (needs.includes('department') && departmentId === undefined) return '先选一个部门';
  if (needs.includes('photos') && photoIds.length === 0) return '至少要一张处理后的照片';
  if (needs.includes('note') && note.trim() === '') return '写一句，或点上面的常用语';
  return undefined;
};

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
