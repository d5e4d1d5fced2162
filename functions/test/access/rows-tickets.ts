import { newPatrolId, newVisitId } from '@suishoupai/shared/ids';
import { anActionId, aTicketId, inside, lampCode, tail } from '../builders.ts';
import type { Row } from './matrix.ts';
import type { World } from './world.ts';

type Kind = keyof World['tickets'];
const act = () => ({ id: anActionId() });
const place = { point: inside, label: '3 栋东门' };
const of = (kind: Kind) => (world: World) => ({ params: { ticketId: world.tickets[kind].id } });
const doing =
  (kind: Kind, given: object = {}) =>
  (world: World) => ({ ...of(kind)(world), body: { ...act(), ...given } });
/** A step at the version that stands. */
const step =
  (kind: Kind, given: object = {}) =>
  (world: World) => ({ ...of(kind)(world), body: { ...act(), version: world.tickets[kind].version, ...given } });
const queue = (desk: string) => () => ({ query: { communityId: 'xfl', desk } });
const desk = (name: string) => () => ({ query: { communityId: 'xfl', desk: name } });
const joint = { departmentId: 'dep_wuye', supporting: [{ departmentId: 'dep_chengguan', task: '劝离摊贩' }] };
const extension = { note: '等灯具', limit: { unit: 'workDay', amount: 3 } };

