import { commonErrors } from '@suishoupai/shared/contract/common-errors';
import { type Route, routeUrl } from '@suishoupai/shared/contract/route';
import { allRoutes } from '@suishoupai/shared/contract/routes';
import {
  newCertificateId,
  newClaimId,
  newExchangeId,
  newListingId,
  newMeetingId,
  newOrderId,
  newPatrolId,
  newRewardId,
  newTopicId,
  newVisitId,
  newVoteId,
} from '@suishoupai/shared/ids';
import { beforeAll, describe, expect, test } from 'vitest';
import { aMediaId, anActionId, aPersonId, aTicketId, inside, lampCode, tail } from '../../test/builders.ts';
import { aService, type Service, wuye } from '../../test/service.ts';
import { makeLog } from '../log.ts';
import { makeMemoryStores } from '../stores.ts';
import { ticketLists } from '../tickets/store.ts';
import { activityWordsOf, anActivityId } from '../volunteering/volunteering.builder.ts';

type Name = keyof typeof allRoutes;
const routes = Object.entries(allRoutes) as [Name, Route][];
const step = { id: anActionId(), version: 1 };

const meeting = {
  kind: 'hearing',
  title: '加装电梯听证会',
  place: '居委会二楼',
  startsAt: '2026-11-20T11:00:00.000Z',
  endsAt: '2026-11-20T13:00:00.000Z',
  agenda: [{ title: '方案说明', minutes: 30 }],
  invited: '3 栋全体居民',
  chair: '李主任',
  recorder: '王干事',
  topicIds: [],
};
const minutes = { sections: [{ heading: '经过', words: '介绍了方案' }], resolutions: [], photos: [] };

const listing = { skill: 'clinic', words: '陪您去医院', times: ['1am'], minutes: 60 };
const transferId = `trf_${tail()}`;
const reach = { call: '王阿姨', contact: '13900000001' };
const reward = {
  kind: 'goods',
  title: '东北大米',
  description: '一袋 5 公斤',
  photoIds: [],
  price: 200,
  from: '2026-11-01T00:00:00.000Z',
  until: '2026-12-31T16:00:00.000Z',
  place: '居委会',
  hours: '工作日 9:00-17:00',
  holdDays: 7,
};

const { point: _, ...activity } = activityWordsOf();

