import { fileURLToPath } from 'node:url';
import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makeDynamoStores } from '@suishoupai/functions/stores';
import { startDynamodb } from '@suishoupai/local/dynamodb';
import { createMissingTables, localDynamodbClient, readTables } from '@suishoupai/local/tables';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import { aHall, anOpenVote, cast, slotIn } from '../functions/src/votes/votes.builder.ts';
import { anActionId, aTicketId, inside, lampCode } from '../functions/test/builders.ts';
import { aService, grid01, wuye } from '../functions/test/service.ts';
import { meter, type Units } from './meter.ts';

type Row = { action: string; units: Units; budget?: { write?: number; read?: number } };

/** Drives the first journey over HTTP on DynamoDB Local and counts the units of every request. */
export const measureCapacity = async (): Promise<Row[]> => {
  const dynamodb = await startDynamodb();
  try {
    const client = localDynamodbClient(dynamodb.endpoint);
    const tablesFile = fileURLToPath(new URL('../resources/tables.yml', import.meta.url));
    await createMissingTables(client, readTables(tablesFile, { service: 'bench', stage: 'bench' }));
    const table = (name: string) => makeTable(client, `bench-bench-${name}`);
    const stores = makeDynamoStores({
      people: table('people'),
      places: table('places'),
      tickets: table('tickets'),
      deliberations: table('deliberations'),
      points: table('points'),
      media: table('media'),
    });
    const service = await aService(stores, { isFollowed: false });
    // Households are bound by transactions, which the meter does not count: before it looks.
    const hall = await aHall(await aService(stores, { isFollowed: false }));
    const wang = await hall.owner('wang', '1-1-101');
    const vote = await anOpenVote(hall);
    const { slot } = await slotIn(hall, vote.id, wang);
    const li = await service.signIn('li');
    const zhang = await service.signIn('zhang', wuye);
    const grid = await service.signIn('grid', grid01);
    const counter = meter(client);
    const rows: Row[] = [];
    const row = async <T>(action: string, run: () => Promise<T>, budget?: Row['budget']): Promise<T> => {
      counter.take();
      const result = await run();
      rows.push({ action, units: counter.take(), ...(budget === undefined ? {} : { budget }) });
      return result;
    };

    const aReport = async () => ({
      id: aTicketId(),
      categoryCode: lampCode,
      description: '3 栋门前路灯不亮，晚上七点以后一直不亮，老人走路不方便',
      place: { point: inside, label: '3 栋东门' },
      photoIds: [await service.cleanPhoto(li.personId)],
    });
    // Warms what a function keeps for a minute: the community and its responsibility list.
    await service.call(ticketRoutes.reportTicket, { token: li.token, body: await aReport() });

    const body = await aReport();
    const report = () => service.call(ticketRoutes.reportTicket, { token: li.token, body });
    const { body: ticket } = await row('上报（工单 3，照片归属 1）', report, { write: 4 });
    await row('同一份上报再交一次', report, { write: 1 });
    const params = { ticketId: ticket.id };
    const acceptBody = { id: anActionId(), version: ticket.version };
    const accept = () => service.call(stepRoutes.accept, { token: zhang.token, params, body: acceptBody });
    const accepted = await row('接单', accept, { write: 3 });
    await row('同一次接单再交一次', accept, { write: 1 });
    await row('看着旧页面再接一次（被拒）', () =>
      service.call(stepRoutes.accept, { token: zhang.token, params, body: { ...acceptBody, id: anActionId() } }),
    );
    const photoIds = [await service.cleanPhoto(zhang.personId)];
    const resolved = await row(
      '处理反馈（工单 4，照片归属 1）',
      () =>
        service.call(stepRoutes.resolve, {
          token: zhang.token,
          params,
          body: {
            id: anActionId(),
            version: accepted.body.version,
            note: '已更换灯头与老化线路，通电测试正常',
            photoIds,
          },
        }),
      { write: 5 },
    );
    const closed = await row(
      '核查通过',
      () =>
        service.call(stepRoutes.confirm, {
          token: grid.token,
          params,
          body: { id: anActionId(), version: resolved.body.version },
        }),
      { write: 4 },
    );
    await row(
      '评价',
      () =>
        service.call(stepRoutes.rate, {
          token: li.token,
          params,
          body: { id: anActionId(), version: closed.body.version, stars: 5 },
        }),
      { write: 4 },
    );
    await row('看一件事', () => service.call(ticketRoutes.getTicket, { params }), { read: 1 });
    for (let count = 0; count < 60; count += 1) {
      await service.call(ticketRoutes.reportTicket, { token: li.token, body: await aReport() });
    }
    const ofCommunity = { query: { communityId: 'xfl' } };
    await row('身边一页 20 件', () => service.call(ticketRoutes.listTickets, ofCommunity), { read: 5 });
    await row('我的上报一页 20 件', () => service.call(ticketRoutes.listMyTickets, { token: li.token, query: {} }), {
      read: 5,
    });
    await row(
      '待办首页（60 件计数）',
      () =>
        service.call(ticketRoutes.getQueue, { token: zhang.token, query: { communityId: 'xfl', desk: 'dep_wuye' } }),
      { read: 5 },
    );
    await row('首页一次请求', () => service.call(ticketRoutes.getHome, { token: li.token, ...ofCommunity }), {
      read: 5,
    });
    const ballot = { id: anActionId(), slot, replaces: 0 };
    await row('投一张票', () => cast(hall, vote.id, wang, ballot), { write: 1, read: 6 });
    await row('同一张票再投一次', () => cast(hall, vote.id, wang, ballot), { write: 0 });
    for (let seq = 1; seq <= 9; seq += 1) await cast(hall, vote.id, wang, { id: anActionId(), slot, replaces: seq });
    await row('第十次改票', () => cast(hall, vote.id, wang, { id: anActionId(), slot, replaces: 10 }));
    return rows;
  } finally {
    await dynamodb.stop();
  }
};

const isOver = ({ units, budget = {} }: Row): boolean =>
  units.write > (budget.write ?? Number.POSITIVE_INFINITY) ||
  units.read + units.indexRead > (budget.read ?? Number.POSITIVE_INFINITY);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await measureCapacity();
  console.table(
    rows.map(({ action, units, budget }) => ({
      action,
      write: units.write,
      'index write': units.indexWrite,
      read: units.read + units.indexRead,
      calls: units.calls,
      budget: budget === undefined ? '' : JSON.stringify(budget),
    })),
  );
  const over = rows.filter(isOver);
  if (over.length > 0) throw new Error(`over budget: ${over.map(({ action }) => action).join(', ')}`);
}
