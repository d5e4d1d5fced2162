import type { Row } from './matrix.ts';
import { householdRows, meetingRows, topicRows } from './rows-hall.ts';
import { peopleRows } from './rows-people.ts';
import { bookRows, rewardRows, volunteeringRows } from './rows-points.ts';
import { fieldworkRows, stepRows, ticketRows } from './rows-tickets.ts';
import { timebankRows } from './rows-timebank.ts';
import { voteRows } from './rows-votes.ts';

/** The matrix, by engine. */
export const groups: [name: string, rows: Row[]][] = [
  ['本人与地方', [...peopleRows]],
  ['随手拍', [...ticketRows]],
  ['办理', [...stepRows]],
  ['巡查与工作台', [...fieldworkRows]],
  ['房屋', [...householdRows]],
  ['会议', [...meetingRows]],
  ['议题', [...topicRows]],
  ['表决', [...voteRows]],
  ['账本', [...bookRows]],
  ['志愿服务', [...volunteeringRows]],
  ['兑换', [...rewardRows]],
  ['时间银行', [...timebankRows]],
];
export const rows: readonly Row[] = groups.flatMap(([, group]) => group);
