import type { MediaId, MeetingId, TopicId } from '@suishoupai/shared/ids';
import { fileRefusalText } from '@suishoupai/shared/media/file-refusals';
import { minutesHash, noPrevious } from '@suishoupai/shared/meetings/minutes';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { aMediaId, anActionId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { aTopicId } from '../topics/topic.builder.ts';
import { sha256 } from './integrity.ts';
import { type Assembly, aBody, makeAssembly } from './meeting.builder.ts';
import { makeTopicMeetings } from './signed.ts';

const section = (words: string) => aBody({ sections: [{ heading: '经过', words }] });

/** The minutes: versions, signatures, what the public reads, and what differs. */
export const recordingCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Assembly;
  beforeEach(async () => {
    service = await makeService();
    on = await makeAssembly(service);
  });

  describe('写', () => {
    test('一版接一版，前一版的指纹写在后一版里；草稿只有社区的人看得到', async () => {
      const { id } = await on.ended();
      await on.listOnPaper(id, '周奶奶');
      const first = (await on.write(id)).body;
      const second = (await on.write(id, { follows: 1, body: section('补充') }, on.cast.ma)).body;
      expect(first).toMatchObject({ number: 1, previous: noPrevious, author: '幸福里居委会', attendance: 1 });
      expect(second).toMatchObject({ number: 2, previous: first.hash, author: '幸福里居委会 副主任', isIntact: true });
      expect((await on.get(id, on.cast.liu)).minutes).toEqual(second);
      expect((await on.versions(id, on.cast.zhao)).body.items).toEqual([second, first]);
      for (const person of [undefined, on.cast.li, on.cast.zhang]) {
        const meeting = await on.get(id, person);
        expect([meeting.minutes, meeting.versions]).toEqual([undefined, 0]);
        expect((await on.versions(id, person)).body.items).toEqual([]);
      }
    });

    test('只有社区的人写；会还没开不能写', async () => {
      const { body } = await on.call();
      expect((await on.write(body.id)).error.code).toBe('meeting.stepNotAllowed');
      const { id } = await on.inSession();
      for (const person of [on.cast.zhang, on.cast.li]) {
        expect((await on.write(id, {}, person)).error.code).toBe('access.denied');
      }
      expect((await on.write(id)).status).toBe(200);
    });

    test('两个人同时写，一个写成，另一个请先看过', async () => {
      const { id } = await on.ended();
      const answers = await Promise.all([
        on.write(id, { body: section('甲写的') }),
        on.write(id, { body: section('乙写的') }, on.cast.ma),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.error.code).toBe('minutes.changed');
      expect((await on.get(id, on.cast.liu)).versions).toBe(1);
      expect((await on.write(id, { follows: 0 })).error.code).toBe('minutes.changed');
      expect((await on.write(id, { follows: 2 })).error.code).toBe('minutes.changed');
    });

    test('再交一次还是那一版，晚来也是；同一编号换了字，拒绝', async () => {
      const { id } = await on.ended();
      const actionId = anActionId();
      const [first, again] = await Promise.all([on.write(id, { id: actionId }), on.write(id, { id: actionId })]);
      expect(again.body).toEqual(first.body);
      await on.write(id, { follows: 1, body: section('第二版') });
      expect((await on.write(id, { id: actionId })).body.hash).toBe(first.body.hash);
      expect((await on.write(id, { id: actionId, body: section('改了') })).error.code).toBe('id.reused');
      expect((await on.get(id, on.cast.liu)).versions).toBe(2);
    });

    test('决议的议题要是这次会议的，编号不能重', async () => {
      const topicId = await on.topic();
      const { id } = await on.ended({ topicIds: [topicId] });
      const resolution = { id: anActionId(), words: '同意第二套方案', topicId };
      const fields = async (...resolutions: { id: `act_${string}`; words: string; topicId?: TopicId }[]) =>
        (await on.write(id, { body: aBody({ resolutions }) })).error.details?.map(({ field }) => field);
      expect(await fields({ ...resolution, topicId: aTopicId() })).toEqual(['body.body.resolutions.0.topicId']);
      expect(await fields(resolution, resolution)).toEqual(['body.body.resolutions.1.id']);
      expect((await on.write(id, { body: aBody({ resolutions: [resolution] }) })).status).toBe(200);
    });

    test('照片要是自己拍的、处理好的；前一版已有的照片别人也能留着', async () => {
      const { id } = await on.ended();
      const { liu, ma } = on.cast;
      const photo = await service.cleanPhoto(liu.personId);
      expect((await on.write(id, { body: aBody({ photos: [aMediaId()] }) })).error.code).toBe('media.notFound');
      expect((await on.write(id, { body: aBody({ photos: [photo] }) }, ma)).error.code).toBe('media.notFound');
      await on.write(id, { body: aBody({ photos: [photo] }) });
      const kept = await on.write(id, { follows: 1, body: aBody({ photos: [photo] }) }, ma);
      expect(kept.status).toBe(200);
      expect((await on.get(id, ma)).photos.map((each) => each.id)).toEqual([photo]);
    });
  });

  describe('附件', () => {
    const digest = 'd'.repeat(64);
    const kept = (person: Person, kind: 'pdf' | 'docx' | 'xlsx' = 'pdf') =>
      service.uploadedFile(person.personId, kind, { state: 'kept', digest });
    const hung = (...attachments: { id: MediaId; name: string }[]) => ({ ...aBody(), attachments });
    const faultOf = async (id: MeetingId, ...attachments: { id: MediaId; name: string }[]) => {
      const { error } = await on.write(id, { body: hung(...attachments) });
      return [error.code, error.details?.[0]?.field];
    };

    test('版本写着每个附件的名字、大小和指纹，附件换了，纪要的指纹就换了', async () => {
      const { id } = await on.ended();
      const [pdf, xlsx] = [await kept(on.cast.liu), await kept(on.cast.liu, 'xlsx')];
      const body = hung({ id: pdf, name: ' 设计方案 ' }, { id: xlsx, name: '工程预算表' });
      const { body: minutes } = await on.write(id, { body });
      const attachments = [
        { id: pdf, name: '设计方案', kind: 'pdf', size: 120_000, sha256: digest },
        { id: xlsx, name: '工程预算表', kind: 'xlsx', size: 120_000, sha256: digest },
      ] as const;
      expect(minutes.body.attachments).toEqual(attachments);
      const { signatures: _, isIntact, ...written } = minutes;
      expect(isIntact).toBe(true);
      const hashOf = (sha: string) =>
        minutesHash(sha256, {
          ...{ ...written, meetingId: id },
          body: { ...aBody(), attachments: [{ ...attachments[0], sha256: sha }, attachments[1]] },
        });
      expect(hashOf(digest)).toBe(minutes.hash);
      expect(hashOf('e'.repeat(64))).not.toBe(minutes.hash);
    });

    test('不写附件的版本和从前一样', async () => {
      const { id } = await on.ended();
      const { body } = await on.write(id, { body: hung() });
      expect(body.body).not.toHaveProperty('attachments');
    });

    test('要是自己传的、检查过的文件；错在哪一个，说得出来', async () => {
      const { id } = await on.ended();
      const { liu, ma } = on.cast;
      const [good, theirs, waiting] = [await kept(liu), await kept(ma), await service.uploadedFile(liu.personId)];
      const refused = await service.uploadedFile(liu.personId, 'docx', { state: 'refused', reason: 'hasMacros' });
      const photo = await service.cleanPhoto(liu.personId);
      const named = (mediaId: MediaId) => ({ id: mediaId, name: '附件' });
      const second = 'body.body.attachments.1';
      expect(await faultOf(id, named(good), named(aMediaId()))).toEqual(['attachment.notFound', second]);
      expect(await faultOf(id, named(good), named(theirs))).toEqual(['attachment.notFound', second]);
      expect(await faultOf(id, named(good), named(waiting))).toEqual(['attachment.notReady', second]);
      expect(await faultOf(id, named(good), named(photo))).toEqual(['attachment.refused', second]);
      const { error } = await on.write(id, { body: hung(named(good), named(refused)) });
      expect(error.code).toBe('attachment.refused');
      expect(error.details).toMatchObject([{ field: second, message: fileRefusalText.hasMacros }]);
      expect(await faultOf(id, named(good), named(good))).toEqual(['request.invalid', `${second}.id`]);
      expect((await on.write(id, { body: aBody({ photos: [good] }) })).error.code).toBe('media.refused');
      expect((await on.get(id, liu)).versions).toBe(0);
    });

    test('最多九个，名字一行、不能空', async () => {
      const { id } = await on.ended();
      const ten = Array.from({ length: 10 }, () => ({ id: aMediaId(), name: '附件' }));
      expect(await faultOf(id, ...ten)).toEqual(['request.invalid', 'body.body.attachments']);
      for (const name of [' ', '第一行\n决议 1：假的', '长'.repeat(81)]) {
        const fault = await faultOf(id, { id: await kept(on.cast.liu), name });
        expect(fault).toEqual(['request.invalid', 'body.body.attachments.0.name']);
      }
    });

    test('再交一次还是那一版；前一版的附件别人也能留着、改名、拿掉，差别看得到', async () => {
      const { id } = await on.ended();
      const { liu, ma } = on.cast;
      const [plan, budget] = [await kept(liu), await kept(liu, 'xlsx')];
      const first = { id: anActionId(), body: hung({ id: plan, name: '方案' }, { id: budget, name: '预算' }) };
      const written = await on.write(id, first);
      expect((await on.write(id, first)).body).toEqual(written.body);
      const added = await kept(ma, 'docx');
      const body = hung({ id: budget, name: '预算（定稿）' }, { id: added, name: '签到表' });
      expect((await on.write(id, { follows: 1, body }, ma)).status).toBe(200);
      const { lines } = (
        await service.call(meetingRoutes.diffMinutes, { token: ma.token, params: { meetingId: id, number: 2 } })
      ).body;
      const tail = `指纹 ${digest.slice(0, 16)}）`;
      expect(lines.filter(({ kind }) => kind !== 'same')).toEqual([
        { kind: 'removed', text: `附件：方案（PDF，117 KB，${tail}` },
        { kind: 'removed', text: `附件：预算（Excel，117 KB，${tail}` },
        { kind: 'added', text: `附件：预算（定稿）（Excel，117 KB，${tail}` },
        { kind: 'added', text: `附件：签到表（Word，117 KB，${tail}` },
      ]);
    });

    const open = (person: Person | undefined, meetingId: MeetingId, mediaId: MediaId, number = 1) =>
      service.call(meetingRoutes.openAttachment, { token: person?.token, params: { meetingId, number, mediaId } });

    test('双签以后谁都能下载，用的是中文名，从不当网页打开；没签的只有工作人员', async () => {
      const { id } = await on.ended();
      const { liu, ma, li } = on.cast;
      const file = await kept(liu);
      const { body: minutes } = await on.write(id, { body: hung({ id: file, name: '3/4 栋 设计方案' }) });
      expect((await open(ma, id, file)).status).toBe(200);
      for (const person of [undefined, li, on.cast.zhang]) {
        expect((await open(person, id, file)).error.code).toBe('minutes.notFound');
      }
      await on.sign(id, minutes, 'chair', liu);
      await on.sign(id, minutes, 'recorder', ma);
      const { body } = await open(undefined, id, file);
      expect(body.name).toBe('3_4 栋 设计方案.pdf');
      const { pathname, searchParams } = new URL(body.url);
      expect(pathname).toBe(`/photos/clean/${file}/file`);
      expect(searchParams.get('response-content-type')).toBe('application/pdf');
      expect(searchParams.get('response-content-disposition')).toBe(
        `attachment; filename*=UTF-8''${encodeURIComponent('3_4 栋 设计方案.pdf')}`,
      );
      expect((await open(li, id, aMediaId())).error.code).toBe('attachment.notFound');
      expect((await open(li, id, file, 2)).error.code).toBe('minutes.notFound');
    });
  });

  describe('签', () => {
    test('主持人和记录人两个人都签了，才算数，才公布；人数从此定下', async () => {
      const meeting = await on.ended();
      const { liu, ma, li } = on.cast;
      const minutes = (await on.write(meeting.id)).body;
      const half = await on.sign(meeting.id, minutes, 'chair', liu);
      expect(half.body.signatures).toMatchObject([{ role: 'chair', name: '李主任（幸福里居委会）' }]);
      expect(await on.get(meeting.id, li)).toMatchObject({ state: 'ended', versions: 0 });
      expect(await on.get(meeting.id, liu)).toMatchObject({ may: expect.not.arrayContaining(['sign']), maySign: [] });
      expect(await on.get(meeting.id, ma)).toMatchObject({
        may: expect.arrayContaining(['sign']),
        maySign: ['recorder'],
      });
      expect((await on.get(meeting.id, li)).maySign).toEqual([]);
      await on.sign(meeting.id, minutes, 'recorder', ma);
      const signed = await on.get(meeting.id, li);
      expect(signed).toMatchObject({ state: 'signed', versions: 1, version: meeting.version + 1 });
      expect(signed.minutes?.signatures.map(({ role, name }) => [role, name])).toEqual([
        ['chair', '李主任（幸福里居委会）'],
        ['recorder', '王干事（幸福里居委会 副主任）'],
      ]);
      expect((await service.stores.meetings.find(meeting.id))?.attendance).toEqual({ onSpot: 0, online: 0, paper: 0 });
    });

    test('一个人不能两边都签，先后签、同时签都不行', async () => {
      const { id } = await on.ended();
      const { liu } = on.cast;
      const minutes = (await on.write(id)).body;
      const answers = await Promise.all([on.sign(id, minutes, 'chair', liu), on.sign(id, minutes, 'recorder', liu)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.error.code).toBe('minutes.sameSigner');
      expect((await on.get(id, on.cast.li)).state).toBe('ended');
    });

    test('两个人同时签，两个都算；同一个位子同时签，只有一个算', async () => {
      const { liu, ma, zhao } = on.cast;
      const meeting = await on.ended();
      const minutes = (await on.write(meeting.id)).body;
      const chairs = await Promise.all([
        on.sign(meeting.id, minutes, 'chair', liu),
        on.sign(meeting.id, minutes, 'chair', zhao),
      ]);
      expect(chairs.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const next = (await on.write(meeting.id, { follows: 1, body: section('第二版') })).body;
      const both = await Promise.all([
        on.sign(meeting.id, next, 'chair', liu),
        on.sign(meeting.id, next, 'recorder', ma),
      ]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect(await on.get(meeting.id)).toMatchObject({ state: 'signed', minutes: { number: 2 } });
    });

    test('签的是读过的那一版：有了新的一版，或指纹不对，请先看过', async () => {
      const { id } = await on.ended();
      const { liu, ma } = on.cast;
      const first = (await on.write(id)).body;
      expect((await on.sign(id, { ...first, hash: 'a'.repeat(64) }, 'chair', liu)).error.code).toBe('minutes.changed');
      await on.write(id, { follows: 1, body: section('第二版') });
      expect((await on.sign(id, first, 'chair', liu)).error.code).toBe('minutes.changed');
      expect((await on.sign(id, { ...first, number: 9 }, 'chair', ma)).error.code).toBe('minutes.changed');
    });

    test('一个写，一个签，同时：要么签在旧版上、新版另签，要么请先看过', async () => {
      const { id } = await on.ended();
      const { liu, ma } = on.cast;
      const first = (await on.write(id)).body;
      const [written, signed] = await Promise.all([
        on.write(id, { follows: 1, body: section('第二版') }),
        on.sign(id, first, 'chair', ma),
      ]);
      expect(written.status).toBe(200);
      expect([200, 409]).toContain(signed.status);
      const [second] = (await on.versions(id, liu)).body.items;
      expect(second).toMatchObject({ number: 2, signatures: [] });
    });

    test('签过的一版，有了新的一版以后再签一次，还是那一次', async () => {
      const { id } = await on.ended();
      const { body: minutes } = await on.write(id);
      await on.sign(id, minutes, 'chair', on.cast.liu);
      await on.write(id, { follows: 1, body: section('第二版') });
      expect((await on.sign(id, minutes, 'chair', on.cast.liu)).body.number).toBe(1);
      expect((await on.sign(id, minutes, 'recorder', on.cast.ma)).error.code).toBe('minutes.changed');
    });

    test('再签一次还是那一次；外人、还没散会，不能签', async () => {
      const { liu, zhang } = on.cast;
      const open = await on.inSession();
      const draft = (await on.write(open.id)).body;
      expect((await on.sign(open.id, draft, 'chair', liu)).error.code).toBe('meeting.stepNotAllowed');
      await on.step(open, 'end');
      expect((await on.sign(open.id, draft, 'chair', zhang)).error.code).toBe('access.denied');
      const once = await on.sign(open.id, draft, 'chair', liu);
      expect((await on.sign(open.id, draft, 'chair', liu)).body).toEqual(once.body);
    });
  });

  test('名单上看得出纪要写了没有、签了没有；更正还没签完的，又是写了没签', async () => {
    const { id } = await on.ended();
    const past = async () =>
      (await service.call(meetingRoutes.listMeetings, { query: { communityId: 'xfl', when: 'past' } })).body.items[0]
        ?.minutesState;
    const { liu, ma } = on.cast;
    await service.moveTo('2026-11-20T13:00:01.000Z');
    expect(await past()).toBe('none');
    const minutes = (await on.write(id)).body;
    expect([await past(), (await on.get(id, liu)).maySign]).toEqual(['written', ['chair', 'recorder']]);
    await on.sign(id, minutes, 'chair', liu);
    expect(await past()).toBe('written');
    await on.sign(id, minutes, 'recorder', ma);
    expect([await past(), (await on.get(id, ma)).maySign]).toEqual(['signed', []]);
    await on.write(id, { follows: 1, body: section('更正后'), reason: '人数写错了' });
    expect(await past()).toBe('written');
  });

  describe('更正', () => {
    test('签过字的要写原因才能更正；新的一版两人签完以前，公布的还是原来的', async () => {
      const { meeting, minutes } = await on.signed();
      const { id } = meeting;
      const { liu, ma, li } = on.cast;
      const bare = await on.write(id, { follows: 1, body: section('更正后') });
      expect(bare.error.details?.map(({ field }) => field)).toEqual(['body.reason']);
      const next = (await on.write(id, { follows: 1, body: section('更正后'), reason: '人数写错了' })).body;
      await on.sign(id, next, 'chair', ma);
      expect(await on.get(id, li)).toMatchObject({ state: 'signed', minutes: { hash: minutes.hash }, versions: 1 });
      await on.sign(id, next, 'recorder', liu);
      expect((await on.get(id, li)).minutes).toMatchObject({ number: 2, reason: '人数写错了' });
      expect((await on.versions(id)).body.items.map(({ number }) => number)).toEqual([2, 1]);
      expect((await on.get(id)).version).toBe(meeting.version);
    });

    test('写更正的同时另一个人签完字：没写原因的更正不会落在签过的后面', async () => {
      const { id } = await on.ended();
      const { liu, ma } = on.cast;
      const first = (await on.write(id)).body;
      await on.sign(id, first, 'chair', liu);
      const [signed, written] = await Promise.all([
        on.sign(id, first, 'recorder', ma),
        on.write(id, { follows: 1, body: section('第二版') }),
      ]);
      const codes = [signed, written].map(({ status, error }) => (status === 200 ? 'done' : error.code));
      expect([
        ['done', 'request.invalid'],
        ['minutes.changed', 'done'],
      ]).toContainEqual(codes);
    });
  });

  describe('差别', () => {
    const diff = (meetingId: MeetingId, number: number, person?: Person) =>
      service.call(meetingRoutes.diffMinutes, { token: person?.token, params: { meetingId, number } });

    test('逐行，先删后加；公众比的是上一个签过的版本', async () => {
      const { meeting, minutes } = await on.signed(section('第一行\n第二行\n第三行'));
      const { id } = meeting;
      const { liu, ma } = on.cast;
      await on.write(id, { follows: 1, body: section('第一行\n草稿\n第三行'), reason: '更正' });
      const third = (await on.write(id, { follows: 2, body: section('第一行\n改过的\n第三行'), reason: '更正' })).body;
      await on.sign(id, third, 'chair', liu);
      await on.sign(id, third, 'recorder', ma);
      expect((await diff(id, 3)).body.lines).toEqual([
        { kind: 'same', text: '【经过】' },
        { kind: 'same', text: '第一行' },
        { kind: 'removed', text: '第二行' },
        { kind: 'added', text: '改过的' },
        { kind: 'same', text: '第三行' },
      ]);
      expect((await diff(id, 3, liu)).body.lines).toContainEqual({ kind: 'removed', text: '草稿' });
      expect((await diff(id, 2)).error.code).toBe('minutes.notFound');
      expect((await diff(id, 1)).body.lines.every(({ kind }) => kind === 'added')).toBe(true);
      expect((await diff(id, minutes.number + 8)).error.code).toBe('minutes.notFound');
    });
  });

  test('议题读到签过字的决议，没签的读不到；别的议题的决议不算', async () => {
    const [topicId, other] = [await on.topic('加装电梯'), await on.topic('停车位')];
    const resolutions = [
      { id: anActionId(), words: '同意第二套方案', topicId },
      { id: anActionId(), words: '另行征求意见' },
    ];
    const { signedMinutesOf, meetingsOf } = makeTopicMeetings(service.stores.meetings);
    const { meeting } = await on.signed(aBody({ resolutions }), { topicIds: [topicId, other] });
    expect(await signedMinutesOf(topicId)).toEqual([
      { meetingId: meeting.id, number: 1, resolutions: resolutions.slice(0, 1) },
    ]);
    expect(await signedMinutesOf(other)).toEqual([{ meetingId: meeting.id, number: 1, resolutions: [] }]);
    expect(await meetingsOf(topicId)).toMatchObject([{ id: meeting.id, isSigned: true, hasResolution: true }]);
    const draft = await on.ended({
      topicIds: [topicId],
      startsAt: '2026-11-20T13:30:00.000Z',
      endsAt: '2026-11-20T14:00:00.000Z',
    });
    await on.write(draft.id);
    expect(await signedMinutesOf(topicId)).toHaveLength(1);
    expect((await meetingsOf(topicId)).map(({ isSigned }) => isSigned)).toEqual([true, false]);
  });
};
