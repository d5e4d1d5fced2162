import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { aBody, makeAssembly } from '../../../functions/src/meetings/meeting.builder.ts';
import type { Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

/** A meeting: called, moved, held, written down, signed, read. */
export const meetingsStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const on = await makeAssembly(service);
  const { li, wang, liu, ma } = on.cast;
  const good = <B>({ status, body, error }: { status: number; body: B; error: object }): B => {
    if (status !== 200) throw new Error(JSON.stringify(error));
    return body;
  };
  await times(pageful, () => on.call());
  await ask(meetingRoutes.listMeetings, undefined, { query: xfl });
  const called = good(await on.call({ topicIds: [await on.topic()] }));
  const moved = good(await on.change(called, { place: '居委会三楼' }));
  await on.get(moved.id);
  await on.get(moved.id, li);
  await ask(meetingRoutes.getCalendarFile, undefined, { params: { meetingId: moved.id } });
  good(await on.step(good(await on.call()), 'cancel'));

  await service.moveTo('2026-11-20T10:00:00.000Z');
  const open = good(await on.step(moved, 'open'));
  const { code } = good(await on.code(open.id));
  good(await on.attend(open.id, li, code));
  good(await on.attend(open.id, wang, 'online'));
  good(await on.listOnPaper(open.id, '周奶奶'));
  await ask(meetingRoutes.listPaperAttendees, liu, { params: { meetingId: open.id } });
  await service.moveTo(open.endsAt);
  const ended = good(await on.step(open, 'end'));
  const params = { meetingId: ended.id };
  const file = await service.uploadedFile(liu.personId, 'pdf', { state: 'kept', digest: 'd'.repeat(64) });
  const first = good(await on.write(ended.id));
  const minutes = good(
    await on.write(ended.id, {
      follows: first.number,
      body: { ...aBody(), attachments: [{ id: file, name: '方案' }] },
      reason: '补充附件',
    }),
  );
  good(await on.sign(ended.id, minutes, 'chair', liu));
  good(await on.sign(ended.id, minutes, 'recorder', ma));
  await on.versions(ended.id);
  await ask(meetingRoutes.diffMinutes, undefined, { params: { ...params, number: minutes.number } });
  await ask(meetingRoutes.openAttachment, undefined, { params: { ...params, number: minutes.number, mediaId: file } });
  await ask(meetingRoutes.exportMinutes, undefined, {
    params: { ...params, number: minutes.number },
    query: { format: 'docx' },
  });
};
