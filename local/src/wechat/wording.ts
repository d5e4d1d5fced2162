export type Judgement = { suggest: 'pass' | 'review' | 'risky'; label: number };

/**
 * What the stand-in's safety check takes exception to. Words: 「违禁测试」 is risky (label 20006), 「待审测试」 is for review (label 21000).
 * Pictures: one that is magenta (#ff00ff) all over is risky (20002), cyan (#00ffff) all over is for review (21000). All else passes.
 */
const words: readonly [string, Judgement][] = [
  ['违禁测试', { suggest: 'risky', label: 20006 }],
  ['待审测试', { suggest: 'review', label: 21000 }],
];

export const passed: Judgement = { suggest: 'pass', label: 100 };

export const judgeWords = (text: string): Judgement => words.find(([word]) => text.includes(word))?.[1] ?? passed;

/** By the mean of each channel, 0 to 255. */
export const judgeColour = ([red, green, blue]: readonly [number, number, number]): Judgement => {
  const high = (channel: number) => channel > 200;
  const low = (channel: number) => channel < 55;
  if (high(red) && low(green) && high(blue)) return { suggest: 'risky', label: 20002 };
  if (low(red) && high(green) && high(blue)) return { suggest: 'review', label: 21000 };
  return passed;
};
