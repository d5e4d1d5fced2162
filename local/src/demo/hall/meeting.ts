import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { timeOf } from '../story.ts';
import type { HallAct, MeetingDeed } from './act.ts';
import { sendFile } from './files.ts';
import { fromNewest, type Stage } from './stage.ts';

type Act = Extract<HallAct, MeetingDeed>;

export const playMeeting = async (act: Act, { names, phoneOf, seededAt }: Stage): Promise<void> => {
  const phone = await phoneOf(act.by);
  const { ask } = phone;
  const meetingId = names.idOf('meeting', act.meeting);
  const params = { meetingId };
  const topicOf = (name: string | undefined) => (name === undefined ? undefined : names.idOf('topic', name));
  const seen = async () => {
    const { version } = await ask(meetingRoutes.getMeeting, { params });
    return { id: names.action(act, act.by), version };
  };
  switch (act.does) {
    case 'call': {
      const { does: _, meeting: __, by: ___, when: ____, topics, agenda, startsAt, endsAt, ...told } = act;
      await ask(meetingRoutes.callMeeting, {
        body: {
          ...told,
          id: meetingId,
          startsAt: timeOf(startsAt, seededAt).toISOString(),
          endsAt: timeOf(endsAt, seededAt).toISOString(),
          agenda: agenda.map(({ title, minutes, topic }) => ({ title, minutes, topicId: topicOf(topic) })),
          topicIds: topics.map((topic) => names.idOf('topic', topic)),
        },
      });
      return;
    }
    case 'openMeeting':
      await fromNewest(async () =>
        ask(meetingRoutes.stepMeeting, { params, body: { ...(await seen()), what: 'open' as const } }),
      );
      return;
    case 'endMeeting':
      await fromNewest(async () =>
        ask(meetingRoutes.stepMeeting, { params, body: { ...(await seen()), what: 'end' as const } }),
      );
      return;
    case 'cancelMeeting': {
      const { reason } = act;
      await fromNewest(async () =>
        ask(meetingRoutes.stepMeeting, { params, body: { ...(await seen()), what: 'cancel' as const, reason } }),
      );
      return;
    }
    case 'attend':
      for (const persona of act.all) {
        const { ask: askAs } = await phoneOf(persona);
        const id = names.action(act, persona);
        const body =
          act.how === 'online'
            ? { id, how: act.how }
            : { id, how: act.how, code: (await ask(meetingRoutes.getSignInCode, { params })).code };
        await askAs(meetingRoutes.attendMeeting, { params, body });
      }
      return;
    case 'attendOnPaper': {
      const { name, household, witnesses } = act;
      const body = { id: names.action(act, name), name, household, witnesses };
      await ask(meetingRoutes.listAttendee, { params, body });
      return;
    }
    case 'write': {
      const { number, reason, sections, resolutions, meeting } = act;
      const attachments = (act.attachments ?? []).map((each) => ({ ...each, id: names.file(meeting, each.file) }));
      for (const { id, file } of attachments) await sendFile(phone, id, file);
      const body = {
        sections,
        resolutions: resolutions.map(({ words, topic }, i) => ({
          id: names.action(act, `resolution ${i}`),
          words,
          topicId: topicOf(topic),
        })),
        photos: names.photos(act),
        attachments: attachments.map(({ id, name }) => ({ id, name })),
      };
      const version = { id: names.action(act, `version ${number}`), follows: number - 1, reason, body };
      await ask(meetingRoutes.writeMinutes, { params, body: version });
      return;
    }
    case 'sign': {
      const { number, role } = act;
      const { items } = await ask(meetingRoutes.listMinutes, { params });
      const hash = items.find((version) => version.number === number)?.hash ?? '';
      const body = { id: names.action(act, role), role, hash };
      await ask(meetingRoutes.signMinutes, { params: { meetingId, number }, body });
      return;
    }
    default:
      act satisfies never;
  }
};
