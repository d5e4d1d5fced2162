import { expect, test } from 'vitest';
import { aPhoto } from '../photos/photo.builder.ts';
import { aDraft, aTicketId, point } from './builders.ts';
import { emptyDraft } from './draft.ts';
import { bodyOf } from './missing.ts';
import { takenBack } from './taken-back.ts';

const refusal = { code: 'category.unknown', message: '没有这个类别，请重新选择', details: [] };

test('被退回的一份变回草稿：写的、拍的、选的都在，哪里不对标出来', () => {
  const draft = aDraft();
  const body = bodyOf(draft, aTicketId(), true) ?? {};
  expect(takenBack({ body, photos: draft.photos }, refusal)).toEqual({
    draft: {
      photos: draft.photos,
      label: '3 栋东门',
      description: '路灯不亮',
      categoryCode: undefined,
      place: { point, standing: { state: 'asking' } },
    },
    problems: { category: '没有这个类别，请重新选择' },
    message: '没有这个类别，请重新选择',
  });
});

test('认不出的旧内容，至少照片还在', () => {
  const photos = [aPhoto()];
  const { draft } = takenBack({ body: { place: '三号楼' }, photos }, refusal);
  expect(draft).toEqual({ ...emptyDraft, photos, categoryCode: undefined });
});
