type Outcome<T> = { answered: (value: T) => void; failed: (error: unknown) => void };

/** Of questions asked one after another, only the last one's outcome is told, and not even that once it is `overtaken`. */
export const latestOnly = () => {
  let asked = 0;
  return {
    ask: async <T>(answer: Promise<T>, { answered, failed }: Outcome<T>): Promise<void> => {
      asked += 1;
      const mine = asked;
      try {
        const value = await answer;
        if (mine === asked) answered(value);
      } catch (error) {
        if (mine === asked) failed(error);
      }
    },
    /** Something newer than any answer under way is known. */
    overtake: (): void => {
      asked += 1;
    },
  };
};
