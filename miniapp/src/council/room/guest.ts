import type { Guest } from './_hooks/use-meeting.ts';

/** What somebody on paper still lacks, in words. */
export const guestProblem = ({ name, household, witnesses }: Guest): string | undefined => {
  if (name.trim() === '') return '写上姓名';
  if (household.trim() === '') return '写上哪一户';
  const [first, second] = witnesses.map((witness) => witness.trim());
  if (first === undefined || second === undefined || first === '' || second === '') return '要有两位见证人';
  if (first === second) return '两位见证人不能是同一个人';
  return [first, second].includes(name.trim()) ? '见证人不能是本人' : undefined;
};
