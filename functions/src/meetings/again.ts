/** How often a write is decided anew when somebody else was first. */
const maxTries = 3;

/** Decides and writes until it is written; undefined is «somebody else was first». Whoever loses every time hears what `lost` throws. */
export const decided = async <T extends object>(
  attempt: () => Promise<T | undefined>,
  lost: () => Error,
): Promise<T> => {
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw lost();
};