/** One honest body per route that takes one. A route without a line here fails the build. */
const bodies: Partial<Record<Name, object>> = {
  signIn: { code: 'someone' },
  readNotices: { upTo: `2026-11-16T02:00:00.000Z#evt_${tail()}#ticketProgress` },
  withdrawConsent: { id: anActionId() },
  setAway: { id: anActionId(), until: '2026-11-17T02:00:00.000Z' },
  addSubscriptions: { id: anActionId(), accepted: ['ticketProgress'] },
  changeDuty: { id: anActionId(), base: 1, changes: [{ categoryCode: lampCode, line: null }], reason: '不再负责' },
  redeemReward: { id: newOrderId('xfl', tail()), version: 1, count: 1, points: 200 },
  cancelOrder: { id: anActionId() },
  makeReward: { ...reward, initial: 20 },
  changeReward: { id: anActionId(), version: 1, ...reward },
  stepReward: { id: anActionId(), what: 'shelve' },
  correctStock: { id: anActionId(), delta: 5, reason: '盘点' },
  findOrder: { code: '123456' },
  handOverOrder: { id: anActionId(), count: 1 },
  cancelForResident: { id: anActionId(), reason: '缺货' },
  redeemForResident: {
    id: newOrderId('xfl', tail()),
    ...{ version: 1, count: 1, points: 200, personId: aPersonId(), unit: '3-1-501', checked: '电话回拨' },
  },
  signUp: { id: anActionId() },
  withdrawFromActivity: { id: anActionId() },
  checkAtActivity: { id: anActionId(), what: 'in', code: '123456' },
  saveVolunteerProfile: {
    id: anActionId(),
    ...{ follows: 0, name: '李梅', isMinor: true, skills: [], availability: [], agreed: true },
  },
  issueCertificate: { id: newCertificateId('xfl', tail()) },
  makeActivity: { id: anActivityId(), ...activity },
  changeActivity: { ...step, ...activity },
  stepActivity: { ...step, what: 'publish' },
  notePresence: { id: anActionId(), personId: aPersonId(), what: 'in', at: '2026-11-16T01:00:00.000Z' },
  confirmHours: { id: anActionId(), personId: aPersonId(), minutes: 60, stars: 5 },
  withdrawHours: { id: anActionId(), personId: aPersonId(), reason: '记错了人' },
  addLearnt: { id: anActionId(), kind: 'training', title: '急救培训', day: '2026-11-10' },
  createUpload: { id: aMediaId(), contentType: 'image/jpeg', size: 1000 },
  createFileUpload: { id: aMediaId(), kind: 'pdf', size: 1000 },
  reportTicket: {
    id: aTicketId(),
    categoryCode: lampCode,
    description: '路灯不亮',
    place: { point: inside, label: '3 栋东门' },
    photoIds: [aMediaId()],
  },
  reviewHeld: { id: anActionId(), item: aMediaId(), decision: 'show' },
  enterTicket: {
    id: aTicketId(),
    channel: 'phone',
    categoryCode: lampCode,
    description: '老人来电：路灯不亮',
    place: { point: inside, label: '3 栋东门' },
    photoIds: [],
  },
  joinTicket: { id: anActionId() },
  leaveTicket: { id: anActionId() },
  dispatchBatch: {
    departmentId: 'dep_wuye',
    items: [{ id: anActionId(), ticketId: aTicketId(), version: 1 }],
  },
  addComment: { id: anActionId(), text: '我家也看得到' },
  flag: { id: anActionId(), item: aMediaId(), reason: 'abuse' },
  appeal: { id: anActionId(), item: aMediaId(), note: '我说的是事实' },
  file: step,
  decline: { ...step, note: '重复' },
  dispatch: { ...step, departmentId: 'dep_wuye' },
  joint: {
    ...step,
    departmentId: 'dep_wuye',
    supporting: [{ departmentId: 'dep_chengguan', task: '劝离摊贩' }],
  },
  accept: step,
  return: { ...step, note: '不归我们', categoryCode: lampCode },
  ask: { ...step, note: '哪一盏' },
  answer: { ...step, note: '第一盏' },
  progress: { ...step, note: '材料已到' },
  askExtension: { ...step, note: '等灯具', limit: { unit: 'workDay', amount: 3 } },
  grantExtension: step,
  refuseExtension: { ...step, note: '先装临时照明' },
  reply: { ...step, note: '已劝离' },
  excuse: { ...step, note: '不需要了', departmentId: 'dep_chengguan' },
  resolve: { ...step, note: '修好了', photoIds: [aMediaId()] },
  confirm: step,
  rework: { ...step, note: '没修好' },
  rate: { ...step, stars: 5 },
  reopen: { ...step, note: '又不亮了' },
  park: { ...step, note: '等改造', day: '2026-12-01' },
  unpark: step,
  withdraw: step,
  merge: { ...step, ticketId: aTicketId() },
  unmerge: { ...step, note: '不是同一件' },
  handOver: { ...step, personId: aPersonId() },
  remark: { ...step, note: '内部的话' },
  callBack: { ...step, note: '已电话告知' },
  makePatrol: {
    id: newPatrolId('xfl', tail()),
    communityId: 'xfl',
    gridId: 'grd_01',
    day: '2026-11-16',
    items: [{ id: 'a', text: '消防通道是否畅通' }],
  },
  checkPatrolItem: { id: anActionId(), item: 'a', outcome: 'ticket', ticketId: aTicketId() },
  recordVisit: {
    id: newVisitId('xfl', tail()),
    communityId: 'xfl',
    gridId: 'grd_01',
    at: '2026-11-16T01:00:00.000Z',
    household: '3 栋 502',
    consent: 'spoken',
    items: [{ id: 'a', text: '楼道灯不亮', answer: '已当场换好' }],
  },
  setNudge: { id: anActionId(), want: 'off' },
  makeListing: { id: newListingId('xfl', tail()), kind: 'offer', ...listing },
  stepListing: { id: anActionId(), what: 'pause' },
  flagListing: { id: anActionId(), reason: 'abuse' },
  appealListing: { id: anActionId(), note: '不是广告' },
  answerListing: {
    id: newExchangeId('xfl', tail()),
    listingId: newListingId('xfl', tail()),
    minutes: 60,
    plannedAt: '2026-11-20T02:00:00.000Z',
    ...reach,
  },
  stepExchange: { ...step, what: 'agree', ...reach },
  inviteKin: { id: anActionId(), call: '女儿' },
  acceptKin: { id: anActionId(), code: '12345678', call: '爸爸' },
  giveHours: { id: transferId, to: anActionId(), minutes: 60 },
  donateHours: { id: transferId, minutes: 60 },
  judgeListing: { id: anActionId(), verdict: 'pass' },
  mediateExchange: { ...step, minutes: 60, reason: '问过双方' },
  stepPromised: { ...step, what: 'decline' },
  promiseHours: {
    id: newListingId('xfl', tail()),
    kind: 'request',
    ...listing,
    elder: { name: '周奶奶', building: '3', entrance: '', room: '101' },
  },
  actForResident: { identified: 'callBack', act: { what: 'donate', body: { id: transferId, minutes: 60 } } },
  putTemplates: { communityId: 'xfl', desk: 'dep_wuye', version: 0, texts: ['已收到'] },
  callMeeting: { id: newMeetingId('xfl', tail()), ...meeting },
  changeMeeting: { ...step, ...meeting },
  stepMeeting: { ...step, what: 'cancel', reason: '台风' },
  attendMeeting: { id: anActionId(), how: 'code', code: '123456' },
  listAttendee: { id: anActionId(), name: '周奶奶', household: '3 栋 101', witnesses: ['钱一', '孙二'] },
  writeMinutes: { id: anActionId(), follows: 0, body: minutes },
  signMinutes: { id: anActionId(), role: 'chair', hash: 'a'.repeat(64) },
  claimHousehold: {
    id: newClaimId('xfl', tail()),
    building: '3',
    entrance: '1',
    room: '501',
    as: 'owner',
    name: '王小明',
  },
  withdrawClaim: { id: anActionId() },
  decideClaim: { id: anActionId(), decision: 'refuse', reason: '查无此户' },
  transferUnit: { id: anActionId(), owners: [{ name: '赵一', idTail: '0001' }], reason: '已过户' },
  previewRoll: { fileName: '名册.csv', content: 'AAAA' },
  announceVote: {
    id: newVoteId('xfl', tail()),
    communityId: 'xfl',
    title: '加装电梯表决',
    announcement: '征求全体业主对加装电梯的意见',
    question: {
      method: 'single',
      text: '是否加装电梯',
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '反对' },
      ],
    },
    ruleSetId: 'owners-ordinary',
    electorate: 'owners',
    secrecy: 'untilClose',
    showsTurnout: true,
    opensAt: '2026-12-10T02:00:00.000Z',
    closesAt: '2026-12-20T02:00:00.000Z',
  },
  castBallot: { id: anActionId(), slot: 'slot', choice: { option: 'approve' }, replaces: 0 },
  extendVote: { ...step, closesAt: '2026-12-22T02:00:00.000Z', notice: '还差几户，延长两天' },
  cancelVote: { ...step, reason: '方案要重做' },
  enterPaper: { id: anActionId(), slot: 'slot', choice: { option: 'approve' }, photo: aMediaId() },
  decidePaper: { id: anActionId(), decision: 'reject', reason: '签名对不上' },
  settlePaper: { ...step, issued: 3, returned: 2, invalid: 0 },
  publishResult: step,
  publishRule: { id: anActionId(), rule: 'report', from: '2027-01-01', amount: 8, perDay: 16, perMonth: 80 },
  correct: {
    id: anActionId(),
    code: '0000-0000-0000',
    unit: 'points',
    direction: 'give',
    amount: 5,
    reason: '漏记了一次',
  },
  decideCorrection: { id: anActionId(), decision: 'agree' },
  showMe: { name: '李女士' },
  commend: { id: anActionId(), code: '0000-0000-0000', year: 2026, merit: 'service' },
  object: { id: anActionId(), words: '我家没有收到通知' },
  judgeObjection: { id: anActionId(), verdict: 'hidden', reason: '写了别人的隐私' },
  answerObjection: { id: anActionId(), words: '通知贴在楼道里' },
  proposeTopic: {
    id: newTopicId('xfl', tail()),
    kind: 'worry',
    title: '加装路灯',
    words: '晚上回家看不见路，老人摔过两次。',
  },
  supportTopic: { id: anActionId() },
  withdrawTopic: { id: anActionId() },
  rateTopic: { id: anActionId(), stars: 5 },
  takeUpTopic: {
    ...step,
    kind: 'misc',
    path: 'fast',
    steps: (['propose', 'discuss', 'decide', 'publish'] as const).map((name) => ({
      step: name,
      who: '刘主任',
      duty: '牵头办理',
      dueOn: '2026-11-20',
      effect: '居民满意',
    })),
  },
  refuseTopic: { ...step, reason: '属于市政道路' },
  planTopic: {
    ...step,
    steps: [{ step: 'decide', who: '刘主任', duty: '牵头办理', dueOn: '2026-11-20', effect: '居民满意' }],
    reason: '等施工队',
  },
  announceTopic: { ...step, title: '会前公告', words: '拟于本月下旬协商加装路灯一事。', matters: ['是否加装路灯'] },
  summariseTopic: { ...step, words: '多数居民赞成加装，建议装在东门。' },
  finishStep: step,
  orderTicket: {
    ...step,
    ticketId: aTicketId(),
    categoryCode: lampCode,
    words: '在东门加装路灯',
    basis: 'committee',
    place: inside,
  },
  addVoice: { id: anActionId(), stance: 'for', text: '赞成' },
  reactToVoice: { id: anActionId() },
  flagVoice: { id: anActionId(), reason: 'abuse' },
  appealWords: { id: anActionId(), item: 'topic', note: '我说的是事实' },
  judgeWords: { id: anActionId(), item: 'topic', verdict: 'pass' },
  addRepresentative: { id: anActionId(), claimId: newClaimId('xfl', tail()), until: '2027-12-31' },
  removeRepresentative: { id: anActionId(), reason: '搬走了' },
  importRoll: { id: anActionId(), fileName: '名册.csv', content: 'AAAA', exclude: [], replaces: 0 },
};
const params = {
  communityId: 'xfl',
  ticketId: aTicketId(),
  mediaId: aMediaId(),
  patrolId: newPatrolId('xfl', tail()),
  claimId: newClaimId('xfl', tail()),
  meetingId: newMeetingId('xfl', tail()),
  rewardId: newRewardId('xfl', tail()),
  orderId: newOrderId('xfl', tail()),
  topicId: newTopicId('xfl', tail()),
  voiceId: anActionId(),
  step: 'list',
  voteId: newVoteId('xfl', tail()),
  activityId: anActivityId(),
  certificateId: newCertificateId('xfl', tail()),
  personId: aPersonId(),
  paperId: anActionId(),
  correctionId: anActionId(),
  objectionId: anActionId(),
  representativeId: anActionId(),
  number: 1,
  code: '3-1-501',
  listingId: newListingId('xfl', tail()),
  exchangeId: newExchangeId('xfl', tail()),
};
/** A certificate's code is another than a flat's. */
const paramsOf = (name: Name) => (name === 'verifyCertificate' ? { ...params, code: '7k2m9qrt44wz' } : params);
const queries: Partial<Record<Name, object>> = {
  listCounterOrders: { which: 'open' },
  listServed: { unit: '3-1-501' },
  locate: { lng: 121.4, lat: 31.2, datum: 'gcj02' },
  listTickets: { communityId: 'xfl' },
  listSimilar: { categoryCode: lampCode, lng: 121.4, lat: 31.2, datum: 'gcj02' },
  getQueue: { communityId: 'xfl', desk: 'dep_wuye' },
  listColleagues: { scope: 'xfl', desk: 'dep_wuye' },
  listPatrols: { communityId: 'xfl', gridId: 'grd_01', day: '2026-11-16' },
  listVisits: { communityId: 'xfl', gridId: 'grd_01' },
  getTemplates: { communityId: 'xfl', desk: 'dep_wuye' },
  listActivity: { communityId: 'xfl', desk: 'dep_wuye' },
  listMeetings: { communityId: 'xfl' },
  exportMinutes: { format: 'pdf' },
  getStatement: { unit: 'points', format: 'csv' },
  findBook: { code: '0000-0000-0000' },
  listUnits: { building: '3' },
  listCandidates: { building: '3' },
  listRuleSets: { communityId: 'xfl', on: '2026-12-01' },
  listVotes: { communityId: 'xfl' },
  listTopics: { communityId: 'xfl' },
  getReceipt: { slot: 'slot' },
  findSlots: { building: '3' },
  listStaffActivities: { when: 'planned' },
  listHeldObjections: { communityId: 'xfl' },
  listListings: { kind: 'offer' },
  findResidents: { building: '3', room: '501' },
};

