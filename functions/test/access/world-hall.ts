import { newMeetingId, newTopicId, newVoteId } from '@suishoupai/shared/ids';
import { motion } from '../../src/votes/votes.builder.ts';
import { anActionId, tail } from '../builders.ts';
import type { Person } from '../service.ts';
import type { Ground } from './ground.ts';
import { secret } from './secrets.ts';

type Seen = { id: string; version: number };
type Slot = { slot: string };
type Kept = Parameters<Ground['act']>[1];
const closesAt = '2026-12-10T02:00:00.000Z';
const closed = '2026-12-10T02:00:20.000Z';

const stepsOf = (names: readonly string[]) =>
  names.map((step) => ({ step, who: '刘主任', duty: '牵头办理', dueOn: '2026-12-20', effect: '居民满意' }));
export const fastSteps = stepsOf(['propose', 'discuss', 'decide', 'publish']);

const makeVotes = async ({ service, act, cast }: Ground) => {
  const announced = async (given: object = {}) => {
    const id = newVoteId('xfl', tail());
    await act(cast.staff, 'announceVote', {
      body: {
        ...{ id, communityId: 'xfl', title: '加装电梯表决', announcement: '就加装电梯征求全体业主意见，请按时投票。' },
        ...{ question: motion, ruleSetId: 'owners-ordinary', electorate: 'owners', secrecy: 'untilClose' },
        ...{ showsTurnout: true, opensAt: '2026-12-02T02:00:00.000Z', closesAt, ...given },
      },
    });
    return id;
  };
  const ids = {
    open: await announced({ closesAt: '2026-12-25T02:00:00.000Z' }),
    secretOpen: await announced({ secrecy: 'secret', closesAt: '2026-12-25T02:00:00.000Z' }),
    announced: await announced({ opensAt: '2026-12-26T02:00:00.000Z', closesAt: '2026-12-30T02:00:00.000Z' }),
    closed: await announced(),
    counted: await announced({ takesPaper: false }),
    published: await announced({ takesPaper: false, secrecy: 'secret' }),
  };
  await service.moveTo('2026-12-02T02:00:00.000Z');
  await service.sweepVotes(service.now());
  const slotOf = async (person: Person, voteId: string) =>
    ((await act(person, 'getVote', { params: { voteId } })) as { mine: Slot[] }).mine[0]?.slot ?? '';
  const ballot = async (person: Person, voteId: string, option: string) =>
    act(person, 'castBallot', {
      params: { voteId },
      body: {
        ...{ id: anActionId(), slot: await slotOf(person, voteId), choice: { option }, replaces: 0 },
        isAgreed: true,
      },
    });
  for (const voteId of [ids.open, ids.secretOpen, ids.counted, ids.published]) {
    await ballot(cast.own, voteId, 'against');
  }
  const slots = {
    own: await slotOf(cast.own, ids.open),
    neighbour: await slotOf(cast.neighbour, ids.open),
    closed: await slotOf(cast.own, ids.closed),
  };
  const sheet = async (voteId: string) => {
    const { items } = (await act(cast.staff, 'findSlots', { params: { voteId }, query: { building: '1' } })) as {
      items: (Slot & { units: string[] })[];
    };
    const slot = items.find(({ units }) => units.join().includes('201'))?.slot;
    const id = anActionId();
    const photo = await service.cleanPhoto(cast.staff.personId);
    await act(cast.staff, 'enterPaper', {
      params: { voteId },
      body: { id, slot, choice: { option: 'approve' }, photo },
    });
    return { id, slot };
  };
  const sheets = { open: await sheet(ids.open), closed: await sheet(ids.closed) };
  const spare = { slot: '' };
  const { items } = (await act(cast.staff, 'findSlots', {
    params: { voteId: ids.open },
    query: { building: '1' },
  })) as {
    items: (Slot & { units: string[] })[];
  };
  spare.slot = items.find(({ units }) => units.join().includes('202'))?.slot ?? '';
  await service.moveTo(closed);
  await service.sweepVotes(service.now());
  const { version } = (await act(cast.staff, 'getVote', { params: { voteId: ids.published } })) as Seen;
  await act(cast.staff, 'publishResult', { params: { voteId: ids.published }, body: { id: anActionId(), version } });
  await service.fetch(`/v1/votes/${ids.published}/openings`, {
    headers: { authorization: `Bearer ${cast.street.token}` },
  });
  const objections = { open: anActionId(), held: anActionId() };
  await act(cast.own, 'object', {
    params: { voteId: ids.published },
    body: { id: objections.open, words: '我家没有收到通知' },
  });
  await act(cast.own, 'object', {
    params: { voteId: ids.published },
    body: { id: objections.held, words: secret.heldObjection },
  });
  return { votes: ids, slots, spare, sheets, objections };
};

