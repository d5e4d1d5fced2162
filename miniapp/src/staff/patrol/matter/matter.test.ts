import { expect, test } from 'vitest';
import { aPhoto } from '../../../photos/photo.builder.ts';
import { blankMatter, type Matter, missingIn, ticketPartOf } from './matter.ts';

const point = { lng: 121.4, lat: 31.2, datum: 'gcj02' } as const;
const whole: Matter = {
  text: '井盖松了',
  categoryCode: 'C0101',
  label: ' 3 栋东门 ',
  place: { point, community: { id: 'xfl', name: '幸福里社区' }, grid: { id: 'grd_01', name: '网格 01' } },
  photos: [],
};
const ticketId = `tkt_xfl_${'0'.repeat(26)}`;

test('差什么说什么，照片没传好等一等，位置不能在别的社区', () => {
  expect(missingIn(blankMatter, 'xfl')).toBe('还差 说明、类别、位置');
  expect(missingIn(whole, 'xfl')).toBeUndefined();
  expect(missingIn({ ...whole, photos: [aPhoto({ state: 'uploading' })] }, 'xfl')).toContain('上传');
  expect(missingIn(whole, 'other')).toBe('位置在别的社区');
});

test('没写具体位置，就说是哪个社区哪个网格', () => {
  expect(ticketPartOf(whole, ticketId)?.place.label).toBe('3 栋东门');
  expect(ticketPartOf({ ...whole, label: '' }, ticketId)?.place.label).toBe('幸福里社区网格 01 · 地图所示处');
  expect(ticketPartOf(blankMatter, ticketId)).toBeUndefined();
});
