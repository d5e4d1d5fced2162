/** 重大事项、难事、急事、愁事、杂事: what kind of thing a topic is decides its path. */
export const topicKinds = ['major', 'hard', 'urgent', 'worry', 'misc'] as const;
export type TopicKind = (typeof topicKinds)[number];

/**
 * 列出议题 → 确定主题 → 会前公告 → 开展协商 → 制定方案 → 运用实施 → 回访评估, and the fast
 * 居民提议 → 民主协商 → 居委会决策 → 公示执行 (the proposal is its first step and is done when the topic is taken up).
 */
export const topicPaths = {
  seven: ['list', 'settle', 'announce', 'discuss', 'plan', 'carryOut', 'evaluate'],
  fast: ['propose', 'discuss', 'decide', 'publish'],
} as const;
export type TopicPath = keyof typeof topicPaths;
export type TopicStep = (typeof topicPaths)[TopicPath][number];

/** Which path a kind takes. Staff may put a fast one on the long path, never a long one on the fast path. */
export const pathOfKind: Record<TopicKind, TopicPath> = {
  major: 'seven',
  hard: 'seven',
  worry: 'seven',
  urgent: 'fast',
  misc: 'fast',
};

/** The fast path is meant to take at most this many days. */
export const fastDays = 7;

/** What a step must have behind it before it can be done: steps do not skip, and what was not announced is not decided. */
export const stepProofs = {
  list: [],
  propose: [],
  settle: ['words'],
  announce: ['announcement'],
  discuss: ['discussion'],
  plan: ['decision'],
  decide: ['words', 'decision'],
  publish: ['publication', 'ticketsOver'],
  carryOut: ['ticketsOver'],
  evaluate: ['rated'],
} as const satisfies Record<TopicStep, readonly StepProof[]>;

/**
 * `words`: written in the step. `announcement`: a notice with its date was published. `discussion`: a meeting with signed minutes, or
 * an online discussion with a summary that was pinned in this step. `decision`: a vote in force, signed minutes with a resolution, or, on the fast path, the
 * committee's word. `publication`: what was decided was posted for its days. `ticketsOver`: every ticket made of it has ended; with
 * none made, words on how it was carried out.
 * `rated`: somebody rated it, or 14 days passed since it was carried out.
 */
export type StepProof = 'words' | 'announcement' | 'discussion' | 'decision' | 'publication' | 'ticketsOver' | 'rated';

/**
 * Days a decision of the committee is posted on the fast path; days after which an evaluation may end without ratings, and within which what
 * the fast path did may be rated; working days within which an urgent proposal is answered.
 */
export const topicDays = { publication: 3, rating: 14, urgentAnswer: 2 } as const;

export const stepsOf = (path: TopicPath): readonly TopicStep[] => topicPaths[path];
