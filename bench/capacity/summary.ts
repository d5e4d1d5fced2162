import type { Budget, Budgets } from './budget.ts';
import type { Entry, RouteName } from './recorder.ts';

/** Least and most of one figure over all calls of a kind. */
type Span = { least: number; most: number };
export type Row = {
  route: RouteName;
  calls: number;
  write: Span;
  indexWrite: Span;
  read: Span;
  follows: Span;
  again: number | undefined;
  stale: number | undefined;
  refused: number | undefined;
  budget: Budget | undefined;
};

const spanOf = (entries: readonly Entry[], figure: (entry: Entry) => number): Span => {
  const figures = entries.map(figure);
  return { least: Math.min(...figures), most: Math.max(...figures) };
};
const written = ({ units }: Entry) => units.write;
const most = (entries: readonly Entry[]): number | undefined =>
  entries.length === 0 ? undefined : Math.max(...entries.map((entry) => entry.units.write + entry.units.indexWrite));

/** A row for each route that somebody used, in the order of first use. */
export const rowsOf = (entries: readonly Entry[], budgets: Budgets): Row[] =>
  [...new Set(entries.map(({ route }) => route))].map((route) => {
    const of = (kind: Entry['kind']) => entries.filter((entry) => entry.route === route && entry.kind === kind);
    const first = of('first');
    return {
      route,
      calls: first.length,
      write: spanOf(first, written),
      indexWrite: spanOf(first, ({ units }) => units.indexWrite),
      read: spanOf(first, ({ units }) => units.read + units.indexRead),
      follows: spanOf(first, ({ follows }) => follows.write + follows.indexWrite),
      again: most(of('again')),
      stale: most(of('stale')),
      refused: most(of('refused')),
      budget: budgets[route],
    };
  });

const mostAgain = 1;

/** What is wrong with a row: nothing for most. */
export const faultsOf = ({ route, write, read, again, stale, budget }: Row): string[] => {
  if (budget === undefined) return [`${route} has no budget`];
  const [writes, reads] = budget.most;
  return [
    write.most > writes && `${route} writes ${write.most} of ${writes}`,
    read.most > reads && `${route} reads ${read.most} of ${reads}`,
    (again ?? 0) > mostAgain && `${route} writes ${again} again, ${mostAgain} allowed`,
    // A step from a page that is out of date is refused before it writes; one that leaves the page valid is a step like the first.
    (stale ?? 0) > Math.max(writes, mostAgain) + 1 && `${route} writes ${stale} from an old page`,
  ].filter((fault) => fault !== false);
};
