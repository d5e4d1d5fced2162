import { randomBytes } from 'node:crypto';
import { openPhone } from '@suishoupai/local/demo/phone';
import type { RouteInput } from '@suishoupai/shared/contract/route';
import { idTail, newVoteId, type VoteId } from '@suishoupai/shared/ids';
import { dayMs } from '@suishoupai/shared/time/units';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import type { Product } from '../stack.ts';
import { community } from './hall-story.ts';

/** The day of the chapter on which its votes open at nine, for an owners' vote is announced so long before, and the one on which they close. */
export const [openDay, closeDay] = [16, 23];

type Body = RouteInput<typeof voteRoutes.announceVote>['body'];
export type Asked = 'ranked' | 'scored' | 'multiple' | 'representatives' | 'sealed';

const options = [
  { id: 'trees', text: '中心花园补种桂花树' },
  { id: 'lights', text: '3 栋到 5 栋的楼道灯换成声控' },
  { id: 'benches', text: '北门到健身角添四张带扶手的长椅，老人走到一半能歇一歇' },
  { id: 'bikes', text: '电动车棚加充电桩' },
];

/** One vote of each method and electorate that the pages of this chapter are about; all open on one day and close on another. */
const asked: Record<Asked, Pick<Body, 'title' | 'question' | 'ruleSetId' | 'electorate' | 'secrecy'>> = {
  ranked: {
    title: '明年先办哪几件事',
    question: { method: 'ranked', text: '您最想先办哪几件？', options, min: 1, max: 3 },
    ruleSetId: 'consultation',
    electorate: 'residents',
    secrecy: 'untilClose',
  },
  scored: {
    title: '给四个方案打分',
    question: { method: 'scored', text: '每个方案打几分？', options, maxScore: 5 },
    ruleSetId: 'consultation',
    electorate: 'households',
    secrecy: 'open',
  },
  multiple: {
    title: '推选两位监督员',
    question: {
      method: 'multiple',
      text: '推选哪两位做工程监督员？',
      options: [
        { id: 'gu', text: '顾佩珍，3 栋，退休教师' },
        { id: 'xu', text: '徐国平，6 栋，做过二十年电工' },
        { id: 'zheng', text: '郑晓雯，5 栋，业委会委员' },
      ],
      min: 1,
      max: 2,
    },
    ruleSetId: 'consultation',
    electorate: 'residents',
    secrecy: 'secret',
  },
  representatives: {
    title: '是否把议事日改到每月第一个周六',
    question: {
      method: 'single',
      text: '是否同意把社区议事日改到每月第一个周六上午',
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ],
    },
    ruleSetId: 'representatives-meeting',
    electorate: 'representatives',
    secrecy: 'open',
  },
  sealed: {
    title: '是否续聘幸福物业',
    question: {
      method: 'single',
      text: '是否同意续聘幸福物业三年',
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ],
    },
    ruleSetId: 'owners-ordinary',
    electorate: 'owners',
    secrecy: 'secret',
  },
};

/** Announced as the service is told of them: how a vote is made by hand is another chapter's. */
export const announceAll = async ({ url, clock }: Pick<Product, 'url' | 'clock'>): Promise<Record<Asked, VoteId>> => {
  const { ask } = await openPhone(url, 'community-liu');
  const opensAt = new Date(clock.now().getTime() + openDay * dayMs);
  const closesAt = new Date(opensAt.getTime() + (closeDay - openDay) * dayMs);
  const announce = async (name: Asked): Promise<VoteId> => {
    const told = asked[name];
    const body = {
      ...told,
      ...{ id: newVoteId(community, idTail(clock.now().getTime(), randomBytes(10))), communityId: community },
      announcement: `${told.title}：请大家在规定时间内投票，截止以后公示结果。`,
      ...{ showsTurnout: true, takesPaper: false },
      ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    };
    return (await ask(voteRoutes.announceVote, { body })).id;
  };
  return {
    ranked: await announce('ranked'),
    scored: await announce('scored'),
    multiple: await announce('multiple'),
    representatives: await announce('representatives'),
    sealed: await announce('sealed'),
  };
};