let service: Service;
let tokens: Record<Route['access'], string | undefined>;
beforeAll(async () => {
  service = await aService();
  const resident = await service.signIn('resident');
  const staff = await service.signIn('staff', wuye);
  tokens = { anyone: undefined, person: resident.token, staff: staff.token };
});

type Sent = { token?: string | undefined; query?: object; params?: object; body?: unknown; type?: string };
const send = async (name: Name, route: Route, sent: Sent = {}) => {
  const token = 'token' in sent ? sent.token : tokens[route.access];
  const body = 'body' in sent ? sent.body : bodies[name];
  const url = routeUrl(route.path, sent.params ?? paramsOf(name), sent.query ?? queries[name]);
  const response = await service.fetch(url, {
    method: route.method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': sent.type ?? 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const json = (await response.json()) as { error?: { code: string; details?: { field: string; message: string }[] } };
  return {
    status: response.status,
    code: json.error?.code,
    fields: json.error?.details?.map(({ field }) => field) ?? [],
  };
};
const refused = (field: string) => ({ status: 400, code: 'request.invalid', fields: expect.arrayContaining([field]) });

describe.each(routes)('%s', (name, route) => {
  test('该登录的要登录，伪造的凭证不认', async () => {
    const [none, forged] = [await send(name, route, { token: undefined }), await send(name, route, { token: 'a.b.c' })];
    expect(route.access === 'anyone' || none.code === 'session.missing').toBe(true);
    expect(forged).toMatchObject({ status: 401, code: 'session.missing' });
  });

  test.runIf(route.access === 'staff')('居民进不了工作人员的门', async () => {
    expect(await send(name, route, { token: tokens.person })).toMatchObject({ status: 403, code: 'access.denied' });
  });

  test.runIf(route.params !== undefined)('编号不像编号，指出是哪一项', async () => {
    const [field = ''] = /\{(\w+)\}/.exec(route.path)?.slice(1) ?? [];
    for (const value of ['x', '__proto__', '../etc', '0'.repeat(5000), 'tkt_xfl_\u0000']) {
      expect(await send(name, route, { params: { ...paramsOf(name), [field]: value } })).toEqual(
        refused(`params.${field}`),
      );
    }
  });

  const isPaged =
    route.query !== undefined &&
    [
      'listTickets',
      'listMyTickets',
      'listJoined',
      'listNotices',
      'listAccessLog',
      'getQueue',
      'listDutyVersions',
      'listActivity',
      'listMeetings',
      'listVotes',
      'listTopics',
    ].includes(name);
  test.runIf(isPaged)('编造的页码不收，也不出错', async () => {
    const made = [
      {},
      [],
      null,
      7,
      { pk: 'x' },
      { communityKey: 'xfl' },
      { pk: '', sk: '', reportedAt: 1 },
      { pk: {}, sk: 'ticket' },
    ];
    for (const key of made) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      expect(await send(name, route, { query: { ...queries[name], cursor } })).toEqual(refused('query.cursor'));
    }
    expect(await send(name, route, { query: { ...queries[name], cursor: 'bm90IGpzb24' } })).toEqual(
      refused('query.cursor'),
    );
  });

  test('查询里多一项、重复一项，都不收', async () => {
    expect(await send(name, route, { query: { ...queries[name], extra: '1' } })).toMatchObject({ status: 400 });
    const url = `${routeUrl(route.path, paramsOf(name), { ...queries[name], twice: 1 })}&twice=2`;
    const { status } = await service.fetch(url, {
      method: route.method,
      headers: { authorization: `Bearer ${tokens.staff}` },
    });
    expect(status).toBe(400);
  });

  describe.runIf(route.body !== undefined)('内容', () => {
    const honest = () => {
      const body = bodies[name];
      if (body === undefined) throw new Error(`${name} has no sample body`);
      return body;
    };

    test.each([
      ['不是 JSON', '{"a":'],
      ['数组', []],
      ['空', null],
      ['数字', 7],
      ['文字', '"x"'],
    ])('%s，不收', async (_, body) => {
      expect(await send(name, route, { body })).toMatchObject({ status: 400, code: 'request.invalid' });
    });

    test('不是以 JSON 交来，不收', async () => {
      expect(await send(name, route, { body: JSON.stringify(honest()), type: 'text/plain' })).toEqual(refused('body'));
    });

    test('多一项，不收', async () => {
      const answer = await send(name, route, { body: { ...honest(), isAdmin: true } });
      expect(answer).toEqual(refused('body'));
    });

    test('原型上的键，指名不收', async () => {
      for (const key of ['__proto__', 'constructor', 'prototype']) {
        const body = `${JSON.stringify(honest()).slice(0, -1)},"${key}":{"isAdmin":true}}`;
        expect(await send(name, route, { body })).toEqual(refused(`body.${key}`));
      }
      expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    });

    test('每一项换成别的类型、过长、缺少，都指出是哪一项', async () => {
      const body = honest();
      for (const field of Object.keys(body)) {
        // Where whole files are let in, 3000 letters are an honest body.
        const given = Object.entries(body).find(([name]) => name === field)?.[1];
        const others = [{ a: 1 }, true, ...(route.maxBodyBytes === undefined ? ['x'.repeat(3000)] : [])];
        for (const value of others.filter((other) => other !== given)) {
          const { status, code, fields } = await send(name, route, { body: { ...body, [field]: value } });
          expect({ status, code }).toEqual({ status: 400, code: 'request.invalid' });
          expect(fields.some((named) => named.startsWith(`body.${field}`))).toBe(true);
        }
        const { [field as keyof typeof body]: _, ...rest } = body;
        expect(await send(name, route, { body: rest })).toEqual(refused(`body.${field}`));
      }
    });

    test('太大的内容，不读完就拒绝', async () => {
      const body = JSON.stringify({ ...honest(), note: 'x'.repeat(Math.max(200_000, route.maxBodyBytes ?? 0)) });
      expect(await send(name, route, { body })).toMatchObject({ status: 413, code: 'request.tooLarge' });
    });
  });
});

test('以上所有坏内容，什么也没有写下', async () => {
  expect((await service.stores.tickets.list(ticketLists.community('xfl'))).items).toEqual([]);
  expect(await service.stores.tickets.listDue('2099-01-01T00:00:00.000Z')).toEqual([]);
  expect(service.logged).toEqual([]);
});

const filled = (name: Name, route: Route) => routeUrl(route.path, paramsOf(name), queries[name]);
const ask = (on: Service, name: Name, route: Route, token: string | undefined) =>
  on.fetch(filled(name, route), {
    method: route.method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'content-type': 'application/json',
    },
    ...(bodies[name] === undefined ? {} : { body: JSON.stringify(bodies[name]) }),
  });

