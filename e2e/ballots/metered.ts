import { randomBytes } from 'node:crypto';
import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makeElectors } from '@suishoupai/functions/households/electors';
import { makeDynamoStores } from '@suishoupai/functions/stores';
import { makeCasting } from '@suishoupai/functions/votes/casting';
import type { Stack } from '@suishoupai/local/stack';
import { localDynamodbClient } from '@suishoupai/local/tables';
import { meter } from '../../bench/meter/meter.ts';

/** The stores of a running stack, in this process. */
export const storesOf = ({ env }: Pick<Stack, 'env'>, client = localDynamodbClient(env.DYNAMODB_ENDPOINT)) =>
  makeDynamoStores({
    people: makeTable(client, env.PEOPLE_TABLE),
    places: makeTable(client, env.PLACES_TABLE),
    tickets: makeTable(client, env.TICKETS_TABLE),
    deliberations: makeTable(client, env.DELIBERATIONS_TABLE),
    points: makeTable(client, env.POINTS_TABLE),
    media: makeTable(client, env.MEDIA_TABLE),
  });

/** Casting as the function does it, in the same vote and on the same tables, in this process, where what it consumes can be counted. */
export const meteredCasting = (stack: Stack) => {
  const client = localDynamodbClient(stack.env.DYNAMODB_ENDPOINT);
  const stores = storesOf(stack, client);
  const { votes, ballots: box } = stores;
  const casting = makeCasting({ votes, box, electors: makeElectors(stores), randomBytes });
  const counter = meter(client, localDynamodbClient(stack.env.DYNAMODB_ENDPOINT));
  return { cast: casting.cast, take: () => counter.take().units };
};
