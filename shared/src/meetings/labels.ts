import type { MeetingKind, MeetingState } from './card.ts';
import type { Meeting, MinutesVersion } from './contract.ts';

export const meetingKindLabels: Record<MeetingKind, string> = {
  hearth: '民情恳谈会',
  mediation: '事务协调会',
  hearing: '工作听证会',
  appraisal: '成效评议会',
  joint: '四方联席会议',
  council: '协同治理委员会',
};

/** What each kind is for, in a line. */
export const meetingKindNotes: Record<MeetingKind, string> = {
  hearth: '听听大家怎么想，收集问题和建议',
  mediation: '有不同意见，请几方坐下来谈妥',
  hearing: '重要方案定下来之前，公开听取意见',
  appraisal: '事情办完了，请居民评好不好',
  joint: '居委会、业委会、物业、居民代表一起商量',
  council: '多部门共同研究、协调推进',
};

export const meetingStateLabels: Record<MeetingState, string> = {
  announced: '已通知',
  inSession: '正在开会',
  ended: '已结束，纪要待双签',
  signed: '纪要已双签',
  cancelled: '已取消',
};

export const signatureRoleLabels: Record<MinutesVersion['signatures'][number]['role'], string> = {
  chair: '主持人',
  recorder: '记录人',
};

export const attendanceLabels: Record<NonNullable<Meeting['mine']>['how'], string> = {
  code: '现场签到',
  online: '线上签到',
  paper: '工作人员代为登记',
};
