import { minutesHash } from '@suishoupai/shared/meetings/minutes';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { beforeEach, expect, test } from 'vitest';
import { aService, type Service } from '../../test/service.ts';
import { makeMemoryStores } from '../stores.ts';
import { sha256 } from './integrity.ts';
import { type Assembly, aBody, makeAssembly } from './meeting.builder.ts';
import type { MinutesRecord } from './record.ts';
import { makeTopicMeetings } from './signed.ts';

/** What somebody with the table in hand does to the versions; nothing until a test says. */
let forge: (minutes: MinutesRecord) => MinutesRecord | undefined;
let service: Service;
let on: Assembly;

beforeEach(async () => {
  forge = (minutes) => minutes;
  const stores = makeMemoryStores();
  const { findMinutes, listMinutes } = stores.meetings;
  service = await aService({
    ...stores,
    meetings: {
      ...stores.meetings,
      findMinutes: async (id, number) => {
        const minutes = await findMinutes(id, number);
        return minutes && forge(minutes);
      },
      listMinutes: async (id) => (await listMinutes(id)).flatMap((minutes) => forge(minutes) ?? []),
    },
  });
  on = await makeAssembly(service);
});

const resolved = aBody({ sections: [{ heading: '决定', words: '多数同意' }] });
const turned = aBody({ sections: [{ heading: '决定', words: '多数反对' }] });
const reworded = (minutes: MinutesRecord) => (minutes.number === 1 ? { ...minutes, body: turned } : minutes);
/** Words and hash changed together. */
const rehashed = (minutes: MinutesRecord) => {
  const forged = reworded(minutes);
  return { ...forged, hash: minutesHash(sha256, { ...forged, meetingId: minutes.meetingId }) };
};

test.each([
  ['改了字', reworded],
  ['改了字也重算了指纹', rehashed],
])('%s：读的人看到警示，不能签、不能接着写、不能导出，议题不认它', async (_, forgery) => {
  const topicId = await on.topic();
  const { meeting, minutes } = await on.signed(resolved, { topicIds: [topicId] });
  const { id } = meeting;
  expect((await on.get(id)).minutes?.isIntact).toBe(true);
  forge = forgery;
  expect((await on.get(id)).minutes).toMatchObject({ number: 1, isIntact: false });
  expect((await on.versions(id)).body.items).toMatchObject([{ number: 1, isIntact: false }]);
  const diff = await service.call(meetingRoutes.diffMinutes, { params: { meetingId: id, number: 1 } });
  expect(diff.error.code).toBe('minutes.altered');
  const exported = await service.call(meetingRoutes.exportMinutes, {
    params: { meetingId: id, number: 1 },
    query: { format: 'pdf' },
  });
  expect(exported.error.code).toBe('minutes.altered');
  const next = await on.write(id, { follows: 1, body: resolved, reason: '更正' });
  expect(next.error.code).toBe('minutes.altered');
  expect((await on.sign(id, minutes, 'chair', on.cast.liu)).error.code).toBe('minutes.altered');
  expect(await makeTopicMeetings(service.stores.meetings).signedMinutesOf(topicId)).toEqual([]);
  expect(service.logged.some((line) => line.startsWith('minutes altered') && line.includes(id))).toBe(true);
});

test('没签的草稿被改，也签不了', async () => {
  const { id } = await on.ended();
  const minutes = (await on.write(id, { body: resolved })).body;
  forge = reworded;
  expect((await on.sign(id, minutes, 'chair', on.cast.liu)).error.code).toBe('minutes.altered');
  expect((await on.get(id, on.cast.liu)).minutes?.isIntact).toBe(false);
});

test('老的一版被改，接着它的几版仍认得出是哪一版不对', async () => {
  const { meeting } = await on.signed(resolved);
  const { id } = meeting;
  await on.write(id, { follows: 1, body: turned, reason: '更正' });
  forge = reworded;
  const { items } = (await on.versions(id, on.cast.liu)).body;
  expect(items.map(({ number, isIntact }) => [number, isIntact])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test('一版被抽掉，剩下的都打上警示', async () => {
  const { meeting } = await on.signed(resolved);
  await on.write(meeting.id, { follows: 1, body: turned, reason: '更正' });
  forge = (minutes) => (minutes.number === 1 ? undefined : minutes);
  const { items } = (await on.versions(meeting.id, on.cast.liu)).body;
  expect(items.map(({ number, isIntact }) => [number, isIntact])).toEqual([[2, false]]);
});

test('附件被换成另一个，不能下载', async () => {
  const id = await service.uploadedFile(on.cast.liu.personId, 'pdf', { state: 'kept', digest: 'a'.repeat(64) });
  const { meeting } = await on.signed({ ...resolved, attachments: [{ id, name: '方案' }] });
  const open = () =>
    service.call(meetingRoutes.openAttachment, { params: { meetingId: meeting.id, number: 1, mediaId: id } });
  expect((await open()).status).toBe(200);
  forge = ({ body, ...minutes }) => {
    const attachments = (body.attachments ?? []).map((each) => ({ ...each, sha256: 'b'.repeat(64) }));
    return { ...minutes, body: { ...body, attachments } };
  };
  expect((await on.get(meeting.id)).minutes?.isIntact).toBe(false);
  expect((await open()).error.code).toBe('minutes.altered');
});
