import type { MeetingNotice } from '@suishoupai/shared/meetings/notices';
import { expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import { aTopicId } from '../topics/topic.builder.ts';
import { makeMeetingFollower } from './follower.ts';
import { aMeeting } from './meeting.builder.ts';
import type { MeetingRecord, Signature } from './record.ts';

const itemOf = (meeting: MeetingRecord) => ({ pk: `xfl#${meeting.id}`, sk: 'meeting', meeting });
const told = async (before: MeetingRecord | undefined, after: MeetingRecord) => {
  const notices: MeetingNotice[] = [];
  const follow = makeMeetingFollower({ tell: async (notice) => void notices.push(notice) });
  await follow({ before: before && itemOf(before), after: itemOf(after) });
  return notices.map(({ kind, cause, text }) => ({ kind, cause, text }));
};
const called = aMeeting({ topicIds: [aTopicId()] });
const line = { id: anActionId(), at: '2026-11-17T02:00:00.000Z', personId: aPersonId(), digest: 'x' };
const signature = (role: 'chair' | 'recorder'): Signature => ({
  id: anActionId(),
  number: 1,
  role,
  hash: 'a'.repeat(64),
  personId: aPersonId(),
  name: role,
  at: '2026-11-21T02:00:00.000Z',
});

test('召集、变更、取消、纪要签字，各说一次；签到和草稿不说', async () => {
  const changed: MeetingRecord = { ...called, trace: [{ ...line, what: 'change', words: '地点改为党群中心' }] };
  const cancelled: MeetingRecord = { ...called, trace: [{ ...line, what: 'cancel', words: '台风' }] };
  const half: MeetingRecord = { ...called, state: 'ended', signatures: [signature('chair')] };
  const both: MeetingRecord = { ...half, state: 'signed', signatures: [...half.signatures, signature('recorder')] };
  expect((await told(undefined, called)).map(({ kind }) => kind)).toEqual(['meetingCalled']);
  expect(await told(called, changed)).toEqual([
    { kind: 'meetingChanged', cause: line.id, text: `${called.title}：地点改为党群中心` },
  ]);
  expect((await told(called, cancelled)).map(({ kind }) => kind)).toEqual(['meetingCancelled']);
  expect(await told(called, half)).toEqual([]);
  expect((await told(half, both)).map(({ kind }) => kind)).toEqual(['minutesSigned']);
});

test('别的东西与会议无关', async () => {
  const notices: MeetingNotice[] = [];
  const follow = makeMeetingFollower({ tell: async (notice) => void notices.push(notice) });
  await follow({ before: undefined, after: { pk: `xfl#${called.id}`, sk: `attend#${aPersonId()}`, how: 'code' } });
  await follow({ before: itemOf(called), after: undefined });
  expect(notices).toEqual([]);
});
