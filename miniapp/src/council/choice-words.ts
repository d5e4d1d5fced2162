import type { Choice } from '@suishoupai/shared/votes/choice';
import { optionWords } from '@suishoupai/shared/votes/labels';
import type { Question } from '@suishoupai/shared/votes/question';

/** A ballot read back, as it would be read out from the sheet. */
export const choiceWords = (question: Question, choice: Choice): string => {
  const named = (id: string) => optionWords(question, id);
  if ('abstain' in choice) return '弃权';
  if ('option' in choice) return named(choice.option);
  if ('options' in choice) return choice.options.map(named).join('、');
  if ('ranking' in choice) return choice.ranking.map((id, at) => `${at + 1}. ${named(id)}`).join(' ');
  const [points, unit] = 'scores' in choice ? [choice.scores, '分'] : [choice.amounts, '点'];
  return Object.entries(points)
    .map(([id, amount]) => `${named(id)} ${amount} ${unit}`)
    .join('，');
};
