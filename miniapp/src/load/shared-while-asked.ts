/** One question for all who ask before it is answered; whoever asks afterwards asks anew. */
export const sharedWhileAsked = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
};
