import { xingfuli } from '@suishoupai/local/demo/places';
import type { Route, RouteInput, RouteResponse } from '@suishoupai/shared/contract/route';
import { routeUrl } from '@suishoupai/shared/contract/route';
import type { MeetingCard } from '@suishoupai/shared/meetings/card';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import type { TopicCard } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import type { VoteCard } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import * as z from 'zod/mini';
import type { Visits } from './visit.ts';

type Listed = { topics: TopicCard[]; votes: VoteCard[]; meetings: MeetingCard[] };

const titled = <T extends { id: string; title?: string | undefined }>(
  what: string,
  items: readonly T[],
  title: string,
) => {
  const item = items.find((each) => each.title?.includes(title));
  if (item === undefined) throw new Error(`the demo has no ${what} with ${title} in its title`);
  return `id=${item.id}`;
};

/** What the demo has in its hall, each to be found by a part of its title. */
export const hallOf = async (url: string) => {
  const ask = async <R extends Route>(route: R, input: RouteInput<R>) => {
    const { query }: { query?: object } = input;
    const answer = await fetch(url + routeUrl(route.path, {}, query));
    return z.parse(route.response, await answer.json()) as RouteResponse<R>;
  };
  const query = { communityId: xingfuli };
  const coming = await ask(meetingRoutes.listMeetings, { query: { ...query, when: 'coming' } });
  const past = await ask(meetingRoutes.listMeetings, { query: { ...query, when: 'past' } });
  const listed: Listed = {
    topics: (await ask(topicRoutes.listTopics, { query })).items,
    votes: (await ask(voteRoutes.listVotes, { query })).items,
    meetings: [...coming.items, ...past.items],
  };
  return {
    topic: (title: string) => titled('topic', listed.topics, title),
    vote: (title: string) => titled('vote', listed.votes, title),
    meeting: (title: string) => titled('meeting', listed.meetings, title),
  };
};
export type Hall = Awaited<ReturnType<typeof hallOf>>;

const here = `communityId=${xingfuli}`;

/** The pages of 议事厅 as residents see them, in each state that the demo has. */
export const hallVisits = ({ topic, vote, meeting }: Hall): Visits => ({
  'pages/hall/index': [
    { as: undefined, sees: /续筹维修资金/ },
    { as: '李阿姨', sees: /续筹维修资金/ },
  ],
  'hall/topic/index': [
    { as: '李阿姨', query: topic('老年活动室周末'), sees: '经过' },
    { as: '李阿姨', query: topic('北门夜里'), sees: '经过' },
    { as: undefined, query: topic('中心花园整个'), sees: '经过' },
    { as: undefined, query: topic('晚上八点以后'), sees: '经过' },
    { as: '李阿姨', query: topic('晚上停车'), sees: '两边都有道理。椅子扶手这条千万别忘了，我妈也要坐。' },
    { as: '李阿姨', query: topic('楼道灯要么'), sees: '经过' },
    { as: undefined, query: topic('屋面和外墙漏'), sees: '经过' },
    { as: undefined, query: topic('物业合同年底'), sees: '经过' },
    { as: undefined, query: topic('给电动车一个'), sees: '经过' },
    { as: '刘书记', query: topic('公告栏挪到'), sees: '到工作台办这个议题' },
  ],
  'hall/propose/index': [{ as: '李阿姨', query: here, sees: '是哪一类事' }],
  'hall/vote/index': [
    { as: undefined, query: vote('续筹维修资金'), sees: '按什么规则' },
    { as: '李阿姨', query: vote('续筹维修资金'), sees: /同意/ },
    { as: '顾老师', query: vote('续筹维修资金'), sees: '按什么规则' },
    { as: '李阿姨', query: vote('楼道灯统一'), sees: '按什么规则' },
    { as: '李阿姨', query: vote('20 万元'), sees: '按什么规则' },
    { as: '李阿姨', query: vote('推选新一届'), sees: '按什么规则' },
    { as: '李阿姨', query: vote('居民公约'), sees: '按什么规则' },
    { as: '李阿姨', query: vote('续聘幸福物业'), sees: '异议和答复' },
    { as: '顾老师', query: vote('旧单车棚'), sees: '结果' },
    { as: undefined, query: vote('广场舞'), sees: '结果' },
    { as: undefined, query: vote('东门岗亭'), sees: '已取消' },
  ],
  'hall/meeting/index': [
    { as: '李阿姨', query: meeting('停车难'), sees: /议程/ },
    { as: '李阿姨', query: meeting('民情恳谈会'), sees: /议程/ },
    { as: '李阿姨', query: meeting('听证会'), sees: '会议纪要' },
    { as: undefined, query: meeting('成效评议会'), sees: '已取消' },
  ],
  'hall/versions/index': [
    {
      as: undefined,
      query: meeting('听证会'),
      sees: '第 1 版',
      open: async ({ button, see }) => {
        await button('比上一版改了什么').tap();
        await see(/一楼 61.08 平方米/);
      },
    },
  ],
  'hall/proof/index': [
    { as: '顾老师', query: vote('旧单车棚'), sees: '自己重新计票' },
    { as: undefined, query: vote('续聘幸福物业'), sees: '自己重新计票' },
  ],
  'hall/household/index': [
    { as: undefined, sees: '登录后认证房屋' },
    { as: '李阿姨', sees: /501/ },
  ],
  'hall/past/index': [
    { as: undefined, query: here, sees: /旧单车棚/ },
    {
      as: undefined,
      query: here,
      sees: /旧单车棚/,
      open: async ({ role, see }) => {
        await role('radio', '开过的会').tap();
        await see(/听证会/);
      },
    },
  ],
});
