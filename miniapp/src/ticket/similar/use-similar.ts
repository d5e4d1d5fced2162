import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { Point } from '@suishoupai/shared/places/contract';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useEffect, useRef, useState } from 'react';
import { call, useMe } from '../../api/client.ts';
import { latestOnly } from '../../load/latest-only.ts';

type Listed = RouteResponse<typeof ticketRoutes.listSimilar>['items'];
export type SimilarTicket = Listed[number];

/** What is known of a report in the making; both must be there before anything is asked. */
export type Wanted = { categoryCode?: CategoryCode | undefined; point?: Point | undefined };

const ask = (categoryCode: CategoryCode, { lng, lat, datum }: Point) =>
  call(ticketRoutes.listSimilar, { query: { categoryCode, lng, lat, datum } });

const keyOf = ({ categoryCode, point }: Wanted, personId: string | undefined): string | undefined =>
  categoryCode === undefined || point === undefined
    ? undefined
    : [categoryCode, point.lng, point.lat, point.datum, personId].join(' ');

/**
 * Open tickets of the same category nearby, nearest first, asked for quietly: while there is no answer there are none. `dismiss`: the
 * person says it is none of them; another place or category asks again.
 */
export const useSimilar = ({ categoryCode, point }: Wanted, source = ask) => {
  const key = keyOf({ categoryCode, point }, useMe()?.id);
  const [found, setFound] = useState<{ key: string; items: Listed }>();
  const [dismissed, setDismissed] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const questions = useRef(latestOnly());

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what is asked for
  useEffect(() => {
    if (key === undefined || categoryCode === undefined || point === undefined) return;
    void questions.current.ask(source(categoryCode, point), {
      answered: ({ items }) => setFound({ key, items }),
      failed: () => undefined,
    });
  }, [key]);

  const isWanted = key !== undefined && found?.key === key && dismissed !== key;
  return {
    key,
    items: isWanted ? found.items : [],
    isOpen: isWanted && opened === key,
    open: () => setOpened(key),
    close: () => setOpened(undefined),
    dismiss: () => {
      setDismissed(key);
      setOpened(undefined);
    },
  };
};

export type Similar = ReturnType<typeof useSimilar>;
