import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, type TopicId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { eachOf } from '../dynamo/one-write.ts';
import type { Item, Table } from '../dynamo/table.ts';
import { topicIdOf, topicPk } from './store.ts';

/**
 * What people (or voices) mark, one item each: who supports a topic, how many stars somebody gives, how somebody reacts to a voice, which
 * replies to a voice may be read. Counts are always taken anew from the items, so none is ever lost or doubled.
 */
export const Tally = z.union([
  z.enum(['support', 'rating']),
  z.templateLiteral([z.enum(['reaction', 'reply']), ':', ActionId]),
]);
export type Tally = z.output<typeof Tally>;
/** The reactions to one voice. */
export const reactionsTo = (voiceId: ActionId): Tally => `reaction:${voiceId}`;
/** The replies to one voice that may be read, by their ids. */
export const repliesTo = (voiceId: ActionId): Tally => `reply:${voiceId}`;

/** `value` is absent once it was taken back. `id` is of the action that set it: ids sort by when the phone made them. */
export const Mark = z.object({
  id: z.string(),
  at: Instant,
  value: z.optional(z.string()),
  words: z.optional(z.string()),
});
export type Mark = z.output<typeof Mark>;

const prefixOf = (tally: Tally) => `mark#${tally}#`;
const markKey = (topicId: TopicId, tally: Tally, who: string) => ({ pk: topicPk(topicId), sk: prefixOf(tally) + who });

export const markItem = (
  topicId: TopicId,
  tally: Tally,
  who: string,
  mark: Mark,
): Item & { pk: string; sk: string } => ({
  ...markKey(topicId, tally, who),
  ...mark,
  ...reactionKeys(topicId, tally, who, mark),
});

/** A reaction stands in the index among those of its person in the topic, by the voice. */
const reactionKeys = (topicId: TopicId, tally: Tally, who: string, { value }: Mark): Item => {
  const voiceId = tally.startsWith('reaction:') ? voiceOfTally(tally) : undefined;
  return voiceId === undefined ? {} : { personKey: reactorKey(topicId, who), listAt: voiceId, card: value };
};
const reactorKey = (topicId: TopicId, who: string) => `${topicId}#reactions#${who}`;
const ReactionItem = z.object({ listAt: ActionId, card: z.optional(z.string()) });

/** Which count has changed, by a stream record; undefined for every other item. */
export const tallyOf = (item: Item): { topicId: TopicId; tally: Tally } | undefined => {
  const [kind, tally] = String(item['sk']).split('#');
  return kind === 'mark' ? { topicId: topicIdOf(item), tally: z.parse(Tally, tally) } : undefined;
};

/** The voice that a tally of reactions or replies is about. */
export const voiceOfTally = (tally: Tally): ActionId | undefined => {
  const [, voiceId] = tally.split(':');
  return voiceId === undefined ? undefined : z.parse(ActionId, voiceId);
};

export type MarksStore = {
  /** Sets somebody's mark unless a later action has set it already; the one that stands is returned. */
  set: (topicId: TopicId, tally: Tally, who: string, mark: Mark) => Promise<Mark>;
  /** Somebody's mark, read consistently unless told otherwise; undefined when they never set one. */
  find: (topicId: TopicId, tally: Tally, who: string, options?: { consistent?: boolean }) => Promise<Mark | undefined>;
  /** How somebody reacted to those of these voices to which they did; may be a moment old. One query, whatever stands between the voices. */
  reactionsOf: (topicId: TopicId, who: string, voices: readonly ActionId[]) => Promise<Map<ActionId, string>>;
  /** How often each value stands, read consistently unless told otherwise; marks that were taken back do not count. */
  count: (topicId: TopicId, tally: Tally, options?: { consistent?: boolean }) => Promise<Record<string, number>>;
  /** Who has a mark that stands, by name. */
  whoOf: (topicId: TopicId, tally: Tally) => Promise<string[]>;
};

const counted = (marks: readonly Mark[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { value } of marks) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

export const makeMemoryMarksStore = (): MarksStore => {
  const marks = new Map<string, Mark>();
  const nameOf = (topicId: TopicId, tally: Tally, who: string) => {
    const { pk, sk } = markKey(topicId, tally, who);
    return `${pk} ${sk}`;
  };
  const all = (topicId: TopicId, tally: Tally) => {
    const prefix = nameOf(topicId, tally, '');
    return [...marks].filter(([name]) => name.startsWith(prefix)).map(([name, mark]) => ({ name, mark, prefix }));
  };
  return {
    set: async (topicId, tally, who, mark) => {
      const name = nameOf(topicId, tally, who);
      const standing = marks.get(name);
      if (standing === undefined || standing.id <= mark.id) marks.set(name, { ...mark });
      return { ...(marks.get(name) ?? mark) };
    },
    find: async (topicId, tally, who) => structuredClone(marks.get(nameOf(topicId, tally, who))),
    reactionsOf: async (topicId, who, voices) =>
      new Map(
        voices.flatMap((id): [ActionId, string][] => {
          const value = marks.get(nameOf(topicId, reactionsTo(id), who))?.value;
          return value === undefined ? [] : [[id, value]];
        }),
      ),
    count: async (topicId, tally) => counted(all(topicId, tally).map(({ mark }) => mark)),
    whoOf: async (topicId, tally) =>
      all(topicId, tally)
        .filter(({ mark }) => mark.value !== undefined)
        .map(({ name, prefix }) => name.slice(prefix.length))
        .toSorted(),
  };
};

export const makeDynamoMarksStore = (table: Table): MarksStore => {
  const all = async (topicId: TopicId, tally: Tally, consistent = true) => {
    const found: Item[] = [];
    let from: Item | undefined;
    do {
      const page = await table.query({
        condition: 'pk = :topic AND begins_with(sk, :prefix)',
        values: { ':topic': topicPk(topicId), ':prefix': prefixOf(tally) },
        from,
        consistent,
      });
      found.push(...page.items);
      from = page.next;
    } while (from !== undefined);
    return found;
  };
  return {
    set: async (topicId, tally, who, mark) => {
      const written = await table.put(markItem(topicId, tally, who, mark), 'attribute_not_exists(pk) OR id <= :id', {
        values: { ':id': mark.id },
      });
      return z.parse(Mark, written.applied ? written.item : written.existing);
    },
    find: async (topicId, tally, who, options) => {
      const item = await table.get(markKey(topicId, tally, who), options);
      return item === undefined ? undefined : z.parse(Mark, item);
    },
    reactionsOf: async (topicId, who, voices) => {
      const [first, last] = [voices.toSorted()[0], voices.toSorted().at(-1)];
      if (first === undefined || last === undefined) return new Map();
      const items = await eachOf(table, {
        index: 'byPerson',
        condition: 'personKey = :person AND listAt BETWEEN :first AND :last',
        values: { ':person': reactorKey(topicId, who), ':first': first, ':last': last },
      });
      const found = items.map((item) => z.parse(ReactionItem, item));
      return new Map(
        found.flatMap(({ listAt: id, card }): [ActionId, string][] =>
          card === undefined || !voices.includes(id) ? [] : [[id, card]],
        ),
      );
    },
    count: async (topicId, tally, options) =>
      counted((await all(topicId, tally, options?.consistent)).map((item) => z.parse(Mark, item))),
    whoOf: async (topicId, tally) =>
      (await all(topicId, tally))
        .filter((item) => z.parse(Mark, item).value !== undefined)
        .map(({ sk }) => String(sk).slice(prefixOf(tally).length)),
  };
};
