import { newClaimId, newMeetingId, newTopicId } from '@suishoupai/shared/ids';
import { anActionId, aTicketId, inside, lampCode, tail } from '../builders.ts';
import type { Row } from './matrix.ts';
import type { World } from './world.ts';
import { fastSteps } from './world-hall.ts';

const act = () => ({ id: anActionId() });
const here = { params: { communityId: 'xfl' } };
const community = { query: { communityId: 'xfl' } };
const claim = (kind: keyof World['claims']) => (world: World) => ({ params: { claimId: world.claims[kind] } });
const owners = [{ name: '赵一', idTail: '0001' }];

/** 议事厅 at a glance, households, representatives. */
export const householdRows: readonly Row[] = [
  ['getHallOverview', '', () => community, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getHallDesk', '', () => community, 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'claimHousehold',
    '',
    () => ({
      body: { id: newClaimId('xfl', tail()), building: '1', entrance: '1', room: '202', as: 'member', name: '房客' },
    }),
    'L +++++ +++ +++ +++ ++ +++ +',
  ],
  ['listMyHouseholds', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['withdrawClaim', 'approved', (world) => ({ ...claim('ours')(world), body: act() }), 'L +NNNN NNN NNN NNN NN NNN N'],
  ['listClaims', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'decideClaim',
    'waiting',
    (world) => ({ ...claim('waiting')(world), body: { ...act(), decision: 'refuse', reason: '查无此户' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'decideClaim',
    'decided',
    (world) => ({ ...claim('ours')(world), body: { ...act(), decision: 'refuse', reason: '查无此户' } }),
    'L DDDDD DDD DDD XXD XD DDD D',
  ],
  ['getRoll', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['listUnits', '', () => ({ ...here, query: { building: '1' } }), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'transferUnit',
    '',
    () => ({ params: { communityId: 'xfl', code: '1-1-201' }, body: { ...act(), owners, reason: '已过户' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['countRepresentatives', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listRepresentatives', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['listCandidates', '', () => ({ ...here, query: { building: '1' } }), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'addRepresentative',
    '',
    ({ claims }) => ({ ...here, body: { ...act(), claimId: claims.mates, until: '2027-12-31' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'addRepresentative',
    'somebody of elsewhere',
    ({ claims }) => ({ ...here, body: { ...act(), claimId: claims.far, until: '2027-12-31' } }),
    'L DDDDD DDD DDD NND ND DDD D',
  ],
  [
    'removeRepresentative',
    '',
    ({ representative }) => ({
      params: { communityId: 'xfl', representativeId: representative },
      body: { ...act(), reason: '搬走了' },
    }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'removeRepresentative',
    'of elsewhere',
    ({ farRepresentative }) => ({
      params: { communityId: 'xfl', representativeId: farRepresentative },
      body: { ...act(), reason: '搬走了' },
    }),
    'L DDDDD DDD DDD NND ND DDD D',
  ],
  [
    'previewRoll',
    'no file at all',
    () => ({ ...here, body: { fileName: '名册.csv', content: 'AAAA' } }),
    'L DDDDD DDD DDD UUD UD DDD D',
  ],
  [
    'importRoll',
    'no file at all',
    () => ({ ...here, body: { ...act(), fileName: '名册.csv', content: 'AAAA', exclude: [], replaces: 1 } }),
    'L DDDDD DDD DDD UUD UD DDD D',
  ],
];

const notice = {
  ...{ kind: 'hearing', title: '加装电梯听证会', place: '居委会二楼', startsAt: '2026-12-18T11:00:00.000Z' },
  ...{ endsAt: '2026-12-18T13:00:00.000Z', agenda: [{ title: '方案说明', minutes: 30 }], invited: '3 栋全体居民' },
  ...{ chair: '李主任', recorder: '王干事', topicIds: [] },
};
const meeting = (kind: keyof World['meetings']) => (world: World) => ({
  params: { meetingId: world.meetings[kind].id },
});
const version =
  (kind: keyof World['meetings'], number = 1) =>
  (world: World) => ({
    params: { meetingId: world.meetings[kind].id, number },
  });
const stepping = (kind: keyof World['meetings'], given: object) => (world: World) => ({
  ...meeting(kind)(world),
  body: { ...act(), version: world.meetings[kind].version, ...given },
});
const words = { sections: [{ heading: '经过', words: '介绍了方案' }], resolutions: [], photos: [] };

export const meetingRows: readonly Row[] = [
  ['callMeeting', '', () => ({ body: { id: newMeetingId('xfl', tail()), ...notice } }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['listMeetings', '', () => community, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getMeeting', 'with unsigned minutes', meeting('over'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getMeeting', 'with signed minutes', meeting('signed'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['changeMeeting', 'to come', stepping('coming', notice), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['changeMeeting', 'over', stepping('over', notice), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['stepMeeting', 'to come', stepping('coming', { what: 'cancel', reason: '台风' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['stepMeeting', 'over', stepping('over', { what: 'cancel', reason: '台风' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['getSignInCode', 'in session', meeting('inSession'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getSignInCode', 'over', meeting('over'), 'L DDDDD DDD DDD XXD XD DDD D'],
  [
    'attendMeeting',
    'in session',
    (world) => ({ ...meeting('inSession')(world), body: { ...act(), how: 'online' } }),
    'L +++++ +++ +++ +++ ++ +++ +',
  ],
  [
    'attendMeeting',
    'over',
    (world) => ({ ...meeting('over')(world), body: { ...act(), how: 'online' } }),
    'L XXXXX XXX XXX XXX XX XXX X',
  ],
  [
    'listAttendee',
    'in session',
    (world) => ({
      ...meeting('inSession')(world),
      body: { ...act(), name: '周奶奶', household: '3 栋 101', witnesses: ['钱一', '孙二'] },
    }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['listPaperAttendees', 'over', meeting('over'), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'writeMinutes',
    'over',
    (world) => ({ ...meeting('over')(world), body: { ...act(), follows: 1, reason: '补充', body: words } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'signMinutes',
    'unsigned',
    (world) => ({ ...version('over')(world), body: { ...act(), role: 'chair', hash: world.minutes.hash } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['listMinutes', 'unsigned', meeting('over'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listMinutes', 'signed', meeting('signed'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['diffMinutes', 'unsigned', version('over'), 'N NNNNN NNN NNN ++N +N NNN N'],
  ['diffMinutes', 'signed', version('signed'), '+ +++++ +++ +++ +++ ++ +++ +'],
  [
    'openAttachment',
    'that hangs on nothing',
    (world) => ({ params: { ...version('over')(world).params, mediaId: world.photos.file } }),
    'N NNNNN NNN NNN NNN NN NNN N',
  ],
  ['getCalendarFile', '', meeting('coming'), '+ +++++ +++ +++ +++ ++ +++ +'],
  [
    'exportMinutes',
    'unsigned',
    (world) => ({ ...version('over')(world), query: { format: 'pdf' } }),
    'N NNNNN NNN NNN NNN NN NNN N',
  ],
  [
    'exportMinutes',
    'signed',
    (world) => ({ ...version('signed')(world), query: { format: 'docx' } }),
    '+ +++++ +++ +++ +++ ++ +++ +',
  ],
];

const topic =
  (kind: keyof World['topics'], more: object = {}) =>
  (world: World) => ({
    params: { topicId: world.topics[kind].id, ...more },
  });
const saying =
  (kind: keyof World['topics'], given: object = {}) =>
  (world: World) => ({ ...topic(kind)(world), body: { ...act(), ...given } });
const moving =
  (kind: keyof World['topics'], given: object = {}, more: object = {}) =>
  (world: World) => ({
    ...topic(kind, more)(world),
    body: { ...act(), version: world.topics[kind].version, ...given },
  });
const voice = (which: 'mine' | 'held', given: object) => (world: World) => ({
  params: { topicId: world.topics.running.id, voiceId: world.voices[which] },
  body: { ...act(), ...given },
});
const taken = { kind: 'misc', path: 'fast', steps: fastSteps };
const planned = { steps: fastSteps.slice(2, 3), reason: '等施工队' };
const announced = { title: '会前公告', words: '拟于本月下旬协商加装路灯一事。', matters: ['是否加装路灯'] };

export const topicRows: readonly Row[] = [
  [
    'proposeTopic',
    '',
    () => ({
      body: { id: newTopicId('xfl', tail()), kind: 'misc', title: '加装路灯', words: '晚上回家看不见路，老人摔过。' },
    }),
    'L +++++ +++ +++ +++ ++ +++ +',
  ],
  ['listTopics', '', () => community, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTopic', 'open', topic('open'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTopic', 'held back: without its words', topic('held'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTopic', 'taken down: without its words', topic('hidden'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['supportTopic', 'open', saying('open'), 'L +++HH HHH HHH HHH HH HHH H'],
  ['supportTopic', 'done, and by whom it was', saying('done'), 'L +X+XX XXX XXX XXX XX XXX X'],
  ['supportTopic', 'held back', saying('held'), 'L +XXXX XXX XXX XXX XX XXX X'],
  ['withdrawTopic', 'open', saying('open'), 'L +DDDD DDD DDD DDD DD DDD D'],
  ['withdrawTopic', 'done', saying('done'), 'L XDDDD DDD DDD DDD DD DDD D'],
  ['rateTopic', 'done', saying('done', { stars: 5 }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['rateTopic', 'open', saying('open', { stars: 5 }), 'L XXXXX XXX XXX XXX XX XXX X'],
  ['listVoices', 'one held', topic('running'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['addVoice', 'underway', saying('running', { stance: 'for', text: '赞成' }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['addVoice', 'held back', saying('held', { stance: 'for', text: '赞成' }), 'L XXXXX XXX XXX XXX XX XXX X'],
  ['reactToVoice', '', voice('mine', { reaction: 'agree' }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['reactToVoice', 'held back', voice('held', { reaction: 'agree' }), 'L +NNNN NNN NNN ++N +N NNN N'],
  ['flagVoice', '', voice('mine', { reason: 'abuse' }), 'L X++++ +++ +++ +++ ++ +++ +'],
  [
    'appealWords',
    'taken down',
    saying('hidden', { item: 'topic', note: '我说的是事实' }),
    'L +DDDD DDD DDD DDD DD DDD D',
  ],
  ['takeUpTopic', 'supported', moving('supported', taken), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['takeUpTopic', 'done', moving('done', taken), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['refuseTopic', 'supported', moving('supported', { reason: '属于市政道路' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['refuseTopic', 'done', moving('done', { reason: '属于市政道路' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['planTopic', 'underway', moving('running', planned), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['planTopic', 'done', moving('done', planned), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['announceTopic', 'underway', moving('running', announced), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['announceTopic', 'done', moving('done', announced), 'L DDDDD DDD DDD XXD XD DDD D'],
  [
    'summariseTopic',
    'underway',
    moving('running', { words: '多数居民赞成加装，建议装在东门。' }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'summariseTopic',
    'done',
    moving('done', { words: '多数居民赞成加装，建议装在东门。' }),
    'L DDDDD DDD DDD XXD XD DDD D',
  ],
  [
    'finishStep',
    'decided long enough ago',
    moving('decided', { words: '已经公示' }, { step: 'publish' }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['finishStep', 'done', moving('done', { words: '已经公示' }, { step: 'publish' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  [
    'orderTicket',
    'decided',
    (world) =>
      moving('decided', {
        ...{
          ticketId: aTicketId(),
          categoryCode: lampCode,
          words: '在东门加装路灯',
          basis: 'committee',
          place: inside,
        },
      })(world),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['judgeWords', 'that wait', saying('held', { item: 'topic', verdict: 'pass' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['listHeldWords', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
];
