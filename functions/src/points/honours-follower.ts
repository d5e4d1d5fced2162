import type { ItemChange } from '../dynamo/memory-items.ts';
import type { HonoursStore, Served } from './honours-store.ts';
import { bookIn } from './ledger-store.ts';
import type { BookRecord } from './record.ts';

type Deps = { honours: Pick<HonoursStore, 'find' | 'rank'> };

/** What a book of hours says of the service of the year it was last given for; undefined before the first. */
export const servedIn = ({ seq, tallies }: BookRecord): Served | undefined => {
  const { service } = tallies;
  return service && { seq, year: service.year, minutes: service.inYear };
};

/** Who agreed to be named moves in the ranking with each hour they are given. A record that comes twice, or late, finds the later state of the book. */
export const makeHonoursFollower =
  ({ honours }: Deps) =>
  async ({ before, after }: ItemChange): Promise<void> => {
    const found = bookIn(after);
    if (found?.key.unit !== 'minutes') return;
    const [served, known] = [servedIn(found.book), bookIn(before)?.book.tallies['service']];
    if (served === undefined || (known?.year === served.year && known.inYear === served.minutes)) return;
    const { communityId, personId } = found.key;
    const shown = await honours.find(communityId, personId);
    const name = shown?.name ?? undefined;
    if (name !== undefined) await honours.rank(communityId, { personId, name }, served);
  };
