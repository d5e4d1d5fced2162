import { routeUrl } from '@suishoupai/shared/contract/route';
import type {
  ActivityId,
  CommunityId,
  ExchangeId,
  GridId,
  ListingId,
  MeetingId,
  OrderId,
  PatrolId,
  RewardId,
  TicketId,
  TopicId,
  VoteId,
} from '@suishoupai/shared/ids';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import Taro from '@tarojs/taro';
import type { Desk } from './desks.ts';
import { sayIfLost } from './platform/lost-page.ts';

/** Every page by name; a page's query is spelled here and nowhere else. */
export const routes = {
  home: () => '/pages/home/index',
  nearby: () => '/pages/nearby/index',
  /** 议事 */
  hall: () => '/pages/hall/index',
  /** 积分 */
  points: () => '/pages/points/index',
  me: () => '/pages/me/index',
  /** `consent`: the person was signed in, and is asked to agree again. */
  signIn: (why?: 'consent') => routeUrl('/pages/sign-in/index', {}, { why }),
  myTickets: () => '/pages/my-tickets/index',
  joined: () => '/civic/joined/index',
  inbox: () => '/pages/inbox/index',
  about: () => '/civic/about/index',
  accessLog: () => '/civic/access-log/index',
  /** `again`: a refused report of the outbox to begin with. */
  report: (again?: string) => routeUrl('/report/form/index', {}, { again }),
  reported: (ticketId: TicketId) => routeUrl('/report/done/index', {}, { id: ticketId }),
  ticket: (ticketId: TicketId) => routeUrl('/pages/ticket/index', {}, { id: ticketId }),
  /** `just`: what was put there a moment ago. */
  outbox: (just?: string) => routeUrl('/report/outbox/index', {}, { just }),
  place: () => '/report/place/index',
  /** 谁负责什么: the responsibility list, for everyone. */
  duty: (communityId: CommunityId) => routeUrl('/civic/duty/index', {}, { communityId }),
  dutyHistory: (communityId: CommunityId) => routeUrl('/civic/duty/history/index', {}, { communityId }),
  editDuty: (communityId: CommunityId) => routeUrl('/staff/duty/index', {}, { communityId }),
  editDutyLine: (communityId: CommunityId, code: CategoryCode) =>
    routeUrl('/staff/duty/line/index', {}, { communityId, code }),
  /** A new rule when no id is given. */
  editDutyRule: (communityId: CommunityId, id?: string) => routeUrl('/staff/duty/rule/index', {}, { communityId, id }),
  publishDuty: (communityId: CommunityId) => routeUrl('/staff/duty/publish/index', {}, { communityId }),
  /** What somebody says at the counter or on the telephone. */
  enter: (communityId: CommunityId) => routeUrl('/staff/enter/index', {}, { communityId }),
  handle: (ticketId: TicketId) => routeUrl('/staff/handle/index', {}, { id: ticketId }),
  /** 巡查: of the community's grids, or of one. */
  patrol: (communityId: CommunityId, gridId?: GridId) => routeUrl('/staff/patrol/index', {}, { communityId, gridId }),
  makePatrol: (communityId: CommunityId, at: { gridId?: GridId | undefined; day?: string } = {}) =>
    routeUrl('/staff/patrol/make/index', {}, { communityId, ...at }),
  /** An item of a patrol that becomes a ticket. */
  found: (communityId: CommunityId, patrolId: PatrolId, item: string) =>
    routeUrl('/staff/patrol/found/index', {}, { communityId, patrolId, item }),
  /** 走访 */
  visits: (communityId: CommunityId, gridId?: GridId) => routeUrl('/staff/visit/index', {}, { communityId, gridId }),
  recordVisit: (communityId: CommunityId, gridId: GridId) =>
    routeUrl('/staff/visit/record/index', {}, { communityId, gridId }),
  /** 常用回复 of a desk. */
  replyTemplates: ({ communityId, desk }: Pick<Desk, 'communityId' | 'desk'>) =>
    routeUrl('/staff/kit/index', {}, { communityId, desk }),
  /** 经办记录: who of a desk did what. */
  activity: ({ communityId, desk }: Pick<Desk, 'communityId' | 'desk'>) =>
    routeUrl('/staff/activity/index', {}, { communityId, desk }),
  /** 议事工作台: what waits for the community in topics, meetings and votes. */
  council: (communityId: CommunityId) => routeUrl('/council/desk/index', {}, { communityId }),
  claims: (communityId: CommunityId) => routeUrl('/council/claims/index', {}, { communityId }),
  /** 业主名册 */
  roll: (communityId: CommunityId) => routeUrl('/council/roll/index', {}, { communityId }),
  importRoll: (communityId: CommunityId) => routeUrl('/council/roll/import/index', {}, { communityId }),
  units: (communityId: CommunityId, building: string) =>
    routeUrl('/council/units/index', {}, { communityId, building }),
  /** 居民代表 */
  representatives: (communityId: CommunityId) => routeUrl('/council/representatives/index', {}, { communityId }),
  /** A topic for those who answer it. */
  handleTopic: (topicId: TopicId) => routeUrl('/council/topic/index', {}, { id: topicId }),
  /** Its plan: taking it up, or changing what is not done. */
  planTopic: (topicId: TopicId) => routeUrl('/council/topic/plan/index', {}, { id: topicId }),
  orderTicket: (topicId: TopicId) => routeUrl('/council/topic/ticket/index', {}, { id: topicId }),
  callMeeting: (communityId: CommunityId, topicId?: TopicId) =>
    routeUrl('/council/meeting/index', {}, { communityId, topicId }),
  changeMeeting: (meetingId: MeetingId) => routeUrl('/council/meeting/index', {}, { id: meetingId }),
  /** 会场: the code on the screen, who is there, and what comes after. */
  room: (meetingId: MeetingId) => routeUrl('/council/room/index', {}, { id: meetingId }),
  minutes: (meetingId: MeetingId) => routeUrl('/council/minutes/index', {}, { id: meetingId }),
  writeMinutes: (meetingId: MeetingId) => routeUrl('/council/minutes/write/index', {}, { id: meetingId }),
  announceVote: (communityId: CommunityId, topicId?: TopicId) =>
    routeUrl('/council/vote/index', {}, { communityId, topicId }),
  /** A vote for those who run it. */
  runVote: (voteId: VoteId) => routeUrl('/council/result/index', {}, { id: voteId }),
  paperBallots: (voteId: VoteId) => routeUrl('/council/paper/index', {}, { id: voteId }),
  enterPaper: (voteId: VoteId) => routeUrl('/council/paper/enter/index', {}, { id: voteId }),
  heldWords: (communityId: CommunityId) => routeUrl('/council/held/index', {}, { communityId }),
  topic: (topicId: TopicId) => routeUrl('/hall/topic/index', {}, { id: topicId }),
  /** 提议题: alone, or from a ticket. */
  propose: (communityId: CommunityId, ticketId?: TicketId) =>
    routeUrl('/hall/propose/index', {}, { communityId, ticketId }),
  vote: (voteId: VoteId) => routeUrl('/hall/vote/index', {}, { id: voteId }),
  /** 核对: the receipt of my slot, or how anybody recounts the vote. */
  proof: (voteId: VoteId, slot?: string) => routeUrl('/hall/proof/index', {}, { id: voteId, slot }),
  meeting: (meetingId: MeetingId) => routeUrl('/hall/meeting/index', {}, { id: meetingId }),
  /** The versions of the minutes for everyone, and what each changed. */
  minutesVersions: (meetingId: MeetingId) => routeUrl('/hall/versions/index', {}, { id: meetingId }),
  /** Every vote, and the meetings that were. */
  past: (communityId: CommunityId) => routeUrl('/hall/past/index', {}, { communityId }),
  /** 时间银行 */
  timebank: () => '/timebank/index/index',
  listing: (listingId: ListingId) => routeUrl('/timebank/listing/index', {}, { id: listingId }),
  makeListing: (communityId: CommunityId, kind?: 'offer' | 'request') =>
    routeUrl('/timebank/make/index', {}, { communityId, kind }),
  exchange: (exchangeId: ExchangeId) => routeUrl('/timebank/exchange/index', {}, { id: exchangeId }),
  /** 转给家人、捐给互助池 */
  giveHours: (communityId: CommunityId) => routeUrl('/timebank/give/index', {}, { communityId }),
  pool: (communityId: CommunityId) => routeUrl('/timebank/pool/index', {}, { communityId }),
  timebankDesk: (communityId: CommunityId) => routeUrl('/timebank/desk/index', {}, { communityId }),
  /** 我的房屋 */
  household: () => '/hall/household/index',
  /** 志愿服务 */
  volunteer: () => '/volunteer/index/index',
  volunteering: (activityId: ActivityId) => routeUrl('/volunteer/activity/index', {}, { id: activityId }),
  /** 志愿活动 for those who run them. */
  organise: (communityId: CommunityId) => routeUrl('/organise/index/index', {}, { communityId }),
  organisePeople: (activityId: ActivityId) => routeUrl('/organise/people/index', {}, { id: activityId }),
  /** 积分兑换 */
  rewards: (communityId?: CommunityId) => routeUrl('/rewards/index', {}, { communityId }),
  reward: (rewardId: RewardId) => routeUrl('/rewards/reward/index', {}, { id: rewardId }),
  orders: (communityId?: CommunityId) => routeUrl('/rewards/orders/index', {}, { communityId }),
  order: (orderId: OrderId) => routeUrl('/rewards/order/index', {}, { id: orderId }),
  /** 兑换柜台: whoever hands over. */
  counter: (communityId: CommunityId) => routeUrl('/counter/index', {}, { communityId }),
  editReward: (rewardId: RewardId) => routeUrl('/counter/reward/index', {}, { id: rewardId }),
  /** Every line of my book. */
  pointsLines: (communityId: CommunityId) => routeUrl('/points/lines/index', {}, { communityId }),
  /** What earns how much, and who changed it when. */
  pointsRules: (communityId: CommunityId) => routeUrl('/points/rules/index', {}, { communityId }),
  /** 公开账本 */
  openBook: (communityId: CommunityId) => routeUrl('/points/book/index', {}, { communityId }),
  honours: (communityId: CommunityId) => routeUrl('/points/honours/index', {}, { communityId }),
  /** 积分工作台 */
  pointsDesk: (communityId: CommunityId) => routeUrl('/points/desk/index', {}, { communityId }),
  correctPoints: (communityId: CommunityId) => routeUrl('/points/correct/index', {}, { communityId }),
  publishRule: (communityId: CommunityId, rule: string) => routeUrl('/points/rule/index', {}, { communityId, rule }),
  queue: ({ communityId, desk, label }: Desk) => routeUrl('/staff/queue/index', {}, { communityId, desk, label }),
} as const;

/** WeChat keeps at most ten pages; past nine the top one is replaced instead. */
export const open = (url: string): void => {
  sayIfLost(Taro.getCurrentPages().length >= 9 ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
};

/** For a page that nobody should come back to. */
export const replace = (url: string): void => sayIfLost(Taro.redirectTo({ url }));

export const openTab = (url: string): void => void Taro.switchTab({ url });

export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab(routes.home());
};