const makeMeetings = async ({ service, act, cast }: Ground) => {
  const called = async (startsAt: string, endsAt: string) => {
    const id = newMeetingId('xfl', tail());
    return (await act(cast.staff, 'callMeeting', {
      body: {
        ...{ id, kind: 'hearing', title: '加装电梯听证会', place: '居委会二楼', online: '腾讯会议', startsAt, endsAt },
        ...{
          agenda: [{ title: '方案说明', minutes: 30 }],
          invited: '3 栋全体居民',
          chair: '李主任',
          recorder: '王干事',
        },
        topicIds: [],
      },
    })) as Seen;
  };
  const step = async (meeting: Seen, what: string) =>
    (await act(cast.staff, 'stepMeeting', {
      params: { meetingId: meeting.id },
      body: { id: anActionId(), version: meeting.version, what },
    })) as Seen;
  const listed = (meeting: Seen) =>
    act(cast.staff, 'listAttendee', {
      params: { meetingId: meeting.id },
      body: {
        ...{ id: anActionId(), name: secret.attendee, household: secret.attendeeHousehold },
        witnesses: [secret.witness, '孙二'],
      },
    });
  const written = async (meeting: Seen, words: string, given: object = {}) =>
    (await act(cast.staff, 'writeMinutes', {
      params: { meetingId: meeting.id },
      body: {
        ...{ id: anActionId(), follows: 0, ...given },
        body: { sections: [{ heading: '经过', words }], resolutions: [], photos: [] },
      },
    })) as { number: number; hash: string };
  const ended = async () => {
    const meeting = await called('2026-12-10T04:00:00.000Z', '2026-12-10T05:00:00.000Z');
    await service.moveTo('2026-12-10T03:30:00.000Z');
    const inSession = await step(meeting, 'open');
    await listed(inSession);
    await service.moveTo('2026-12-10T05:00:00.000Z');
    const last = await step(inSession, 'end');
    await service.moveTo(closed);
    return last;
  };
  const over = await ended();
  const minutes = await written(over, secret.unsignedMinutes);
  const signed = await ended();
  const final = await written(signed, '介绍了方案');
  for (const [person, role] of [
    [cast.staff, 'chair'],
    [cast.colleague, 'recorder'],
  ] as const) {
    await act(person, 'signMinutes', {
      params: { meetingId: signed.id, number: final.number },
      body: { id: anActionId(), role, hash: final.hash },
    });
  }
  const coming = await called('2026-12-18T11:00:00.000Z', '2026-12-18T13:00:00.000Z');
  const now = await called('2026-12-11T02:30:00.000Z', '2026-12-11T09:00:00.000Z');
  await service.moveTo('2026-12-11T02:00:00.000Z');
  const inSession = await step(now, 'open');
  await listed(inSession);
  return { meetings: { coming, inSession, over, signed }, minutes };
};

