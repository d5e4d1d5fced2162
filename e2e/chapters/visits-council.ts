import { xingfuli } from '@suishoupai/local/demo/places';
import type { Visits } from './visit.ts';
import type { Hall } from './visits-hall.ts';

const here = `communityId=${xingfuli}`;
const as = '刘书记';

/** The desk of 议事厅 as staff of the community see it. */
export const councilVisits = ({ topic, vote, meeting }: Hall): Visits => ({
  'council/desk/index': [
    { as: undefined, query: here, sees: '登录后查看' },
    { as, query: here, sees: '要答复的议题' },
  ],
  'council/claims/index': [{ as, query: here, sees: /701/ }],
  'council/roll/index': [{ as, query: here, sees: '按楼栋' }],
  'council/roll/import/index': [{ as, query: here, sees: '选一个 XLSX 或 CSV 文件' }],
  'council/units/index': [{ as, query: `${here}&building=3`, sees: /李桂芳/ }],
  'council/representatives/index': [{ as, query: here, sees: '还没有居民代表' }],
  'council/topic/index': [
    { as, query: topic('北门夜里'), sees: /受理/ },
    { as, query: topic('晚上停车'), sees: /协商小结/ },
    { as, query: topic('屋面和外墙漏'), sees: '完成「制定方案」' },
    { as, query: topic('给电动车一个'), sees: /已办结/ },
  ],
  'council/topic/plan/index': [{ as, query: topic('北门夜里'), sees: '受理，按这个安排走' }],
  'council/topic/ticket/index': [{ as, query: topic('公告栏挪到'), sees: '要办什么' }],
  'council/meeting/index': [
    { as, query: here, sees: '开什么会' },
    { as, query: meeting('停车难'), sees: '开什么会' },
  ],
  'council/room/index': [{ as, query: meeting('民情恳谈会'), sees: /^\d{3} ?\d{3}$/ }],
  'council/minutes/index': [{ as, query: meeting('听证会'), sees: /^第 2 版/ }],
  'council/minutes/write/index': [{ as, query: meeting('听证会'), sees: '决议' }],
  'council/vote/index': [
    { as, query: here, sees: '按哪套规则' },
    { as, query: `${here}&${topic('晚上停车').replace('id=', 'topicId=')}`, sees: '按哪套规则' },
  ],
  'council/result/index': [
    { as, query: vote('续筹维修资金'), sees: '参与到哪里了' },
    { as, query: vote('居民公约'), sees: '公示结果' },
    { as, query: vote('续聘幸福物业'), sees: '结果' },
    { as, query: vote('东门岗亭'), sees: '已取消' },
  ],
  'council/paper/index': [{ as, query: vote('续筹维修资金'), sees: '等复核' }],
  'council/paper/enter/index': [{ as, query: vote('续筹维修资金'), sees: '哪一户的票' }],
  'council/held/index': [{ as, query: here, sees: /车牌号/ }],
});
