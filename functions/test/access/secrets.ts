import type { World } from './world.ts';

/** What is planted in the world, to be found again where it should not be. */
export const secret = {
  ownerOfUnit: '隐秘业主甲',
  memberOfUnit: '隐秘家人乙',
  idTail: '9Q7Z',
  claimant: '隐秘申请人',
  claimantPhone: '13933334444',
  placeLabel: '隐秘三栋东门',
  lng: 121.41537,
  lat: 31.22019,
  remark: '隐秘内部备注',
  heldComment: '待审 隐秘的评论',
  heldWords: '待审 隐秘的描述',
  complaint: '隐秘的投诉说明',
  caller: '隐秘来电人',
  callerPhone: '021-77778888',
  callerPlace: '隐秘来电地点',
  patrolItem: '隐秘巡查指令',
  visited: '隐秘走访户',
  visitedPhone: '13955556666',
  visitWords: '隐秘走访内容',
  template: '隐秘常用回复',
  heldObjection: '待审 隐秘的异议',
  attendee: '隐秘到会人',
  attendeeHousehold: '隐秘到会户',
  witness: '隐秘见证人',
  unsignedMinutes: '隐秘未签纪要',
  heldVoice: '待审 隐秘的发言',
  heldTopic: '待审 隐秘的议题',
  takenDownFor: '隐秘撤下原因',
  plannedActivity: '隐秘未发布活动',
  volunteer: '隐秘志愿者',
  guardian: '隐秘监护人',
  evaluation: '隐秘的服务评价',
  heldListing: '待审 隐秘的互助',
  giverContact: '13977778888',
  receiverContact: '13977779999',
  helperContact: '13977770000',
  elder: '隐秘老人',
  elderRoom: '隐秘房号',
  elderPhone: '13900009999',
  draftReward: '隐秘草稿奖品',
  correction: '隐秘更正理由',
  kin: '隐秘亲人称呼',
} as const;

/**
 * Who reads each of them somewhere in the whole service: the columns of the matrix, `+` or `.`. It is exact: a reader too many is a leak, one too
 * few and nothing was looked for. Where nobody reads it in full, it is shown masked or not at all.
 */
export const readers: Record<keyof typeof secret, string> = {
  ownerOfUnit: '. ..... ... ... ++. +. ... .',
  memberOfUnit: '. ..... ... ... ... .. ... .',
  idTail: '. ..... ... ... ++. +. ... .',
  claimant: '. ..... ... ... ++. +. ... .',
  claimantPhone: '. ..... ... ... ++. +. ... .',
  placeLabel: '. +.... +.. +.. ++. +. ... .',
  lng: '. +.... +.. +.. ++. +. ... .',
  lat: '. +.... +.. +.. ++. +. ... .',
  remark: '. ..... +.. +.. ++. +. ... .',
  heldComment: '. ..+.. ... ... ++. +. ... .',
  heldWords: '. +.... +.. +.. ++. +. ... .',
  complaint: '. ..... ... ... ++. +. ... .',
  caller: '. ..... +.. +.. ++. +. ... .',
  callerPhone: '. ..... +.. +.. ++. +. ... .',
  callerPlace: '. ..... +.. +.. ++. +. ... .',
  patrolItem: '. ..... +.. ... ++. .. ... .',
  visited: '. ..... +.. ... ++. .. ... .',
  visitedPhone: '. ..... +.. ... ++. .. ... .',
  visitWords: '. ..... +.. ... ++. .. ... .',
  template: '. ..... ... +.. ... .. ... .',
  heldObjection: '. +.... ... ... ++. +. ... .',
  attendee: '. ..... ... ... ++. +. ... .',
  attendeeHousehold: '. ..... ... ... ++. +. ... .',
  witness: '. ..... ... ... ++. +. ... .',
  unsignedMinutes: '. ..... ... ... ++. +. ... .',
  heldVoice: '. +.... ... ... ++. +. ... .',
  heldTopic: '. +.... ... ... ++. +. ... .',
  takenDownFor: '. +.... ... ... ... .. ... .',
  plannedActivity: '. ..... ... ... ++. +. ... .',
  volunteer: '. +.... ... ... ++. +. ... .',
  guardian: '. +.... ... ... ++. +. ... .',
  evaluation: '. +.... ... ... ++. +. ... .',
  heldListing: '. +.... ... ... ++. +. ... .',
  giverContact: '. +.+.. ... ... ... .. ... .',
  receiverContact: '. +.+.. ... ... ... .. ... .',
  helperContact: '. +.... ... ... ++. +. ... .',
  elder: '. +.... ... ... ++. +. ... .',
  elderRoom: '. +.... ... ... ++. +. ... .',
  elderPhone: '. +.... ... ... ++. +. ... .',
  draftReward: '. ..... ... ... ++. +. ... .',
  correction: '. ..... ... ... ++. +. ... .',
  kin: '. ..... ... ... ... .. ... .',
};

/** The same for what the service made itself. */
const madeReaders = ({ cast, orders, book }: World): Record<string, { mark: string; readers: string }> => ({
  pickUpCode: { mark: `"${orders.open.code}"`, readers: '. +.... ... ... ... .. ... .' },
  bookCode: { mark: String(book), readers: '. +.... ... ... ++. +. ... .' },
  openids: { mark: 'openid-', readers: '. ..... ... ... ... .. ... .' },
  idOfResident: { mark: cast.own.personId, readers: '. +.... ... ... ++. +. ... .' },
  idOfNeighbour: { mark: cast.neighbour.personId, readers: '. ..+.. ... ... ++. +. ... .' },
  idOfHandler: { mark: cast.handler.personId, readers: '. ..... ... +.. ... .. ... .' },
  idOfStaff: { mark: cast.staff.personId, readers: '. ..... ... ... ++. .. ... .' },
});

/** Every mark with its readers, one sign for each column. */
export const marksOf = (world: World): { name: string; mark: string; readers: string }[] => {
  const planted = (Object.keys(secret) as (keyof typeof secret)[]).map(
    (name) => [name, { mark: String(secret[name]), readers: readers[name] }] as const,
  );
  return [...planted, ...Object.entries(madeReaders(world))].map(([name, each]) => ({
    ...{ name, mark: each.mark },
    readers: each.readers.replaceAll(' ', ''),
  }));
};
