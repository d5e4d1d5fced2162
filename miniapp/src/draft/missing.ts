import type { TicketId } from '@suishoupai/shared/ids';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { goesWhen } from '../photos/goes-when.ts';
import type { Draft, Part, ReportBody } from './draft.ts';

export type Missing = {
  part: Part;
  /** For the button: 「还差 照片、类别」. */
  word: string;
  /** What to do, or what is being waited for. */
  sentence: string;
  /** Nothing to do but wait. */
  isPassing?: boolean;
};

const missingPhotos = ({ photos }: Draft, isOnline: boolean): Missing | undefined => {
  const part = 'photos';
  if (photos.length === 0) return { part, word: '照片', sentence: '先拍一张照片，让处理的人看得见' };
  const refused = photos.filter(({ state }) => state === 'refused').length;
  if (refused > 0) return { part, word: '照片', sentence: `有 ${refused} 张照片无法使用，删掉它再提交` };
  if (goesWhen(photos, isOnline) === 'later') return undefined;
  const ready = photos.filter(({ state }) => state === 'ready').length;
  if (ready === photos.length) return undefined;
  return {
    part,
    word: `照片上传 ${ready}/${photos.length}`,
    sentence: '照片还在上传，传好就能提交',
    isPassing: true,
  };
};

const missingPlace = ({ place }: Draft, isOnline: boolean): Missing | undefined => {
  const part = 'place';
  switch (place?.standing.state) {
    case undefined:
      return { part, word: '位置', sentence: '选一下问题在哪里' };
    case 'asking':
      return { part, word: '位置', sentence: '正在查位置属于哪个社区', isPassing: true };
    case 'outside':
      return { part, word: '位置', sentence: '这个位置不在已开通的社区内，请换一个位置' };
    case 'unknown':
      return {
        part,
        word: '位置',
        sentence: isOnline ? '还没查到位置属于哪个社区，点「再查一次」' : '有网时才能查到位置属于哪个社区，内容都存着',
      };
    case 'inside':
      return undefined;
  }
};

const missingCategory = ({ categoryCode }: Draft): Missing | undefined =>
  categoryCode === undefined ? { part: 'category', word: '类别', sentence: '选一下是什么问题' } : undefined;

/** What stands between the draft and its submission, in the order of the page; empty when nothing does. */
export const missingOf = (draft: Draft, isOnline: boolean): Missing[] =>
  [missingPhotos(draft, isOnline), missingPlace(draft, isOnline), missingCategory(draft)].filter(
    (each) => each !== undefined,
  );

export const missingWords = (missing: readonly Missing[]): string => {
  const [first] = missing;
  if (first === undefined) return '';
  if (missing.length === 1 && first.isPassing) return `${first.word}…`;
  return `还差 ${missing.map(({ word }) => word).join('、')}`;
};

/** What stands for the place when nobody wrote a label: no more than is known. */
const nearby = (community: string, grid: string | undefined): string =>
  `${community}${grid ?? ''} · 地图所示处`.slice(0, ticketLimits.placeLabel);

/** What is sent for a draft from which nothing is missing; undefined for any other. */
export const bodyOf = (draft: Draft, id: TicketId, isOnline: boolean): ReportBody | undefined => {
  const { place, label, categoryCode, description, photos } = draft;
  if (missingOf(draft, isOnline).length > 0 || place?.standing.state !== 'inside' || categoryCode === undefined)
    return undefined;
  const { community, grid } = place.standing;
  return {
    id,
    categoryCode: categoryCode satisfies CategoryCode,
    description: description.trim(),
    place: { point: place.point, label: label.trim() || nearby(community.name, grid?.name) },
    photoIds: photos.map((photo) => photo.id),
  };
};
