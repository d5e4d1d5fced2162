type Written = { title: string; words: string; matters: readonly string[] };

/** The matters that say something, each once. */
export const writtenMatters = (matters: readonly string[]): string[] => [
  ...new Set(matters.map((matter) => matter.trim()).filter((matter) => matter !== '')),
];

/** What a notice still needs, in words. */
export const announcementProblem = ({ title, words, matters }: Written): string | undefined => {
  if (title.trim().length < 4) return '标题至少 4 个字';
  if (words.trim().length < 10) return '内容至少 10 个字';
  const written = writtenMatters(matters);
  if (written.length === 0) return '至少写一件事';
  return written.some((matter) => matter.length < 4) ? '每件事至少 4 个字' : undefined;
};
