import { newExchangeId, newListingId } from '@suishoupai/shared/ids';
import { aTransferId } from '../../src/points/points.builder.ts';
import { anActionId, tail } from '../builders.ts';
import type { Row } from './matrix.ts';
import type { World } from './world.ts';

const act = () => ({ id: anActionId() });
const here = { params: { communityId: 'xfl' } };
const listing = (kind: keyof World['listings']) => (world: World) => ({ params: { listingId: world.listings[kind] } });
const saying = (kind: keyof World['listings'], given: object) => (world: World) => ({
  ...listing(kind)(world),
  body: { ...act(), ...given },
});
const exchange = (kind: keyof World['exchanges']) => (world: World) => ({
  params: { exchangeId: world.exchanges[kind].id },
});
const moving = (kind: keyof World['exchanges'], given: object) => (world: World) => ({
  ...exchange(kind)(world),
  body: { ...act(), version: world.exchanges[kind].version, ...given },
});
const listed = () => ({
  ...{
    id: newListingId('xfl', tail()),
    kind: 'offer',
    skill: 'clinic',
    words: '陪您去医院',
    times: ['1am'],
    minutes: 60,
  },
});
const resident = (claim: keyof World['claims']) => (world: World) => ({
  params: { communityId: 'xfl', claimId: world.claims[claim] },
});
const acting = (claim: keyof World['claims']) => (world: World) => ({
  ...resident(claim)(world),
  body: { identified: 'callBack', act: { what: 'donate', body: { id: aTransferId(), minutes: 60 } } },
});
const reach = { call: '王阿姨', contact: '13900000001' };

export const timebankRows: readonly Row[] = [
  ['getTimebank', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['setNudge', '', () => ({ ...here, body: { ...act(), want: 'off' } }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listListings', '', () => ({ ...here, query: { kind: 'offer' } }), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listMyListings', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['makeListing', '', () => ({ body: listed() }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['getListing', 'open', listing('open'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getListing', 'held back', listing('held'), 'N +NNNN NNN NNN ++N +N NNN N'],
  ['stepListing', 'open', saying('open', { what: 'pause' }), 'L +DDDD DDD DDD DDD DD DDD D'],
  ['stepListing', 'ended', saying('ended', { what: 'pause' }), 'L XDDDD DDD DDD DDD DD DDD D'],
  [
    'stepListing',
    'of the community',
    (world) => ({ params: { listingId: world.promises.open }, body: { ...act(), what: 'end' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['flagListing', 'open', saying('open', { reason: 'abuse' }), 'L X++++ +++ +++ +++ ++ +++ +'],
  ['appealListing', 'never taken down', saying('open', { note: '不是广告' }), 'L XDDDD DDD DDD DDD DD DDD D'],
  [
    'answerListing',
    'an offer, without hours',
    (world) => ({
      body: {
        ...{ id: newExchangeId('xfl', tail()), listingId: world.listings.open, minutes: 60 },
        ...{ plannedAt: '2026-12-12T02:00:00.000Z', ...reach },
      },
    }),
    'L XX+XX XXX XXX XXX XX XXX X',
  ],
  [
    'answerListing',
    'held back',
    (world) => ({
      body: {
        ...{ id: newExchangeId('xfl', tail()), listingId: world.listings.held, minutes: 60 },
        ...{ plannedAt: '2026-12-12T02:00:00.000Z', ...reach },
      },
    }),
    'L NNNNN NNN NNN NNN NN NNN N',
  ],
  ['listExchanges', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['getExchange', 'agreed', exchange('agreed'), 'L +N+NN NNN NNN ++N +N NNN N'],
  ['getExchange', 'that the pool pays', exchange('helped'), 'L +NNNN NNN NNN ++N +N NNN N'],
  ['stepExchange', 'answered', moving('answered', { what: 'agree', ...reach }), 'L +NXNN NNN NNN NNN NN NNN N'],
  ['stepExchange', 'agreed', moving('agreed', { what: 'callOff', reason: 'ill' }), 'L +N+NN NNN NNN NNN NN NNN N'],
  ['listKin', '', () => here, 'L +++++ +++ +++ +++ ++ +++ +'],
  ['inviteKin', '', () => ({ ...here, body: { ...act(), call: '女儿' } }), 'L +++++ +++ +++ +++ ++ +++ +'],
  [
    'acceptKin',
    'a code of somebody else',
    ({ kinCode }) => ({ ...here, body: { ...act(), code: kinCode, call: '爸爸' } }),
    'L U++++ +++ +++ +++ ++ +++ +',
  ],
  [
    'giveHours',
    'to the household',
    ({ claims }) => ({ ...here, body: { id: aTransferId(), to: claims.mates, minutes: 60 } }),
    'L +NNNN NNN NNN NNN NN NNN N',
  ],
  ['donateHours', '', () => ({ ...here, body: { id: aTransferId(), minutes: 60 } }), 'L +X+XX XXX XXX XXX XX XXX X'],
  ['getPool', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listTimebankWaiting', '', () => here, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['judgeListing', 'held back', saying('held', { verdict: 'pass' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'mediateExchange',
    'no disagreement',
    moving('agreed', { minutes: 60, reason: '问过双方' }),
    'L DDDDD DDD DDD XXD XD DDD D',
  ],
  ['stepPromised', 'answered', moving('helping', { what: 'agree', ...reach }), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'stepPromised',
    'between neighbours',
    moving('answered', { what: 'agree', ...reach }),
    'L DDDDD DDD DDD DDD DD DDD D',
  ],
  [
    'promiseHours',
    '',
    () => ({
      body: { ...listed(), kind: 'request', elder: { name: '周奶奶', building: '3', entrance: '', room: '101' } },
    }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'findResidents',
    '',
    () => ({ ...here, query: { building: '1', entrance: '1', room: '101' } }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['getResidentHours', '', resident('ours'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['getResidentHours', 'of elsewhere', resident('far'), 'L DDDDD DDD DDD NND ND DDD D'],
  ['actForResident', '', acting('ours'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['actForResident', 'of elsewhere', acting('far'), 'L DDDDD DDD DDD NND ND DDD D'],
  ['actForResident', 'whose request waits', acting('waiting'), 'L DDDDD DDD DDD NND ND DDD D'],
];
