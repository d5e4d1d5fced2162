import { consentVersion } from '@suishoupai/shared/people/consent';
import { aMediaId, anActionId, inside, lampCode, tail } from '../builders.ts';
import type { Row } from './matrix.ts';

const act = () => ({ id: anActionId() });
const here = { params: { communityId: 'xfl' } };

/** Oneself, places, the responsibility list, uploads. */
export const peopleRows: readonly Row[] = [
  ['signIn', 'a code', () => ({ body: { code: 'new', consentVersion } }), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getMe', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listNotices', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  [
    'readNotices',
    '',
    () => ({ body: { upTo: `2026-11-16T02:00:00.000Z#evt_${tail()}#ticketProgress` } }),
    'L +++++ +++ +++ +++ ++ +++ +',
  ],
  [
    'addSubscriptions',
    '',
    () => ({ body: { ...act(), accepted: ['ticketProgress'] } }),
    'L +++++ +++ +++ +++ ++ +++ +',
  ],
  ['getSubscriptions', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listConsents', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['withdrawConsent', '', () => ({ body: act() }), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['listAccessLog', '', () => ({}), 'L +++++ +++ +++ +++ ++ +++ +'],
  ['setAway', '', () => ({ body: { ...act(), until: '2026-12-20T02:00:00.000Z' } }), 'L DDDDD +++ +++ +++ ++ +++ D'],
  [
    'listColleagues',
    'a department',
    () => ({ query: { scope: 'xfl', desk: 'dep_wuye' } }),
    'L DDDDD DDD +DD DDD DD DDD D',
  ],
  ['listColleagues', 'a grid', () => ({ query: { scope: 'xfl', desk: 'grd_01' } }), 'L DDDDD +DD DDD DDD DD DDD D'],
  [
    'listColleagues',
    'the community',
    () => ({ query: { scope: 'xfl', desk: 'community' } }),
    'L DDDDD DDD DDD ++D DD DDD D',
  ],
  [
    'listColleagues',
    'the street',
    () => ({ query: { scope: 'str_changning', desk: 'street' } }),
    'L DDDDD DDD DDD DDD +D DDD D',
  ],

  ['locate', 'a point', () => ({ query: inside }), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getCommunity', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listCommunities', '', () => ({}), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getDuty', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listDutyVersions', '', () => here, '+ +++++ +++ +++ +++ ++ +++ +'],
  [
    'changeDuty',
    '',
    () => ({
      ...here,
      body: { ...act(), base: 1, changes: [{ categoryCode: lampCode, line: null }], reason: '不再负责' },
    }),
    'L DDDDD DDD DDD ++D DD DDD D',
  ],

  [
    'createUpload',
    '',
    () => ({ body: { id: aMediaId(), contentType: 'image/jpeg', size: 1000 } }),
    'L +++++ +++ +++ +++ ++ +++ +',
  ],
  [
    'getUpload',
    'of a resident',
    ({ photos }) => ({ params: { mediaId: photos.mine } }),
    'L +NNNN NNN NNN NNN NN NNN N',
  ],
  [
    'createFileUpload',
    '',
    () => ({ body: { id: aMediaId(), kind: 'pdf', size: 1000 } }),
    'L DDDDD +++ +++ +++ ++ +++ D',
  ],
  [
    'getFileUpload',
    'of the staff',
    ({ photos }) => ({ params: { mediaId: photos.file } }),
    'L DDDDD NNN NNN +NN NN NNN D',
  ],
];