const walking = ({ act, cast }: Ground) => {
  const proposed = async (given: object = {}) => {
    const id = newTopicId('xfl', tail());
    return (await act(cast.own, 'proposeTopic', {
      body: { id, kind: 'misc', title: '加装路灯', words: '晚上回家看不见路，老人摔过两次。', ...given },
    })) as Seen;
  };
  const does = async (name: Kept, topic: Seen, given: object, more: object = {}) =>
    (await act(cast.staff, name, {
      params: { topicId: topic.id, ...more },
      body: { id: anActionId(), version: topic.version, ...given },
    })) as Seen;
  const supported = async () => {
    const topic = await proposed();
    await act(cast.neighbour, 'supportTopic', { params: { topicId: topic.id }, body: { id: anActionId() } });
    return (await act(cast.own, 'getTopic', { params: { topicId: topic.id } })) as Seen;
  };
  const underway = async () => does('takeUpTopic', await supported(), { kind: 'misc', path: 'fast', steps: fastSteps });
  const finished = async (topic: Seen, step: string, given: object = {}) => does('finishStep', topic, given, { step });
  const decided = async () => {
    const summed = await does('summariseTopic', await underway(), { words: '多数居民赞成加装，建议装在东门。' });
    const discussed = await finished(summed, 'discuss');
    return finished(discussed, 'decide', { words: '居委会讨论通过', decision: '在东门加装一盏路灯' });
  };
  return { proposed, supported, underway, finished, decided };
};

/** Words that wait for a person, and words that one took down. */
const makeHeld = async (ground: Ground) => {
  const { act, cast } = ground;
  const { proposed } = walking(ground);
  const held = await proposed({ title: secret.heldTopic });
  const hidden = await proposed({ title: '待审 要撤下的题' });
  await act(cast.staff, 'judgeWords', {
    params: { topicId: hidden.id },
    body: { id: anActionId(), item: 'topic', verdict: 'hidden', note: secret.takenDownFor },
  });
  return { held, hidden };
};

const makeTopics = async (
  ground: Ground,
  early: { decided: Seen; published: Seen; running: Seen },
  waiting: { held: Seen; hidden: Seen },
) => {
  const { act, cast } = ground;
  const { proposed, supported, finished } = walking(ground);
  const { decided, running } = early;
  const done = await finished(early.published, 'publish', { words: '已经公示' });
  const voices = { mine: anActionId(), held: anActionId(), hidden: anActionId() };
  for (const [id, text] of [
    [voices.mine, '赞成'],
    [voices.held, secret.heldVoice],
    [voices.hidden, '待审 要撤下的话'],
  ]) {
    await act(cast.own, 'addVoice', { params: { topicId: running.id }, body: { id, stance: 'for', text } });
  }
  await act(cast.staff, 'judgeWords', {
    params: { topicId: running.id },
    body: { id: anActionId(), item: voices.hidden, verdict: 'hidden', note: secret.takenDownFor },
  });
  const open = await proposed();
  return { topics: { open, supported: await supported(), running, decided, done, ...waiting }, voices };
};

/** Votes, meetings and topics in every state; representatives. */
export const makeHallThings = async (ground: Ground) => {
  const { service, act, cast, claims } = ground;
  const representative = anActionId();
  await act(cast.staff, 'addRepresentative', {
    params: { communityId: 'xfl' },
    body: { id: representative, claimId: claims.ours, until: '2027-12-31' },
  });
  const farRepresentative = anActionId();
  await act(cast.farStaff, 'addRepresentative', {
    params: { communityId: 'ygl' },
    body: { id: farRepresentative, claimId: claims.far, until: '2027-12-31' },
  });
  const { decided, underway } = walking(ground);
  const early = { decided: await decided(), published: await decided(), running: await underway() };
  const votes = await makeVotes(ground);
  const waiting = await makeHeld(ground);
  const meetings = await makeMeetings(ground);
  await service.moveTo('2026-12-11T02:00:00.000Z');
  const topics = await makeTopics(ground, early, waiting);
  return { representative, farRepresentative, ...votes, ...meetings, ...topics };
};
