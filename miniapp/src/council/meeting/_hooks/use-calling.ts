import type { CommunityId, MeetingId, TopicId } from '@suishoupai/shared/ids';
import { communityOf } from '@suishoupai/shared/ids';
import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { call } from '../../../api/client.ts';
import { useKept } from '../../../forms/use-kept.ts';
import { useLoad } from '../../../load/use-load.ts';
import { freshMeetingId } from '../../../platform/new-id.ts';
import { back, replace, routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';
import { blankDraft, bodyOf, draftOf, MeetingDraft, missingIn } from '../drafting.ts';

export type Calling = { communityId?: CommunityId; topicId?: TopicId; id?: MeetingId };
export type Background = { meeting?: Meeting; topic?: { id: TopicId; title: string } };

const askBackground = async ({ id, topicId }: Calling): Promise<Background> => {
  if (id !== undefined) return { meeting: await call(meetingRoutes.getMeeting, { params: { meetingId: id } }) };
  if (topicId === undefined) return {};
  const { title = '' } = await call(topicRoutes.getTopic, { params: { topicId } });
  return { topic: { id: topicId, title } };
};

/** What the notice is about, before it is written. */
export const useBackground = (calling: Calling, ask = askBackground) =>
  useLoad(`${calling.id} ${calling.topicId}`, () => ask(calling));

/** A notice of a meeting, new or changed. */
export const useCalling = ({ communityId = '', id, topicId }: Calling, { meeting, topic }: Background) => {
  const now = useNow();
  const home = id === undefined ? communityId : communityOf(id);
  const key = `meeting:${id ?? `${communityId}:${topicId ?? ''}`}`;
  const kept = useKept(key, MeetingDraft, meeting === undefined ? blankDraft(now, topic) : draftOf(meeting));
  const draft = kept.value;
  const deeds = useDeeds();

  const change = async (body: ReturnType<typeof bodyOf>, standing: Meeting, actionId: `act_${string}`) => {
    await call(meetingRoutes.changeMeeting, {
      params: { meetingId: standing.id },
      body: { id: actionId, version: standing.version, ...body },
    });
    kept.clear();
    notify('改动已公布');
    back();
  };

  const submit = () =>
    deeds.run('call', async (actionId) => {
      const body = bodyOf(draft, meeting?.quorum);
      if (meeting !== undefined) return change(body, meeting, actionId);
      const newId = draft.id ?? (await freshMeetingId(home));
      // Kept before it goes out, so that the next start of the program repeats this one.
      kept.setValue({ ...draft, id: newId });
      await call(meetingRoutes.callMeeting, { body: { id: newId, ...body } });
      kept.clear();
      notify('会议通知已发布');
      replace(routes.room(newId));
    });

  return {
    now,
    draft,
    change: (next: Partial<MeetingDraft>) => kept.setValue({ ...draft, ...next }),
    missing: missingIn(draft, now),
    submit,
    isSending: deeds.running === 'call',
    isLocked: deeds.isLocked('call'),
    refusal: deeds.refusalOf('call'),
  };
};
