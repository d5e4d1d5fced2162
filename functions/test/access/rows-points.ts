import { newActivityId, newCertificateId, newOrderId, newRewardId } from '@suishoupai/shared/ids';
import { activityWordsOf } from '../../src/volunteering/volunteering.builder.ts';
import { anActionId, tail } from '../builders.ts';
import type { Row } from './matrix.ts';
import type { World } from './world.ts';

const act = () => ({ id: anActionId() });
const here = { params: { communityId: 'xfl' } };
const correction = (which: keyof World['corrections']) => (world: World) => ({
  params: { communityId: 'xfl', correctionId: world.corrections[which] },
  body: { ...act(), decision: 'agree' },
});
const toCorrect = { unit: 'points', direction: 'give', amount: 5, reason: '漏记了一次' };

export const bookRows: readonly Row[] = [
  ['getPoints', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['getBooks', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listLines', '', () => ({ ...here, query: { unit: 'points' } }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listRules', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getOpenBook', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getLedgerFile', 'not yet closed', () => here, 'N NNNNN NNN NNN NNN NN NNN N'],
  ['getStatement', '', () => ({ ...here, query: { unit: 'points', format: 'csv' } }), 'L +++++ +++ +++ +++ ++ +++ +'],
  [
    'publishRule',
    '',
    () => ({ ...here, body: { ...act(), rule: 'report', from: '2027-01-01', amount: 8, perDay: 16, perMonth: 80 } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'findBook',
    'of a resident',
    ({ book }) => ({ ...here, query: { code: String(book) } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'findBook',
    'of elsewhere',
    ({ farBook }) => ({ ...here, query: { code: String(farBook) } }),
    'L DDDDD DDD DDD NND ND DDD D',
  ],
  [
    'correct',
    'a book',
    ({ book }) => ({ ...here, body: { ...act(), code: book, ...toCorrect } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'correct',
    'of elsewhere',
    ({ farBook }) => ({ ...here, body: { ...act(), code: farBook, ...toCorrect } }),
    'L DDDDD DDD DDD NND ND DDD D',
  ],
  ['listCorrections', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['decideCorrection', 'begun by one of them', correction('waiting'), 'L DDDDD DDD DDD X+D +D DDD D'],
  ['decideCorrection', 'of elsewhere', correction('far'), 'L DDDDD DDD DDD NND ND DDD D'],
  ['getHonours', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['showMe', '', () => ({ ...here, body: { name: '李女士' } }), 'L +++++ +++ +++ +++ ++ +++ +'],
  [
    'commend',
    '',
    ({ book }) => ({ ...here, body: { ...act(), code: book, year: 2026, merit: 'service' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
];

type Kind = keyof World['activities'];
const activity = (kind: Kind) => (world: World) => ({ params: { activityId: world.activities[kind].id } });
const doing =
  (kind: Kind, given: object = {}) =>
  (world: World) => ({ ...activity(kind)(world), body: { ...act(), ...given } });
const moving = (kind: Kind, given: object) => (world: World) =>
  doing(kind, { version: world.activities[kind].version, ...given })(world);
const ofVolunteer = (kind: Kind, given: object) => (world: World) =>
  doing(kind, { personId: world.cast.own.personId, ...given })(world);
const later = { ...activityWordsOf(), startsAt: '2026-12-20T01:00:00.000Z', endsAt: '2026-12-20T03:00:00.000Z' };
const profile = { name: '李小华', isMinor: false, skills: [], availability: [], agreed: true };
const volunteer = (world: World) => ({ params: { communityId: 'xfl', personId: world.cast.own.personId } });
const farVolunteer = (world: World) => ({ params: { communityId: 'xfl', personId: world.cast.far.personId } });

export const volunteeringRows: readonly Row[] = [
  ['listActivities', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getActivity', 'to come', activity('coming'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getActivity', 'only planned', activity('draft'), 'N NNNNN NNN NNN ++N +N NNN N'],
  ['signUp', 'to come', doing('coming'), 'L +P+PP PPP PPP PPP PP PPP P'],
  ['signUp', 'only planned', doing('draft'), 'L NNNNN NNN NNN NNN NN NNN N'],
  ['signUp', 'ended', doing('finished'), 'L +XXXX XXX XXX XXX XX XXX X'],
  [
    'withdrawFromActivity',
    'a place',
    (world) => ({ ...activity('coming')(world), body: { id: world.place } }),
    'L +XXXX XXX XXX XXX XX XXX X',
  ],
  [
    'checkAtActivity',
    'with a code made up',
    doing('running', { what: 'in', code: '000000' }),
    'L UXXXX XXX XXX XXX XX XXX X',
  ],
  ['listMyActivities', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['getVolunteerProfile', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  [
    'saveVolunteerProfile',
    'the first',
    () => ({ ...here, body: { ...act(), follows: 0, ...profile } }),
    'L X+X++ +++ +++ +++ ++ +++ +',
  ],
  ['getVolunteerRecord', '', () => here, 'L +P+PP PPP PPP PPP PP PPP P'],
  ['exportVolunteerRecord', '', () => here, 'L +P+PP PPP PPP PPP PP PPP P'],
  [
    'issueCertificate',
    '',
    () => ({ ...here, body: { id: newCertificateId('xfl', tail()) } }),
    'L +PXPP PPP PPP PPP PP PPP P',
  ],
  ['listCertificates', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  [
    'verifyCertificate',
    '',
    ({ certificateCode }) => ({ params: { code: certificateCode } }),
    '+ +++++ +++ +++ +++ ++ +++ +',
  ],
  [
    'exportCertificate',
    '',
    ({ certificate }) => ({ params: { communityId: 'xfl', certificateId: certificate } }),
    'L +NNNN NNN NNN NNN NN NNN N',
  ],
  [
    'makeActivity',
    '',
    () => ({ body: { id: newActivityId('xfl', tail()), ...later } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['listStaffActivities', '', () => ({ ...here, query: { when: 'planned' } }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['changeActivity', 'to come', moving('coming', later), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['changeActivity', 'ended', moving('finished', later), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['stepActivity', 'only planned', moving('draft', { what: 'publish' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['stepActivity', 'ended', moving('finished', { what: 'publish' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['getPresenceCode', 'going on', activity('running'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getPresenceCode', 'ended', activity('finished'), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['listParticipants', '', activity('confirmed'), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'notePresence',
    'going on',
    ofVolunteer('running', { what: 'in', at: '2026-12-11T05:00:00.000Z' }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['confirmHours', 'ended', ofVolunteer('finished', { minutes: 30, stars: 5 }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['confirmHours', 'confirmed', ofVolunteer('confirmed', { minutes: 30, stars: 5 }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['withdrawHours', 'confirmed', ofVolunteer('confirmed', { reason: '记错了人' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['listFlagged', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['listVolunteers', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getRecordOf', 'a volunteer', volunteer, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getRecordOf', 'of elsewhere', farVolunteer, 'L DDDDD DDD DDD NND ND DDD D'],
  ['exportRecordOf', 'a volunteer', volunteer, 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'addLearnt',
    '',
    (world) => ({ ...volunteer(world), body: { ...act(), kind: 'training', title: '急救培训', day: '2026-12-10' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
];

const reward = (kind: keyof World['rewards']) => (world: World) => ({ params: { rewardId: world.rewards[kind] } });
const order = (kind: keyof World['orders'], body: () => object) => (world: World) => ({
  params: { orderId: world.orders[kind].id },
  body: body(),
});
const described = {
  ...{ kind: 'goods', title: '东北大米', description: '一袋 5 公斤', photoIds: [], price: 100, holdDays: 7 },
  ...{ from: '2026-12-01T00:00:00.000Z', until: '2026-12-31T16:00:00.000Z', place: '居委会', hours: '工作日' },
};
const ordering = () => ({ id: newOrderId('xfl', tail()), version: 1, count: 1, points: 100 });

export const rewardRows: readonly Row[] = [
  ['listRewards', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getReward', 'on the shelf', reward('shelved'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getReward', 'a draft', reward('draft'), 'N NNNNN NNN NNN NNN NN NNN N'],
  [
    'redeemReward',
    'on the shelf',
    (world) => ({ ...reward('shelved')(world), body: ordering() }),
    'L +X+XX XXX XXX XXX XX XXX X',
  ],
  [
    'redeemReward',
    'a draft',
    (world) => ({ ...reward('draft')(world), body: ordering() }),
    'L XXXXX XXX XXX XXX XX XXX X',
  ],
  ['listOrders', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['getOrder', 'open', ({ orders }) => ({ params: { orderId: orders.open.id } }), 'L +NNNN NNN NNN NNN NN NNN N'],
  ['cancelOrder', 'open', order('open', act), 'L +NNNN NNN NNN NNN NN NNN N'],
  ['cancelOrder', 'done', order('done', act), 'L XNNNN NNN NNN NNN NN NNN N'],
  [
    'makeReward',
    '',
    () => ({ params: { rewardId: newRewardId('xfl', tail()) }, body: { ...described, initial: 20 } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['listRewardsForStaff', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getRewardForStaff', '', reward('draft'), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'changeReward',
    '',
    (world) => ({ ...reward('draft')(world), body: { ...act(), version: 1, ...described } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'stepReward',
    'a draft',
    (world) => ({ ...reward('draft')(world), body: { ...act(), what: 'shelve' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'stepReward',
    'on the shelf',
    (world) => ({ ...reward('shelved')(world), body: { ...act(), what: 'shelve' } }),
    'L DDDDD DDD DDD XXD XD DDD D',
  ],
  [
    'correctStock',
    '',
    (world) => ({ ...reward('shelved')(world), body: { ...act(), delta: 5, reason: '盘点' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['listCounterOrders', '', () => ({ ...here, query: { which: 'open' } }), 'L DDDDD DDD DDD ++D +D ++D D'],
  [
    'findOrder',
    'of the community',
    ({ orders }) => ({ ...here, body: { code: orders.open.code } }),
    'L DDDDD DDD DDD ++D +D XXD D',
  ],
  [
    'findOrder',
    'of a supplier',
    ({ orders }) => ({ ...here, body: { code: orders.supplied.code } }),
    'L DDDDD DDD DDD XXD XD +XD D',
  ],
  ['handOverOrder', 'of the community', order('open', () => ({ ...act(), count: 1 })), 'L DDDDD DDD DDD ++D +D XXD D'],
  ['handOverOrder', 'of a supplier', order('supplied', () => ({ ...act(), count: 1 })), 'L DDDDD DDD DDD XXD XD +XD D'],
  ['handOverOrder', 'done', order('done', () => ({ ...act(), count: 1 })), 'L DDDDD DDD DDD XXD XD XXD D'],
  ['cancelForResident', 'open', order('open', () => ({ ...act(), reason: '缺货' })), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['cancelForResident', 'done', order('done', () => ({ ...act(), reason: '缺货' })), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['listServed', '', () => ({ ...here, query: { unit: '1-1-101' } }), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'redeemForResident',
    '',
    (world) => ({
      ...reward('shelved')(world),
      body: { ...ordering(), personId: world.cast.own.personId, unit: '1-1-101', checked: '电话回拨' },
    }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'redeemForResident',
    'who does not live there',
    (world) => ({
      ...reward('shelved')(world),
      body: { ...ordering(), personId: world.cast.own.personId, unit: '1-1-102', checked: '电话回拨' },
    }),
    'L DDDDD DDD DDD NND ND DDD D',
  ],
];