test('每条接口用好内容、坏凭证、别人的凭证走一遍：日志里没有凭证、openid、电话、姓名、码和说的话；答复都不许存、不当网页', async () => {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const on = await aService(undefined, { log: makeLog({ info: write, error: write }) });
  const resident = await on.signIn('resident');
  const staff = await on.signIn('staff', wuye);
  const stranger = `${resident.token.slice(0, -4)}AAAA`;
  for (const [name, route] of routes) {
    for (const token of [undefined, resident.token, staff.token, stranger]) {
      const { headers } = await ask(on, name, route, token);
      expect([name, headers.get('cache-control')]).toEqual([name, 'no-store']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000; includeSubDomains/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  }
  await on.fetch('/v1/x%0A%7B%22level%22:%22error%22%7D');
  const whole = lines.join('\n');
  expect(lines.length).toBeGreaterThan(routes.length);
  const secret = [
    resident.token,
    staff.token,
    stranger,
    'openid',
    'Bearer',
    '13900000001',
    '12345678',
    '王小明',
    '周奶奶',
  ];
  const said = ['路灯', '方案', '不是广告', '\n{"level":"error"}'];
  expect([...secret, ...said].filter((words) => whole.includes(words))).toEqual([]);
  const refusals = lines.map((each) => JSON.parse(each) as { message: string; code: string; personId?: string });
  expect(refusals).toContainEqual(
    expect.objectContaining({ message: 'request refused', code: 'access.denied', personId: resident.personId }),
  );
});

test('存储出错时，每条接口都只说系统出错了，不说怎么错的', async () => {
  let isBroken = false;
  const secret = 'table suishoupai-prod-people: pk usr_1';
  const brittle = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, method) => {
        const value: unknown = Reflect.get(target, method);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (isBroken) throw new Error(secret);
          return Reflect.apply(value, target, given) as unknown;
        };
      },
    });
  const whole = makeMemoryStores();
  const stores = Object.fromEntries(Object.entries(whole).map(([name, store]) => [name, brittle(store)]));
  const on = await aService({ ...whole, ...stores });
  const staff = await on.signIn('staff', wuye);
  isBroken = true;
  let failed = 0;
  for (const [name, route] of routes) {
    const answer = await ask(on, name, route, route.access === 'anyone' ? undefined : staff.token);
    const text = await answer.text();
    expect([name, text.includes('table') || text.includes('usr_1') || text.includes(' at ')]).toEqual([name, false]);
    if (answer.status !== 500) continue;
    failed += 1;
    const { code, message } = (JSON.parse(text) as { error: { code: string; message: string } }).error;
    expect([name, code, message]).toEqual([name, 'internal', commonErrors.internal.message]);
  }
  expect(failed).toBeGreaterThan(routes.length * 0.9);
});

test('没有的地址，说没有', async () => {
  const answer = await service.fetch('/v1/nothing');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'route.notFound' } });
});
