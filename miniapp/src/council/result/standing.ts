import { exactTime, untilWords } from '@suishoupai/shared/time/china';
import type { Vote } from '@suishoupai/shared/votes/contract';

type Facts = Pick<Vote, 'state' | 'opensAt' | 'closesAt' | 'may' | 'takesPaper' | 'ruleSet' | 'objectionsUntil'>;

/** Where a vote stands and what has to come next, in a sentence for those who run it. */
export const standingWords = ({
  state,
  opensAt,
  closesAt,
  may,
  takesPaper,
  ruleSet,
  objectionsUntil,
}: Facts): string => {
  switch (state) {
    case 'announced':
      return `${exactTime(opensAt)} 自动开始。开始时名册固定下来。`;
    case 'open':
      return `${exactTime(closesAt)} 自动截止，只能延长，不能提前。`;
    case 'closed':
      if (takesPaper && may.includes('settle')) return '已截止。把纸质选票录完、复核完、对上张数，就自动计票。';
      return '已截止，几分钟内自动计票。';
    case 'counted': {
      const { resultWithin } = ruleSet;
      if (resultWithin === undefined) return '已经计票，只有工作人员看得到。核对以后公示，大家才看得到结果。';
      const unit = resultWithin.unit === 'workDay' ? '个工作日' : '天';
      return `已经计票，只有工作人员看得到。核对以后，截止后 ${resultWithin.amount} ${unit}内要公示。`;
    }
    case 'published':
      return `公示到 ${untilWords(objectionsUntil ?? closesAt)}。异议都要答复，结果才算定。`;
    case 'final':
      return '公示期满，结果已定。可以照结果转成工单。';
    case 'cancelled':
      return '这次表决取消了。';
    default:
      return state satisfies never;
  }
};
