import { openPhone } from '@suishoupai/local/demo/phone';
import { xingfuli } from '@suishoupai/local/demo/places';
import type { Skill } from '@suishoupai/shared/timebank/contract';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import type { Visits } from './visit.ts';

const here = `communityId=${xingfuli}`;
const params = { communityId: xingfuli };

const found = <T extends { id: string }>(what: string, items: readonly T[], isIt: (item: T) => boolean): string => {
  const item = items.find(isIt);
  if (item === undefined) throw new Error(`the demo has no ${what} in its time bank`);
  return `id=${item.id}`;
};

/** What the demo has in its time bank. */
export const timebankOf = async (url: string) => {
  const { ask } = await openPhone(url, 'resident-li');
  const offers = (await ask(timebankRoutes.listListings, { params, query: { kind: 'offer' } })).items;
  const requests = (await ask(timebankRoutes.listListings, { params, query: { kind: 'request' } })).items;
  const own = (await ask(timebankRoutes.listExchanges, { params, query: {} })).items;
  return {
    here,
    offer: (skill: Skill) => found(`offer of ${skill}`, offers, (card) => card.skill === skill),
    request: (skill: Skill) => found(`request for ${skill}`, requests, (card) => card.skill === skill),
    /** Of 李阿姨. */
    exchange: (state: string) => found(`exchange ${state}`, own, (card) => card.state === state),
  };
};

/** The pages of the time bank, in each state that the demo has. */
export const timebankVisits = async (url: string): Promise<Visits> => {
  const { offer, request, exchange } = await timebankOf(url);
  return {
    'timebank/index/index': [
      { as: undefined, sees: '请先登录' },
      { as: '李阿姨', sees: '都在这里了' },
      {
        as: '李阿姨',
        sees: '都在这里了',
        open: async ({ role, see }) => {
          await role('radio', '我的互助').tap();
          await see(/已完成/);
        },
      },
    ],
    'timebank/listing/index': [
      { as: undefined, query: offer('clinic'), sees: '退休护士，可以陪您去社区医院取药、量血压。' },
      { as: '李阿姨', query: request('repair'), sees: '合适的邻居' },
      {
        as: '李阿姨',
        query: offer('repair'),
        sees: '请他帮忙',
        open: async ({ button, see }) => {
          await button('请他帮忙').tap();
          await see('约多久');
        },
      },
    ],
    'timebank/make/index': [{ as: '李阿姨', query: `${here}&kind=request`, sees: '网格 07' }],
    'timebank/exchange/index': [
      { as: '李阿姨', query: exchange('settled'), sees: '经过' },
      { as: '李阿姨', query: exchange('answered'), sees: '同意吗' },
    ],
    'timebank/give/index': [{ as: '李阿姨', query: here, sees: '家人不住在一起？' }],
    'timebank/pool/index': [{ as: undefined, query: here, sees: '答应给老人的' }],
    'timebank/desk/index': [
      { as: '刘书记', query: here, sees: '互助池' },
      {
        as: '刘书记',
        query: here,
        sees: '互助池',
        open: async ({ role, see }) => {
          await role('radio', '替人代办').tap();
          await see('谁打来的');
        },
      },
      {
        as: '刘书记',
        query: here,
        sees: '互助池',
        open: async ({ role, see }) => {
          await role('radio', '答应时长').tap();
          await see('给哪位老人');
        },
      },
    ],
  };
};
