import { allRoutes } from '@suishoupai/shared/contract/routes';
import { figure, type Measured, type Part, table } from '../part.ts';
import type { Budgets } from './budget.ts';
import { chapters, toldStories } from './measured.ts';
import type { RouteName, Swept } from './recorder.ts';
import { faultsOf, type Row, rowsOf } from './summary.ts';

const span = ({ least, most }: Row['write']): string =>
  least === most ? figure(most) : `${figure(least)}–${figure(most)}`;
const maybe = (value: number | undefined) => (value === undefined ? '' : figure(value));
const pair = ([write, read]: readonly [number, number]) => `${figure(write)} / ${figure(read)}`;

const head = [
  'route',
  'W',
  'index W',
  'R',
  'again',
  'old page',
  'refused',
  'afterwards W',
  'floor W / R',
  'most W / R',
  'why',
];
const lineOf = (row: Row) => [
  row.route,
  span(row.write),
  span(row.indexWrite),
  span(row.read),
  maybe(row.again),
  maybe(row.stale),
  maybe(row.refused),
  span(row.follows),
  row.budget && pair(row.budget.floor),
  row.budget && pair(row.budget.most),
  row.budget?.because,
];

const sweepNames: Record<string, string> = {
  sweep: 'clocks of tickets',
  sendHeld: 'messages held over night',
  sweepTopics: 'topics',
  sweepVotes: 'votes: opening, heads, closing, counting',
  sweepPoints: 'books, orders, time bank',
};
const sweepTable = (swept: readonly Swept[]) =>
  table(
    ['what the clock did', 'times', 'W together', 'index W', 'R', 'afterwards W'],
    [...new Set(swept.map(({ what }) => what))].map((what) => {
      const of = swept.filter((each) => each.what === what);
      const sum = (figureOf: (each: Swept) => number) => figure(of.reduce((total, each) => total + figureOf(each), 0));
      return [
        sweepNames[what] ?? what,
        of.length,
        sum(({ units }) => units.write),
        sum(({ units }) => units.indexWrite),
        sum(({ units }) => units.read + units.indexRead),
        sum(({ follows }) => follows.write + follows.indexWrite),
      ];
    }),
  );

const intro = `Units of one request, counted by a middleware of the SDK from the items as they stand before and after each call (bench/meter): the size
rule with attribute names, × 2 in transactions and for their checks, what indexes take, failed conditions by the size of what stood in the way,
queries by what they read before a filter. *W* is table write units, *R* read units of tables and indexes; *again* the same request once more
word for word, *old page* a new request from a version that is out of date, *refused* a request that somebody else’s was in the way of (W with
indexes); *afterwards* what the consumers of streams write, with indexes. A range is over all calls of the stories (bench/capacity/stories),
whose lists fill a page of 20 and whose items are as large as they get. *floor* is for items of at most 1 KB without indexes.`;

/** What a page of a list is to take (design: a page of twenty at most five read units). */
const mostForPage = 5;
const isPage = ({ route }: Row): boolean => /^list|^get(Home|Queue|HallOverview|HallDesk|Pool|Honours)$/.test(route);
const largePages = (rows: readonly Row[]): Row[] => rows.filter((row) => isPage(row) && row.read.most > mostForPage);
const pageTable = (rows: readonly Row[]) =>
  table(
    ['page', 'R', 'why'],
    largePages(rows)
      .toSorted((a, b) => b.read.most - a.read.most)
      .map(({ route, read, budget }) => [route, figure(read.most), budget?.because]),
  );

/** Units of every route of the contract. */
export const capacityPart: Part = {
  title: 'Capacity of every request',
  measure: async (): Promise<Measured> => {
    const { entries, swept, comparison } = await toldStories();
    const pages: string[] = [intro];
    const faults: string[] = [];
    const budgets: Budgets = Object.assign({}, ...chapters.map((chapter) => chapter.budgets));
    const rows = rowsOf(
      entries.filter(({ kind, route }) => kind === 'first' || entries.some((each) => each.route === route)),
      budgets,
    );
    for (const chapter of chapters) {
      const own = rows.filter(({ route }) => route in chapter.budgets);
      pages.push(`### ${chapter.title}`, table(head, own.map(lineOf)));
    }
    faults.push(...rows.flatMap(faultsOf));
    const used = new Set(rows.filter(({ calls }) => calls > 0).map(({ route }) => route));
    const unused = (Object.keys(allRoutes) as RouteName[]).filter((name) => !used.has(name));
    faults.push(...unused.map((name) => `no story uses ${name}`));
    faults.push(...comparison.differing);
    faults.push(
      ...largePages(rows)
        .filter(({ budget }) => budget?.because === undefined)
        .map(({ route, read }) => `${route} is a page of ${read.most} read units, and nobody says why`),
    );
    pages.push(`### Pages above ${mostForPage} read units`, pageTable(rows));
    pages.push('### Background', sweepTable(swept));
    pages.push(
      `${used.size} of ${Object.keys(allRoutes).length} routes. ${comparison.compared} plain operations compared with DynamoDB Local’s ` +
        `ReturnConsumedCapacity: ${comparison.differing.length} differ. ${comparison.nothingFound} queries found nothing: free there, counted here as ` +
        'the least a query takes. Transactions and failed conditions are not taken from it.',
    );
    return { text: pages.join('\n\n'), faults };
  },
};
