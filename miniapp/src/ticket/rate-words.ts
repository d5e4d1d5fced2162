import { lowStars } from '@suishoupai/shared/tickets/conditions';

/** Said before it is given; only the first low rating sets the work going again. */
export const rateWarning = (stars: number | undefined, rectifications: number): string | undefined =>
  stars !== undefined && stars <= lowStars && rectifications === 0 ? '两星及以下会要求再整改一次' : undefined;

export const rateSubmit = (stars: number | undefined, rectifications: number): string =>
  rateWarning(stars, rectifications) === undefined ? '提交评价' : '提交，要求再整改';

/** What is said most often of work that did not please; who is pleased writes their own words. */
export const phrasesFor = (stars: number): readonly string[] =>
  stars <= lowStars ? ['没有真正修好', '来得太慢', '现场没有清理'] : [];
