import type { Entry, RouteName } from '../capacity/recorder.ts';
import type { Touch } from '../meter/meter.ts';

/** Who else writes or reads the same partition: all of the city, a community, whoever deals with the one thing, or nobody at all. */
type Reach = 'city' | 'community' | 'thing' | 'own';
/** What an act takes of partitions of one kind, each time. */
type Load = { name: string; reach: Reach; write: number; read: number };
export type Profile = readonly Load[];

const thing = /(tkt|top|vot|rwd|atv|mtg)_xfl_[0-9a-z]{26}/;
const anybodys = /[a-z]{3}_[0-9a-z_]*[0-9a-z]{26}|openid|\d{4}-\d{4}|^[0-9a-f]{16,}/;

/** An id that counts up names nobody else's partition; the community of the stories stands for any. */
const reachOf = (partition: string): { reach: Reach; kind: string } => {
  const kind = partition.replace(thing, '$1').replace(/\d+$/, 'n');
  if (/usr_/.test(partition)) return { reach: 'own', kind };
  if (thing.test(partition)) return { reach: 'thing', kind };
  if (anybodys.test(partition)) return { reach: 'own', kind };
  return { reach: /xfl|str_changning/.test(partition) ? 'community' : 'city', kind };
};

const loadOf = ({ table, index, partition, kind: act, units }: Touch): Load => {
  const { reach, kind } = reachOf(partition);
  const place = [table.split('-').at(-1), index].filter((part) => part !== undefined).join('.');
  return { name: `${place}: ${kind}`, reach, write: act === 'write' ? units : 0, read: act === 'read' ? units : 0 };
};

const sum = (loads: readonly Load[]): Profile => {
  const totals = new Map<string, Load>();
  for (const load of loads) {
    const known = totals.get(load.name) ?? { ...load, write: 0, read: 0 };
    totals.set(load.name, { ...known, write: known.write + load.write, read: known.read + load.read });
  }
  return [...totals.values()];
};

const weight = ({ units, follows }: Entry): number => units.write + units.read + units.indexWrite + follows.write;

/** `without`: only requests that touch nothing of this table. */
type Chosen = { refusal?: string; isFollowed?: boolean; without?: string };

/** What the dearest first success of a route (or a refusal with this code) took, where, with what followed of it unless told otherwise. */
export const profileOf = (
  entries: readonly Entry[],
  route: RouteName,
  { refusal, isFollowed = true, without }: Chosen = {},
): Profile => {
  const of = entries.filter((entry) =>
    entry.route === route && refusal === undefined ? entry.kind === 'first' : entry.code === refusal,
  );
  const isWanted = ({ route: asked, touches }: Entry) =>
    asked === route && !touches.some(({ table }) => without !== undefined && table.endsWith(without));
  const own = of.filter(isWanted).toSorted((a, b) => weight(b) - weight(a));
  const [dearest] = own;
  if (dearest === undefined) throw new Error(`no story has ${route} ${refusal ?? ''}`);
  return sum([...dearest.touches, ...(isFollowed ? dearest.followed : [])].map(loadOf));
};
