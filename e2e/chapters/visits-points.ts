import { xingfuli } from '@suishoupai/local/demo/places';
import type { Visits } from './visit.ts';

const here = `communityId=${xingfuli}`;

/** The pages of 积分. */
export const pointsVisits = (): Visits => ({
  'pages/points/index': [
    { as: undefined, sees: '登录后查看' },
    { as: '李阿姨', sees: '可用积分' },
    { as: '刘书记', sees: '积分工作台' },
  ],
  'points/lines/index': [{ as: '李阿姨', query: here, sees: /还没有积分|都在这里了|看更早的/ }],
  'points/rules/index': [{ as: '李阿姨', query: here, sees: '每一版' }],
  'points/book/index': [{ as: undefined, query: here, sees: '大家共有' }],
  'points/honours/index': [{ as: '李阿姨', query: here, sees: '徽章' }],
  'points/desk/index': [{ as: '刘书记', query: here, sees: '更正一笔' }],
  'points/correct/index': [{ as: '刘书记', query: here, sees: '哪一本账' }],
  'points/rule/index': [{ as: '刘书记', query: `${here}&rule=report`, sees: '下一版' }],
});
