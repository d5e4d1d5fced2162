import { type PersonStep, transitions } from '@suishoupai/shared/tickets/transitions';
import type { DraftPhoto } from '../photos/draft-photo.ts';
import type { StepContent } from './content.ts';

/** The sentence for photos that are not ready to be sent along, or undefined when all are. */
export const waitingFor = (photos: readonly Pick<DraftPhoto, 'state'>[]): string | undefined => {
  if (photos.some(({ state }) => state === 'failed' || state === 'refused')) return '有照片没传上去，请重试或删掉它';
  return photos.every(({ state }) => state === 'ready') ? undefined : '照片还在上传，请稍等';
};

const missingTask = ({ departmentId, supporting = [] }: StepContent): string | undefined => {
  if (supporting.length === 0) return '至少选一个协办部门';
  if (supporting.some((each) => each.departmentId === departmentId)) return '牵头部门不用再协办';
  return supporting.some(({ task }) => task.trim() === '') ? '写明每个协办部门做什么' : undefined;
};

const isHalf = ({ authorisation }: StepContent): boolean =>
  authorisation !== undefined && (authorisation.document.trim() === '') !== (authorisation.means.trim() === '');

type Need = (typeof transitions)[PersonStep]['needs'][number];

const lacking: Record<Need, (content: StepContent) => string | undefined> = {
  stars: ({ stars }) => (stars === undefined ? '先点星星' : undefined),
  department: ({ departmentId }) => (departmentId === undefined ? '先选一个部门' : undefined),
  supporting: missingTask,
  category: ({ categoryCode }) => (categoryCode === undefined ? '先选它属于哪一类' : undefined),
  limit: ({ limit }) => (limit === undefined ? '先选要延多久' : undefined),
  day: ({ day }) => (day === undefined ? '先选哪一天再看' : undefined),
  ticket: ({ ticketId }) => (ticketId === undefined ? '先选并入哪一件' : undefined),
  person: ({ personId }) => (personId === undefined ? '先选交给谁' : undefined),
  photos: ({ photoIds = [] }) => (photoIds.length === 0 ? '至少要一张处理后的照片' : undefined),
  note: ({ note = '' }) => (note.trim() === '' ? '写一句话' : undefined),
};

/** Words come last in every form. */
const order: readonly Need[] = [
  'stars',
  'department',
  'supporting',
  'category',
  'limit',
  'day',
  'ticket',
  'person',
  'photos',
  'note',
];

/** The sentence for what the step still needs, or undefined when it may go. */
export const missingOf = (step: PersonStep, content: StepContent): string | undefined => {
  const needs: readonly Need[] = transitions[step].needs;
  const missing = order.filter((need) => needs.includes(need)).map((need) => lacking[need](content));
  return missing.find((sentence) => sentence !== undefined) ?? (isHalf(content) ? '授权文件和保障都要写' : undefined);
};
