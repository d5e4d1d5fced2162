import {
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  type DynamoDBClient,
  type GetItemCommandInput,
  type QueryCommandInput,
  type TransactGetItemsCommandInput,
  TransactionCanceledException,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Taken, transactReadUnits } from './arithmetic.ts';
import {
  type Aim,
  aimOf,
  aimsOf,
  getTaken,
  queryTaken,
  type Seen,
  type SingleWrite,
  standing,
  writeTaken,
} from './calls.ts';
import { makeDefinitions } from './definitions.ts';
import type { Attributes } from './size.ts';

/** Units by kind; what indexes took stands apart from what the tables took. */
export type Units = {
  write: number;
  read: number;
  indexWrite: number;
  indexRead: number;
  /** What of `write` was in transactions. */
  transacted: number;
  calls: number;
};
/** Where units went: one partition of a table or of an index of it. */
export type Touch = Taken & { table: string };
/** What a stream would tell. */
export type Change = { table: string; before: Attributes | undefined; after: Attributes | undefined };
export type Comparison = { compared: number; nothingFound: number; differing: readonly string[] };
export type Reading = { units: Units; touches: Touch[]; changes: Change[] };

const unitsOf = (touches: readonly Touch[], calls: number): Units => {
  const total = (of: readonly Touch[]) => of.reduce((sum, { units }) => sum + units, 0);
  const sum = (kind: Taken['kind'], isIndex: boolean) =>
    total(touches.filter((touch) => touch.kind === kind && (touch.index !== undefined) === isIndex));
  return {
    write: sum('write', false),
    read: sum('read', false),
    indexWrite: sum('write', true),
    indexRead: sum('read', true),
    transacted: total(touches.filter(({ kind, isInTransaction }) => kind === 'write' && isInTransaction === true)),
    calls,
  };
};

/** What DynamoDB Local says a call consumed, by index ('' is the table), in the shape of our own figures. */
const saidBy = ({ Table, GlobalSecondaryIndexes = {} }: ConsumedCapacity): Map<string, number> => {
  const indexes = Object.entries(GlobalSecondaryIndexes).map(([name, { CapacityUnits = 0 }]) => [name, CapacityUnits]);
  return new Map([['', Table?.CapacityUnits ?? 0], ...indexes] as [string, number][]);
};

const reckonedBy = (taken: readonly Taken[]): Map<string, number> => {
  const totals = new Map([['', 0]]);
  for (const { index = '', units } of taken) totals.set(index, (totals.get(index) ?? 0) + units);
  return totals;
};

const isEqual = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
  [...new Set([...one.keys(), ...other.keys()])].every((name) => (one.get(name) ?? 0) === (other.get(name) ?? 0));

/** A query that read nothing; one whose filter threw all away has read something. */
const isNothing = ({ ScannedCount = 0 }: { ScannedCount?: number }): boolean => ScannedCount === 0;

/** A transaction is known by its token for ten minutes; told again within them it only reads. */
const tokenMs = 600_000;

/**
 * Counts the capacity units of every call of a client by DynamoDB's own rules, from the items as they stand before and after each call;
 * `look` is a client nobody counts that sees them. DynamoDB Local says nothing of failed conditions and is wrong about transactions, so
 * neither is taken from it; whatever else it says is compared.
 */
