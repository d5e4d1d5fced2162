import { ConditionalCheckFailedException, type ConsumedCapacity, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Units by kind; what indexes took stands apart from what the tables took. */
export type Units = { write: number; read: number; indexWrite: number; indexRead: number; calls: number };

const none = (): Units => ({ write: 0, read: 0, indexWrite: 0, indexRead: 0, calls: 0 });
const reads = new Set(['GetItemCommand', 'QueryCommand']);

/**
 * Counts the capacity units of every call of a client. DynamoDB Local reports plain operations as the service does; it says nothing of
 * a failed condition, which is billed by the size of the item in its way: that is added here. It misreports transactions, of which
 * there are none: one would stop the count.
 */
export const meter = (client: DynamoDBClient): { take: () => Units } => {
  let units = none();
  const add = (command: string, { Table, GlobalSecondaryIndexes = {} }: ConsumedCapacity) => {
    const isRead = reads.has(command);
    units[isRead ? 'read' : 'write'] += Table?.CapacityUnits ?? 0;
    for (const { CapacityUnits = 0 } of Object.values(GlobalSecondaryIndexes)) {
      units[isRead ? 'indexRead' : 'indexWrite'] += CapacityUnits;
    }
  };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName.startsWith('Transact')) throw new Error('transactions are not counted here');
        units.calls += 1;
        Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
        try {
          const result = await next(args);
          const { ConsumedCapacity } = result.output as { ConsumedCapacity?: ConsumedCapacity };
          if (ConsumedCapacity !== undefined) add(commandName, ConsumedCapacity);
          return result;
        } catch (error) {
          if (error instanceof ConditionalCheckFailedException) {
            units.write += Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(error.Item ?? {})) / 1024));
          }
          throw error;
        }
      },
    { step: 'initialize', name: 'capacityMeter' },
  );
  return {
    take: () => {
      const taken = units;
      units = none();
      return taken;
    },
  };
};
