import { AppError } from '@suishoupai/shared/contract/errors';

/** Both sides of an exchange, the clock and a mediator may write it at once; then the later ones decide anew. */
const maxTries = 8;

/** Decides and writes until it is written; undefined is «somebody else was first». Whoever loses every time is told to look again. */
export const decided = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new AppError('exchange.changed');
};