/** Reading and reporting. */
export const ticketRows: readonly Row[] = [
  [
    'reportTicket',
    '',
    (_, { photo }) => ({
      body: { id: aTicketId(), categoryCode: lampCode, description: '路灯不亮', place, photoIds: [photo] },
    }),
    'L +++++ +++ +++ +++ ++ +++ +',
  ],
  [
    'reportTicket',
    'with a photo of somebody else',
    ({ photos }) => ({
      body: { id: aTicketId(), categoryCode: lampCode, description: '路灯不亮', place, photoIds: [photos.mine] },
    }),
    'L +NNNN NNN NNN NNN NN NNN N',
  ],
  [
    'enterTicket',
    '',
    () => ({
      body: {
        ...{ id: aTicketId(), channel: 'phone', categoryCode: lampCode, description: '老人来电', place, photoIds: [] },
        resident: { name: '陈阿姨', consent: 'spoken' },
      },
    }),
    'L DDDDD +DD DDD ++D DD DDD D',
  ],
  ['listSimilar', '', () => ({ query: { categoryCode: lampCode, ...inside } }), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['joinTicket', 'open', doing('open'), 'L X++++ +++ +++ +++ ++ +++ +'],
  ['joinTicket', 'over', doing('over'), 'L XXXXX XXX XXX XXX XX XXX X'],
  ['leaveTicket', 'open', doing('open'), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listTickets', '', () => ({ query: { communityId: 'xfl' } }), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'open', of('open'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'entered for somebody', of('entered'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'underway', of('underway'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'held back', of('held'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'with an extension asked for', of('extending'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'with a task', of('joint'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'taken down', of('hidden'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getTicket', 'over', of('over'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listMyTickets', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listJoined', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['getHome', '', () => ({ query: { communityId: 'xfl' } }), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getQueue', 'a department', queue('dep_wuye'), 'L DDDDD DDD +DD ++D +D DDD D'],
  ['getQueue', 'a grid', queue('grd_01'), 'L DDDDD +DD DDD ++D +D DDD D'],
  ['getQueue', 'the community', queue('community'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getQueue', 'what waits for review', queue('review'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getQueue', 'all', queue('all'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getQueue', 'the street', queue('street'), 'L DDDDD DDD DDD DDD +D DDD D'],
  [
    'dispatchBatch',
    'each is refused for itself',
    ({ tickets: { filed } }) => ({
      body: { departmentId: 'dep_wuye', items: [{ ...act(), ticketId: filed.id, version: filed.version }] },
    }),
    'L DDDDD +++ +++ +++ ++ +++ D',
  ],
  ['addComment', 'open', doing('open', { text: '我家也看得到' }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listComments', 'with one held', of('underway'), '+ +++++ +++ +++ +++ ++ +++ +'],
  [
    'flag',
    'a comment',
    (world) => doing('underway', { item: world.comment, reason: 'abuse' })(world),
    'L ++X++ +++ +++ +++ ++ +++ +',
  ],
  [
    'appeal',
    'words taken down',
    (world) => doing('hidden', { item: world.tickets.hidden.events[0]?.id, note: '我说的是事实' })(world),
    'L +DDDD DDD DDD DDD DD DDD D',
  ],
  ['listFlags', '', of('underway'), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'reviewHeld',
    'words that wait',
    (world) => doing('held', { item: world.tickets.held.events[0]?.id, decision: 'show' })(world),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
];

/** Steps, each where it may be taken and on a ticket that is over. */
export const stepRows: readonly Row[] = [
  ['file', 'reported', step('reported'), 'L DDDDD +DD DDD ++D DD DDD D'],
  ['file', 'over', step('over'), 'L DDDDD XDD DDD XXD DD DDD D'],
  ['decline', 'reported', step('reported', { note: '重复' }), 'L DDDDD +DD DDD ++D DD DDD D'],
  ['decline', 'over', step('over', { note: '重复' }), 'L DDDDD XDD DDD XXD DD DDD D'],
  ['dispatch', 'filed', step('filed', { departmentId: 'dep_wuye' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'dispatch',
    'dispatched: to take it from one',
    step('open', { departmentId: 'dep_chengguan' }),
    'L DDDDD DDD DDD XXD +D DDD D',
  ],
  ['dispatch', 'over', step('over', { departmentId: 'dep_wuye' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['joint', 'filed', step('filed', joint), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['joint', 'over', step('over', joint), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['accept', 'dispatched', step('open'), 'L DDDDD DDD +DD DDD DD DDD D'],
  ['accept', 'over', step('over'), 'L DDDDD DDD XDD DDD DD DDD D'],
  ['return', 'dispatched', step('open', { note: '不归我们', categoryCode: lampCode }), 'L DDDDD DDD +DD DDD DD DDD D'],
  ['return', 'over', step('over', { note: '不归我们', categoryCode: lampCode }), 'L DDDDD DDD XDD DDD DD DDD D'],
  ['ask', 'reported', step('reported', { note: '哪一盏' }), 'L DDDDD +DD DDD ++D DD DDD D'],
  ['ask', 'underway', step('underway', { note: '哪一盏' }), 'L DDDDD XDD +DD XXD DD DDD D'],
  ['ask', 'over', step('over', { note: '哪一盏' }), 'L DDDDD XDD XDD XXD DD DDD D'],
  ['answer', 'asked', step('asked', { note: '第一盏' }), 'L +DDDD DDD DDD XXD DD DDD D'],
  ['answer', 'over', step('over', { note: '第一盏' }), 'L XDDDD DDD DDD XXD DD DDD D'],
  ['progress', 'underway', step('underway', { note: '材料已到' }), 'L DDDDD DDD +DD DDD DD DDD D'],
  ['progress', 'over', step('over', { note: '材料已到' }), 'L DDDDD DDD XDD DDD DD DDD D'],
  ['askExtension', 'underway', step('underway', extension), 'L DDDDD DDD +DD DDD DD DDD D'],
  ['askExtension', 'over', step('over', extension), 'L DDDDD DDD XDD DDD DD DDD D'],
  ['grantExtension', 'asked for', step('extending'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['grantExtension', 'over', step('over'), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['refuseExtension', 'asked for', step('extending', { note: '先装临时照明' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['refuseExtension', 'over', step('over', { note: '先装临时照明' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['reply', 'joint', step('joint', { note: '已劝离' }), 'L DDDDD DDD D+D DDD DD DDD D'],
  ['reply', 'over', step('over', { note: '已劝离' }), 'L DDDDD DDD DDD DDD DD DDD D'],
  [
    'excuse',
    'joint',
    step('joint', { note: '不需要了', departmentId: 'dep_chengguan' }),
    'L DDDDD DDD DDD DDD +D DDD D',
  ],
  ['excuse', 'over', step('over', { note: '不需要了', departmentId: 'dep_chengguan' }), 'L DDDDD DDD DDD DDD XD DDD D'],
  [
    'resolve',
    'underway',
    (world, { photo }) => step('underway', { note: '修好了', photoIds: [photo] })(world),
    'L DDDDD DDD +DD DDD DD DDD D',
  ],
  [
    'resolve',
    'over',
    (world, { photo }) => step('over', { note: '修好了', photoIds: [photo] })(world),
    'L DDDDD DDD XDD DDD DD DDD D',
  ],
  ['confirm', 'resolved', step('done'), 'L +DDDD +DD DDD ++D DD DDD D'],
  ['confirm', 'over', step('over'), 'L XDDDD XDD DDD XXD DD DDD D'],
  ['rework', 'resolved', step('done', { note: '没修好' }), 'L +DDDD +DD DDD ++D DD DDD D'],
  ['rework', 'over', step('over', { note: '没修好' }), 'L XDDDD XDD DDD XXD DD DDD D'],
  ['rate', 'closed', step('over', { stars: 5 }), 'L +DDDD DDD DDD XXD DD DDD D'],
  ['rate', 'underway', step('underway', { stars: 5 }), 'L XXDDD DDD DDD XXD DD DDD D'],
  ['reopen', 'closed', step('over', { note: '又不亮了' }), 'L +DDDD DDD DDD XXD DD DDD D'],
  ['reopen', 'underway', step('underway', { note: '又不亮了' }), 'L XXDDD DDD DDD XXD DD DDD D'],
  ['park', 'dispatched', step('open', { note: '等改造', day: '2026-12-30' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['park', 'over', step('over', { note: '等改造', day: '2026-12-30' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['unpark', 'parked', step('parked'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['unpark', 'over', step('over'), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['withdraw', 'dispatched', step('held'), 'L +DDDD DDD DDD DDD DD DDD D'],
  ['withdraw', 'over', step('over'), 'L XDDDD DDD DDD DDD DD DDD D'],
  [
    'merge',
    'dispatched',
    (world) => step('held', { ticketId: world.tickets.open.id })(world),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'merge',
    'over',
    (world) => step('over', { ticketId: world.tickets.open.id })(world),
    'L DDDDD DDD DDD XXD XD DDD D',
  ],
  ['unmerge', 'merged', step('merged', { note: '不是同一件' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['unmerge', 'over', step('over', { note: '不是同一件' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  [
    'handOver',
    'to nobody of the desk',
    (world) => step('underway', { personId: world.cast.department.personId })(world),
    'L DDDDD DDD UDD DDD DD DDD D',
  ],
  ['remark', 'underway', step('underway', { note: '内部的话' }), 'L DDDDD +DD +DD ++D +D DDD D'],
  ['remark', 'joint', step('joint', { note: '内部的话' }), 'L DDDDD +DD ++D ++D +D DDD D'],
  ['callBack', 'entered for somebody', step('entered', { note: '已电话告知' }), 'L DDDDD DDD DDD ++D DD DDD D'],
  ['callBack', 'with a reporter', step('open', { note: '已电话告知' }), 'L DDDDD DDD DDD XXD DD DDD D'],
];

/** Work on foot, and a desk's own things. */
export const fieldworkRows: readonly Row[] = [
  [
    'makePatrol',
    '',
    () => ({
      body: {
        ...{ id: newPatrolId('xfl', tail()), communityId: 'xfl', gridId: 'grd_01', day: '2026-12-12' },
        items: [{ id: 'a', text: '消防通道是否畅通' }],
      },
    }),
    'L DDDDD +DD DDD ++D DD DDD D',
  ],
  [
    'listPatrols',
    'of a grid',
    () => ({ query: { communityId: 'xfl', gridId: 'grd_01', day: '2026-12-11' } }),
    'L DDDDD +DD DDD ++D DD DDD D',
  ],
  [
    'listPatrols',
    'of all grids',
    () => ({ query: { communityId: 'xfl', day: '2026-12-11' } }),
    'L DDDDD DDD DDD ++D DD DDD D',
  ],
  [
    'checkPatrolItem',
    '',
    ({ patrol }) => ({ params: { patrolId: patrol }, body: { ...act(), item: 'a', outcome: 'fine' } }),
    'L DDDDD +DD DDD ++D DD DDD D',
  ],
  [
    'recordVisit',
    '',
    () => ({
      body: {
        ...{ id: newVisitId('xfl', tail()), communityId: 'xfl', gridId: 'grd_01', at: '2026-12-11T01:00:00.000Z' },
        ...{ household: '3 栋 502', consent: 'spoken', items: [{ id: 'a', text: '灯不亮', answer: '已换好' }] },
      },
    }),
    'L DDDDD +DD DDD ++D DD DDD D',
  ],
  ['listVisits', '', () => ({ query: { communityId: 'xfl', gridId: 'grd_01' } }), 'L DDDDD +DD DDD ++D DD DDD D'],
  ['getTemplates', 'a department', desk('dep_wuye'), 'L DDDDD DDD +DD DDD DD DDD D'],
  ['getTemplates', 'the community', desk('community'), 'L DDDDD DDD DDD ++D DD DDD D'],
  [
    'putTemplates',
    'a department',
    () => ({ body: { communityId: 'xfl', desk: 'dep_wuye', version: 1, texts: ['已收到'] } }),
    'L DDDDD DDD +DD DDD DD DDD D',
  ],
  ['listActivity', 'a department', desk('dep_wuye'), 'L DDDDD DDD +DD ++D +D DDD D'],
  ['listActivity', 'the community', desk('community'), 'L DDDDD DDD DDD ++D +D DDD D'],
];
