import type { MeetingId } from '@suishoupai/shared/ids';
import type { Meeting, MinutesVersion } from '@suishoupai/shared/meetings/contract';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { useEffect } from 'react';
import { call } from '../../../../api/client.ts';
import { useKept } from '../../../../forms/use-kept.ts';
import { useLoad } from '../../../../load/use-load.ts';
import { usePhotos } from '../../../../photos/use-photos.ts';
import { newActionId } from '../../../../platform/new-id.ts';
import { replace, routes } from '../../../../routes.ts';
import { waitingFor } from '../../../../ticket/missing.ts';
import { notify } from '../../../../ui/notify.ts';
import { useDeeds } from '../../../use-deeds.ts';
import { filesMissing } from '../_files/draft-file.ts';
import { useFiles } from '../_files/use-files.ts';
import { bodyOf, firstWriting, hungOf, missingIn, Writing } from '../writing.ts';

type Known = { meeting: Meeting; newest: MinutesVersion | undefined };

const askKnown = async (meetingId: MeetingId): Promise<Known> => {
  const params = { meetingId };
  const [meeting, { items }] = await Promise.all([
    call(meetingRoutes.getMeeting, { params }),
    call(meetingRoutes.listMinutes, { params }),
  ]);
  return { meeting, newest: items[0] };
};

/** The meeting and the version that the next one follows. */
export const useKnown = (meetingId: MeetingId, ask = askKnown) => useLoad(meetingId, () => ask(meetingId));

/** A new version of the minutes, kept on the phone until the service has it. */
export const useWriting = ({ meeting, newest }: Known) => {
  const follows = newest?.number ?? 0;
  const kept = useKept(`minutes:${meeting.id}:${follows}`, Writing, firstWriting(meeting, newest));
  const writing = kept.value;
  const photos = usePhotos({
    max: meetingLimits.photos - (newest?.body.photos.length ?? 0),
    initial: writing.photos,
  });
  const hung = hungOf(writing, newest);
  const files = useFiles({ max: meetingLimits.attachments - hung.length, initial: writing.files });
  const deeds = useDeeds();

  // What is on its way is kept with the words: a form that is left and opened again has all of it.
  const onTheWay = { photos: [...photos.photos], files: [...files.files] };
  const { setValue } = kept;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists change as a whole
  useEffect(() => setValue((now) => ({ ...now, ...onTheWay })), [photos.photos, files.files]);

  const submit = () =>
    deeds.run('write', async (id) => {
      const body = bodyOf({ ...writing, ...onTheWay }, newest);
      const reason = writing.reason.trim();
      const { number } = await call(meetingRoutes.writeMinutes, {
        params: { meetingId: meeting.id },
        body: { id, follows, ...(reason === '' ? {} : { reason }), body },
      });
      kept.clear();
      notify(`第 ${number} 版写好了，请主持人和记录人分别签字`);
      replace(routes.minutes(meeting.id));
    });

  const change = (next: Partial<Writing>) => kept.setValue({ ...writing, ...next });
  return {
    follows,
    writing,
    photos,
    hung,
    files,
    change,
    addResolution: async () => {
      const [topic] = meeting.topics;
      const of = topic === undefined || meeting.topics.length > 1 ? {} : { topicId: topic.id };
      change({ resolutions: [...writing.resolutions, { id: await newActionId(), words: '', ...of }] });
    },
    missing: missingIn(writing, follows) ?? waitingFor(photos.photos) ?? filesMissing(files.files),
    submit,
    isSending: deeds.running === 'write',
    isLocked: deeds.isLocked('write'),
    refusal: deeds.refusalOf('write'),
  };
};

export type WritingControl = ReturnType<typeof useWriting>;
export type KnownMeeting = Known;
