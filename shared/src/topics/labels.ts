import type { Reaction, Stance, TopicEvent, TopicState } from './contract.ts';
import type { TopicKind, TopicPath, TopicStep } from './paths.ts';

export const topicKindLabels: Record<TopicKind, string> = {
  major: '重大事项',
  hard: '难事',
  urgent: '急事',
  worry: '愁事',
  misc: '杂事',
};

/** What people would call so: nobody chooses a kind by its name. */
export const topicKindExamples: Record<TopicKind, string> = {
  major: '要花大家的钱、改变小区的样子，比如加装电梯、换物业、改停车规则',
  hard: '拖了很久、要几家一起才办得成，比如雨污分流、老楼外墙脱落',
  urgent: '不能等的，比如水管爆了、化粪池外溢',
  worry: '天天犯愁的，比如没处晾被子、放学没人管、遛狗不牵绳',
  misc: '小事、零碎事，比如添张长椅、换块告示牌',
};

/** The seven steps and the fast four, each with the one character that stands for it. */
export const topicStepLabels: Record<TopicStep, { glyph: string; name: string }> = {
  list: { glyph: '列', name: '列出议题' },
  settle: { glyph: '定', name: '确定主题' },
  announce: { glyph: '告', name: '会前公告' },
  discuss: { glyph: '商', name: '开展协商' },
  plan: { glyph: '案', name: '制定方案' },
  carryOut: { glyph: '行', name: '运用实施' },
  evaluate: { glyph: '评', name: '回访评估' },
  propose: { glyph: '提', name: '居民提议' },
  decide: { glyph: '决', name: '居委会决策' },
  publish: { glyph: '公', name: '公示执行' },
};

export const topicPathLabels: Record<TopicPath, string> = { seven: '七步议事', fast: '四步快办' };

export const topicStateLabels: Record<TopicState, string> = {
  proposed: '征集附议',
  supported: '等社区答复',
  underway: '正在办',
  done: '已办结',
  refused: '未受理',
  lapsed: '附议不足',
  withdrawn: '已撤回',
};

export const stanceLabels: Record<Stance, string> = { for: '赞成', against: '反对', question: '想问', none: '说一句' };

export const reactionLabels: Record<Reaction, string> = { agree: '认同', thanks: '感谢', doubt: '有疑问' };

/** A line of the trace; the step, where there is one, is said before it. */
export const topicEventLabels: Record<TopicEvent['what'], string> = {
  propose: '提出议题',
  support: '附议达到人数',
  takeUp: '受理',
  refuse: '不予受理',
  lapse: '到期附议不足，自动结束',
  withdraw: '撤回提议',
  plan: '调整安排',
  step: '完成',
  announce: '发布会前公告',
  summary: '置顶协商小结',
  meeting: '召集会议',
  vote: '发起表决',
  ticket: '转成工单',
  answerLate: '答复超过期限',
  stepLate: '这一步超过期限',
};
