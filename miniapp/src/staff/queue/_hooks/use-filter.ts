import { useState } from 'react';
import { type Desk, keyOf } from '../../../desks.ts';
import { readStored, writeStored } from '../../../state/storage.ts';
import { Filter, tidy } from '../filter.ts';

const keptAs = (desk: Desk) => `filter:${keyOf(desk)}`;

/** What of this desk the person last looked at. */
export const useFilter = (desk: Desk) => {
  const [filter, setFilter] = useState<Filter>(() => readStored(keptAs(desk), Filter) ?? {});
  const choose = (next: Filter) => {
    const chosen = tidy(next);
    setFilter(chosen);
    writeStored(keptAs(desk), chosen);
  };
  return { filter, choose };
};
