import { Instant } from '@suishoupai/shared/contract/fields';
import type { ActionId, PersonId } from '@suishoupai/shared/ids';
import type { ConsentLine } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';
import type { Table } from '../dynamo/table.ts';

/** One item for each version that the person was asked about, with all that was said of it. */
const ConsentItem = z.object({
  sk: z.string(),
  isGiven: z.boolean(),
  history: z.array(z.object({ what: z.enum(['given', 'withdrawn']), at: Instant })),
});
type Consent = Pick<z.output<typeof ConsentItem>, 'isGiven' | 'history'> & { version: string };

const prefix = 'consent#';
const consentKey = (id: PersonId, version: string) => ({ pk: id, sk: `${prefix}${version}` });

const newestFirst = (consents: readonly Consent[]): ConsentLine[] =>
  consents
    .flatMap(({ version, history }) => history.map((line) => ({ ...line, version })))
    .toReversed()
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

export type ConsentStore = {
  /** Whether the person agreed to this version and has not taken it back; read consistently. */
  isGiven: (id: PersonId, version: string) => Promise<boolean>;
  /** Adds to the history that the person agrees, unless that stands already. */
  give: (id: PersonId, version: string, now: Date) => Promise<void>;
  /** Takes back every version that stands. The same action again takes nothing back that was given since. */
  withdraw: (id: PersonId, action: ActionId, now: Date) => Promise<void>;
  /** The whole history, newest first. */
  list: (id: PersonId) => Promise<ConsentLine[]>;
};

export const makeMemoryConsentStore = (): ConsentStore => {
  const people = new Map<PersonId, Map<string, Consent>>();
  const withdrawals = new Set<ActionId>();
  const of = (id: PersonId) => people.get(id) ?? new Map<string, Consent>();
  const say = (id: PersonId, version: string, what: ConsentLine['what'], now: Date) => {
    const history = [...(of(id).get(version)?.history ?? []), { what, at: now.toISOString() }];
    people.set(id, of(id).set(version, { version, isGiven: what === 'given', history }));
  };
  return {
    isGiven: async (id, version) => of(id).get(version)?.isGiven ?? false,
    give: async (id, version, now) => {
      if (of(id).get(version)?.isGiven !== true) say(id, version, 'given', now);
    },
    withdraw: async (id, action, now) => {
      if (withdrawals.has(action)) return;
      for (const { version, isGiven } of of(id).values()) {
        if (!isGiven) continue;
        withdrawals.add(action);
        say(id, version, 'withdrawn', now);
      }
    },
    list: async (id) => newestFirst([...of(id).values()].toSorted((a, b) => (a.version < b.version ? -1 : 1))),
  };
};

export const makeDynamoConsentStore = (table: Table): ConsentStore => {
  const all = async (id: PersonId): Promise<Consent[]> => {
    const { items } = await table.query({
      condition: 'pk = :person AND begins_with(sk, :prefix)',
      values: { ':person': id, ':prefix': prefix },
    });
    return items.map((item) => {
      const { sk, ...consent } = z.parse(ConsentItem, item);
      return { version: sk.slice(prefix.length), ...consent };
    });
  };
  const line = (what: ConsentLine['what'], now: Date) => [{ what, at: now.toISOString() }];

  return {
    isGiven: async (id, version) => {
      const item = await table.get(consentKey(id, version));
      return item !== undefined && z.parse(ConsentItem, item).isGiven;
    },
    give: async (id, version, now) => {
      await table.update(
        consentKey(id, version),
        'SET isGiven = :yes, history = list_append(if_not_exists(history, :none), :line)',
        'attribute_not_exists(pk) OR isGiven = :no',
        { values: { ':yes': true, ':no': false, ':none': [], ':line': line('given', now) } },
      );
    },
    withdraw: async (id, action, now) => {
      for (const { version, isGiven } of await all(id)) {
        if (!isGiven) continue;
        await table.update(
          consentKey(id, version),
          'SET isGiven = :no, history = list_append(history, :line), withdrawals = list_append(if_not_exists(withdrawals, :none), :actions)',
          'isGiven = :yes AND NOT contains(withdrawals, :action)',
          {
            values: {
              ':yes': true,
              ':no': false,
              ':none': [],
              ':line': line('withdrawn', now),
              ':actions': [action],
              ':action': action,
            },
          },
        );
      }
    },
    list: async (id) => newestFirst(await all(id)),
  };
};