export const meter = (client: DynamoDBClient, look: DynamoDBClient) => {
  const definitionOf = makeDefinitions(look);
  const tokens = new Map<string, number>();
  const differing: string[] = [];
  let [compared, nothingFound] = [0, 0];
  let touches: Touch[] = [];
  let changes: Change[] = [];
  let calls = 0;

  const take = (table: string, taken: readonly Taken[]) => {
    touches.push(...taken.map((each) => ({ ...each, table })));
  };
  const compare = (command: string, taken: readonly Taken[], output: object) => {
    const { ConsumedCapacity } = output as { ConsumedCapacity?: ConsumedCapacity };
    if (ConsumedCapacity === undefined) return;
    compared += 1;
    const [said, reckoned] = [saidBy(ConsumedCapacity), reckonedBy(taken)];
    if (isEqual(said, reckoned)) return;
    if (command === 'QueryCommand' && isNothing(output) && [...said.values()].every((units) => units === 0)) {
      nothingFound += 1;
      return;
    }
    const shown = (totals: Map<string, number>) => JSON.stringify(Object.fromEntries(totals));
    differing.push(`${command} of ${taken[0]?.partition}: DynamoDB Local ${shown(said)}, reckoned ${shown(reckoned)}`);
  };
  const write = async (aim: Aim, before: Attributes | undefined, isApplied: boolean, isInTransaction: boolean) => {
    const after = isApplied ? await standing(look, aim) : before;
    const seen: Seen = { aim, before, after, isApplied };
    const taken = writeTaken(seen, await definitionOf(aim.table), isInTransaction);
    take(aim.table, taken);
    if (isApplied && aim.isCheck !== true) changes.push({ table: aim.table, before, after });
    return taken;
  };

  const single = async <Result extends { output: object }>(of: SingleWrite, send: () => Promise<Result>) => {
    const aim = await aimOf(of, definitionOf);
    const before = await standing(look, aim);
    try {
      const result = await send();
      compare(of.name, await write(aim, before, true, false), result.output);
      return result;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) await write(aim, before, false, false);
      throw error;
    }
  };

  const transact = async <Result>(input: TransactWriteItemsCommandInput, send: () => Promise<Result>) => {
    const aims = await aimsOf(input.TransactItems ?? [], definitionOf);
    const before = await Promise.all(aims.map((aim) => standing(look, aim)));
    const token = input.ClientRequestToken;
    const isReplay = token !== undefined && Date.now() - (tokens.get(token) ?? 0) < tokenMs;
    const writeAll = async (isApplied: boolean) => {
      for (const [index, aim] of aims.entries()) await write(aim, before[index], isApplied, true);
    };
    try {
      const result = await send();
      if (token !== undefined) tokens.set(token, Date.now());
      if (isReplay) {
        for (const [index, { table, key }] of aims.entries()) {
          const { hash } = await definitionOf(table);
          const units = transactReadUnits(before[index]);
          take(table, [{ partition: key[hash]?.S ?? '', kind: 'read', units }]);
        }
      } else await writeAll(true);
      return result;
    } catch (error) {
      if (error instanceof TransactionCanceledException) await writeAll(false);
      throw error;
    }
  };

  const transactGet = async (input: TransactGetItemsCommandInput) => {
    for (const { Get } of input.TransactItems ?? []) {
      const aim = { table: Get?.TableName ?? '', key: Get?.Key ?? {} };
      const { hash } = await definitionOf(aim.table);
      const units = transactReadUnits(await standing(look, aim));
      take(aim.table, [{ partition: aim.key[hash]?.S ?? '', kind: 'read', units }]);
    }
  };

  client.middlewareStack.add(
    (next, { commandName: name = '' }) =>
      async (args) => {
        calls += 1;
        Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
        const send = () => next(args);
        if (name === 'PutItemCommand' || name === 'UpdateItemCommand' || name === 'DeleteItemCommand') {
          return single({ name, input: args.input } as SingleWrite, send);
        }
        if (name === 'TransactWriteItemsCommand') return transact(args.input as TransactWriteItemsCommandInput, send);
        if (name === 'TransactGetItemsCommand') {
          await transactGet(args.input as TransactGetItemsCommandInput);
          return send();
        }
        if (name !== 'GetItemCommand' && name !== 'QueryCommand') throw new Error(`${name} is not counted`);
        const { TableName = '' } = args.input as GetItemCommandInput;
        const definition = await definitionOf(TableName);
        const taken =
          name === 'GetItemCommand'
            ? await getTaken(look, args.input as GetItemCommandInput, definition)
            : await queryTaken(look, args.input as QueryCommandInput, definition);
        take(TableName, [taken]);
        const result = await send();
        compare(name, [taken], result.output);
        return result;
      },
    { step: 'initialize', name: 'capacityMeter' },
  );

  return {
    /** What was counted since it was last asked. */
    take: (): Reading => {
      const reading = { units: unitsOf(touches, calls), touches, changes };
      [touches, changes, calls] = [[], [], 0];
      return reading;
    },
    /**
     * How many calls DynamoDB Local had a figure for that is right, and each whose figure was another than ours. A query that finds nothing is
     * free there and takes the least there is in the service: counted so, and told apart.
     */
    comparison: (): Comparison => ({ compared, nothingFound, differing }),
  };
};
