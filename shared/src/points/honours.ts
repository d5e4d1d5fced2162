import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId } from '../ids.ts';
import { BookCode } from './contract.ts';
import type { RuleId } from './earning.ts';

/** What a badge is for: so many things of one kind, or so many minutes of service. All of it stands in the person's own book. */
export const badges = [
  { id: 'firstReport', rule: 'report', count: 1, title: '第一盏灯', note: '报的第一件事修好了' },
  { id: 'tenReports', rule: 'report', count: 10, title: '火眼金睛', note: '报的十件事都修好了' },
  { id: 'tenChecks', rule: 'check', count: 10, title: '热心邻居', note: '帮邻居核实十次' },
  { id: 'fiveVotes', rule: 'vote', count: 5, title: '家里的事', note: '参加五次表决' },
  { id: 'fiveMeetings', rule: 'meeting', count: 5, title: '到场的人', note: '到会五次' },
  { id: 'tenInspections', rule: 'inspection', count: 10, title: '巡查能手', note: '完成十次巡查' },
  { id: 'fiftyHours', rule: 'service', count: 3000, title: '五十小时', note: '志愿服务满 50 小时' },
] as const satisfies readonly { id: string; rule: RuleId; count: number; title: string; note: string }[];

export const BadgeId = z.enum(badges.map(({ id }) => id));

/** A surname and a form of address: others see nothing that a person could write freely. */
export const addresses = ['女士', '先生', '老师', '师傅', '阿姨', '叔叔', '同学'] as const;
export const ShownName = z.string().check(z.regex(new RegExp(`^[\\u4e00-\\u9fff]{1,2}(${addresses.join('|')})$`)));

export const merits = ['service', 'neighbours', 'reports', 'deliberation'] as const;
export const meritNames: Record<(typeof merits)[number], string> = {
  service: '志愿服务',
  neighbours: '邻里互助',
  reports: '热心上报',
  deliberation: '议事参与',
};

const Commendation = z.object({
  id: ActionId,
  year: z.int(),
  merit: z.enum(merits),
  /** Only of those who agreed to be named. */
  name: z.optional(z.string()),
  isMine: z.boolean(),
  by: z.string(),
  at: Instant,
});

export const Honours = z.object({
  badges: z.array(z.object({ id: BadgeId, done: z.int(), needed: z.int(), isEarned: z.boolean() })),
  /** As what I am named to others; absent: not at all. */
  shown: z.optional(z.string()),
  /** Service of this year of those who agreed, the most first. */
  ranking: z.array(z.object({ name: z.string(), minutes: z.int(), isMine: z.boolean() })),
  commendations: z.array(Commendation),
});
export type Honours = z.output<typeof Honours>;

const params = z.strictObject({ communityId: CommunityId });

export const honourRoutes = {
  getHonours: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/honours',
    summary: 'My badges, the ranking of those who agreed to one, and whom the community commended',
    access: 'person',
    params,
    response: Honours,
    errors: [],
  }),
  showMe: defineRoute({
    method: 'PUT',
    path: '/v1/points/{communityId}/honours/shown',
    summary: 'Agree to be named in the ranking and among the commended, or no longer (null): at once',
    access: 'person',
    params,
    body: z.strictObject({ name: z.nullable(ShownName) }),
    response: Honours,
    errors: [],
  }),
  commend: defineRoute({
    method: 'POST',
    path: '/v1/staff/points/{communityId}/commendations',
    summary: 'Commend somebody for a year, by the code of their book; once for each merit and year',
    access: 'staff',
    params,
    body: z.strictObject({
      id: ActionId,
      code: BookCode,
      year: z.int().check(z.gte(2020), z.lte(2100)),
      merit: z.enum(merits),
    }),
    response: z.object({ items: z.array(Commendation) }),
    errors: ['access.denied', 'community.notFound', 'book.notFound', 'id.reused'],
  }),
};
