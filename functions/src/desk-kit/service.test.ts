import { Templates } from '@suishoupai/shared/desk-kit/contract';
import { defaultTemplates } from '@suishoupai/shared/desk-kit/defaults';
import { kitLimits } from '@suishoupai/shared/desk-kit/limits';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { aCommunity, anActionId, aPersonId, aTicketId } from '../../test/builders.ts';
import { community, grid01, wuye } from '../../test/service.ts';
import type { Viewer } from '../http/handlers.ts';
import { makeMemoryActivityStore } from './activity-store.ts';
import { makeKitService } from './service.ts';
import { makeMemoryTemplatesStore } from './templates-store.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const as = (...grants: Viewer['grants']): Viewer => ({ personId: aPersonId(), grants });
const street = { role: 'coordinator', streetId: 'str_changning', label: '长宁街道' } as const;
const elsewhere = { role: 'communityStaff', communityId: 'other', label: '别的居委会' } as const;
const denied = { code: 'access.denied' };

const aKit = () => {
  const activity = makeMemoryActivityStore();
  const kit = makeKitService({
    templates: makeMemoryTemplatesStore(),
    activity,
    places: { getCommunity: async () => aCommunity({ streetId: 'str_changning' }) },
  });
  return { ...kit, keep: activity.keep };
};

test('没写过的岗位先用现成的几句，写了就用自己的，清空也算', async () => {
  const kit = aKit();
  const desk = { communityId: 'xfl', desk: 'dep_wuye' };
  const seeds = await kit.templates(as(wuye), 'xfl', 'dep_wuye');
  expect(seeds).toEqual({ version: 0, texts: defaultTemplates('dep_wuye') });
  expect(await kit.putTemplates(as(wuye), { ...desk, version: 0, texts: ['马上到'] })).toMatchObject({
    version: 1,
  });
  await kit.putTemplates(as(wuye), { ...desk, version: 1, texts: [] });
  expect(await kit.templates(as(wuye), 'xfl', 'dep_wuye')).toEqual({ version: 2, texts: [] });
});

test('两个人从同一版改起，后交的被告知；同样的再交一次，结果一样', async () => {
  const kit = aKit();
  const edit = { communityId: 'str_changning', desk: 'street' as const, version: 0, texts: ['同意延期'] };
  const first = await kit.putTemplates(as(street), edit);
  expect(await kit.putTemplates(as(street), edit)).toEqual(first);
  await expect(kit.putTemplates(as(street), { ...edit, texts: ['另一句'] })).rejects.toMatchObject({
    code: 'templates.changed',
  });
});

test('别的岗位的常用回复，看不到也改不了', async () => {
  const kit = aKit();
  const edit = { communityId: 'xfl', desk: 'dep_wuye', version: 0, texts: [] };
  for (const viewer of [as(grid01), as(community), as(elsewhere)]) {
    await expect(kit.templates(viewer, 'xfl', 'dep_wuye')).rejects.toMatchObject(denied);
    await expect(kit.putTemplates(viewer, edit)).rejects.toMatchObject(denied);
  }
});

test('现成的几句都放得下', () => {
  const desks = ['dep_wuye', 'grd_01', 'community', 'street'];
  for (const desk of desks) {
    const texts = [...defaultTemplates(desk)];
    expect(texts.length).toBeLessThanOrEqual(kitLimits.templates);
    expect(texts.every((text) => text.length > 0 && text.length <= kitLimits.template)).toBe(true);
    expect(z.safeParse(Templates, { version: 0, texts }).success).toBe(true);
  }
});

test('自己岗位的经办记录自己看，社区看全社区，街道看辖区', async () => {
  const kit = aKit();
  const event = {
    id: anActionId(),
    at: now.toISOString(),
    step: 'confirm',
    state: 'closed',
    actor: { relation: 'gridWorker', label: '网格员 01' },
    photoIds: [],
    digest: 'first',
  } as const;
  const ticket = {
    id: aTicketId(),
    communityId: 'xfl',
    title: '路灯不亮',
    reportedAt: now.toISOString(),
    grid: { id: 'grd_01', name: '网格 01' },
    events: [{ ...event, photoIds: [] }],
  };
  await kit.keep(ticket, { ...event, photoIds: [] });
  for (const viewer of [as(grid01), as(community), as(street)]) {
    expect((await kit.activity(viewer, 'xfl', 'grd_01', undefined, now)).items).toHaveLength(1);
  }
  const strangers = [
    as(wuye),
    as(elsewhere),
    as({ ...street, streetId: 'str_other' }),
    as({ role: 'gridWorker', communityId: 'other', gridId: 'grd_01', label: '网格员' }),
  ];
  for (const viewer of strangers) {
    await expect(kit.activity(viewer, 'xfl', 'grd_01', undefined, now)).rejects.toMatchObject(denied);
  }
});
