import { aliases } from './aliases.ts';
import { type Category, categoryClasses, defaultCommon } from './categories.ts';

/** Split once: the search runs at every key the resident presses. */
const entries = categoryClasses()
  .flatMap(({ categories }) => categories)
  .map((category, order) => ({
    category,
    order,
    code: category.code.toLowerCase(),
    aliases: aliases[category.code]?.split(' ') ?? [],
  }));

const score = { same: 100, start: 80, inside: 60, contained: 40, className: 20, nameFirst: 5, isCommon: 20 } as const;

const termScore = (word: string, term: string): number => {
  if (term === word) return score.same;
  if (term.startsWith(word)) return score.start;
  if (term.includes(word)) return score.inside;
  // People type sentences: 「路灯不亮了」 holds 「路灯」; the longer the term found, the surer.
  return term.length > 1 && word.includes(term) ? score.contained + Math.min(term.length, 10) : 0;
};

const wordScore = (word: string, { category, code, aliases: everyday }: (typeof entries)[number]): number => {
  if (word === code) return score.same + score.nameFirst;
  const byName = termScore(word, category.name);
  const byAlias = everyday.reduce((best, term) => Math.max(best, termScore(word, term)), 0);
  const byClass = category.className.includes(word) ? score.className : 0;
  return Math.max(byName && byName + score.nameFirst, byAlias, byClass);
};

/**
 * Categories for what a resident typed: several words in any order, everyday words (aliases) and whole sentences; best
 * first, ties in the order of the catalogue. Only those that answer to the most words stay. Empty for a blank query;
 * never throws.
 */
export const searchCategories = (query: string, limit: number): Category[] => {
  const words = query
    .toLowerCase()
    .split(/[\s,.;:!?、，。；：！？·/()（）]+/)
    .filter((word) => word !== '');
  const found = entries.map((entry) => {
    const scores = words.map((word) => wordScore(word, entry)).filter((points) => points > 0);
    const common = defaultCommon.includes(entry.category.code) ? score.isCommon : 0;
    return { ...entry, words: scores.length, points: scores.reduce((sum, points) => sum + points, common) };
  });
  const most = found.reduce((best, each) => Math.max(best, each.words), 1);
  return found
    .filter((each) => each.words === most)
    .sort((a, b) => b.points - a.points || a.order - b.order)
    .slice(0, Math.max(0, limit))
    .map((each) => each.category);
};
