import { xingfuli } from '@suishoupai/local/demo/places';
import { routeUrl } from '@suishoupai/shared/contract/route';
import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import * as z from 'zod/mini';
import type { Visits } from './visit.ts';
import { councilVisits } from './visits-council.ts';
import { hallOf, hallVisits } from './visits-hall.ts';
import { pointsVisits } from './visits-points.ts';
import { rewardsOf, rewardVisits } from './visits-rewards.ts';
import { timebankVisits } from './visits-timebank.ts';
import { activitiesOf, volunteeringVisits } from './visits-volunteering.ts';

const ticketsAt = async (url: string): Promise<TicketCard[]> => {
  const { path, response } = ticketRoutes.listTickets;
  const answer = await fetch(url + routeUrl(path, {}, { communityId: xingfuli }));
  return z.parse(response, await answer.json()).items;
};

const found = (tickets: TicketCard[], what: string, isIt: (ticket: TicketCard) => boolean): string => {
  const ticket = tickets.find(isIt);
  if (ticket === undefined) throw new Error(`the demo has no ticket that is ${what}`);
  return `id=${ticket.id}`;
};

/** How each page is seen. A page that is not here fails the test: give it a line, and one more for each sheet or state of its own. */
export const visitsOf = async (url: string): Promise<Visits> => {
  const tickets = await ticketsAt(url);
  const hall = await hallOf(url);
  const rated = found(tickets, 'rated', ({ title, state }) => title.startsWith('3 号楼门前路灯') && state === 'rated');
  const inWork = found(
    tickets,
    'in work',
    ({ state, department }) => state === 'accepted' && department?.id === 'dep_wuye',
  );
  const end = /都在这里了|看更早的/;
  const here = `communityId=${xingfuli}`;
  const nearby = /身边正在解决/;
  return {
    'pages/home/index': [
      { as: undefined, sees: nearby },
      { as: '李阿姨', sees: nearby },
    ],
    'pages/nearby/index': [{ as: undefined, sees: end }],
    'pages/me/index': [
      { as: undefined, sees: '还没有登录' },
      { as: '张师傅', sees: '我的工作台' },
      {
        as: '张师傅',
        sees: '我的工作台',
        open: async ({ button, see }) => {
          await button('退出登录').tap();
          await see('再想想');
        },
      },
    ],
    'pages/sign-in/index': [{ as: undefined, sees: '陈爷爷' }],
    'pages/my-tickets/index': [
      { as: undefined, sees: '登录后查看' },
      { as: '李阿姨', sees: end },
    ],
    'pages/inbox/index': [{ as: '李阿姨', sees: end }],
    'civic/about/index': [{ as: undefined, sees: '投诉和求助' }],
    'report/form/index': [{ as: '李阿姨', sees: '网格 07' }],
    'report/done/index': [{ as: '李阿姨', query: rated, sees: '收到了，谢谢您' }],
    'pages/ticket/index': [
      { as: undefined, query: rated, sees: '办理经过' },
      { as: '李阿姨', query: rated, sees: '办理经过' },
    ],
    'report/place/index': [{ as: '李阿姨', sees: '网格 07' }],
    'report/outbox/index': [{ as: '李阿姨', sees: '都发出去了' }],
    'civic/duty/index': [{ as: undefined, query: here, sees: /责任清单/ }],
    'civic/duty/history/index': [{ as: undefined, query: here, sees: '都在这里了' }],
    'civic/joined/index': [{ as: '李阿姨', sees: end }],
    'civic/access-log/index': [{ as: '李阿姨', sees: /还没有人看过|都在这里了|看更早的/ }],
    'staff/queue/index': [
      { as: undefined, sees: '登录后查看' },
      { as: '张师傅', query: `${here}&desk=dep_wuye&label=`, sees: end },
    ],
    'staff/handle/index': [{ as: '张师傅', query: inWork, sees: '办理经过' }],
    'staff/enter/index': [{ as: '刘书记', query: here, sees: '清空重来' }],
    'staff/duty/index': [{ as: '刘书记', query: here, sees: '不能推给社区的事' }],
    'staff/duty/line/index': [{ as: '刘书记', query: `${here}&code=C0118`, sees: '怎样立案' }],
    'staff/duty/rule/index': [{ as: '刘书记', query: here, sees: '哪几类' }],
    'staff/duty/publish/index': [{ as: '刘书记', query: here, sees: '没有要发布的改动' }],
    'staff/patrol/index': [{ as: '刘书记', query: here, sees: /没有巡查清单|都在这里了/ }],
    'staff/patrol/make/index': [{ as: '刘书记', query: here, sees: '查什么' }],
    'staff/patrol/found/index': [{ as: '刘书记', query: here, sees: '转成工单' }],
    'staff/visit/index': [{ as: '刘书记', query: here, sees: /还没有走访记录|都在这里了/ }],
    'staff/visit/record/index': [{ as: '刘书记', query: here, sees: '记一次走访' }],
    'staff/kit/index': [{ as: '张师傅', query: `${here}&desk=dep_wuye`, sees: '加一句' }],
    'staff/activity/index': [{ as: '张师傅', query: `${here}&desk=dep_wuye`, sees: end }],
    ...hallVisits(hall),
    ...councilVisits(hall),
    ...pointsVisits(),
    ...volunteeringVisits(await activitiesOf(url)),
    ...rewardVisits(await rewardsOf(url)),
    ...(await timebankVisits(url)),
  };
};
