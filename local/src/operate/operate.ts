import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makeDynamoPeopleStore } from '@suishoupai/functions/people/store';
import { makeDynamoPlacesStore } from '@suishoupai/functions/places/store';
import { PersonId } from '@suishoupai/shared/ids';
import { Grant } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';
import { service } from '../settings.ts';
import { readCommunityFile } from './community-file.ts';
import { versionFromFile } from './duty-version.ts';

const usage = `用法：
  npm run operate -- community <文件.json> --stage <环境>   写入或更新一个社区及其责任清单
  npm run operate -- grant <usr_编号> '<授权 JSON>' --stage <环境>   给一个登录过的人授权
  npm run operate -- revoke <usr_编号> '<授权 JSON>' --stage <环境>  收回授权，下一个请求起生效
凭证取自 AWS 的通常位置；本机数据库：DYNAMODB_ENDPOINT=http://127.0.0.1:4403 --stage local`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { stage: { type: 'string' } } });
const [command, subject = '', detail = ''] = positionals;
const endpoint = process.env['DYNAMODB_ENDPOINT'];
const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
const table = (name: string) => makeTable(client, `${service}-${values.stage}-${name}`);

const openCommunity = async (): Promise<string> => {
  const result = readCommunityFile(readFileSync(subject, 'utf8'));
  if ('problems' in result) throw new RangeError(result.problems.join('\n'));
  const { community, duty } = result.opening;
  const places = makeDynamoPlacesStore(table('places'));
  const newest = await places.newestDuty(community.id);
  const next = duty && versionFromFile(newest, duty, new Date());
  await places.putCommunity(community);
  if (next !== undefined && !(await places.putDuty(community.id, next))) {
    throw new RangeError('社区已写入；责任清单刚刚有人改过，请看过最新一版再写入');
  }
  const { version = 0, lines = [], negative = [] } = next ?? newest ?? {};
  const list = `责任清单第 ${version} 版 ${lines.length} 行，负面清单 ${negative.length} 条`;
  return `${community.name}：${community.grids.length} 个网格，${list}${next === undefined ? '（没有变）' : ''}`;
};

const changeGrant = async (change: 'grant' | 'revoke'): Promise<string> => {
  const grant = z.parse(Grant, JSON.parse(detail));
  const isKnown = await makeDynamoPeopleStore(table('people'))[change](z.parse(PersonId, subject), grant);
  if (!isKnown) throw new RangeError(`没有这个人：${subject}。请先在小程序里登录一次，「我的」页面底部有编号`);
  return `${subject}：${grant.label}`;
};

const run = (): Promise<string> => {
  if (values.stage === undefined) throw new RangeError(usage);
  if (command === 'community') return openCommunity();
  if (command === 'grant' || command === 'revoke') return changeGrant(command);
  throw new RangeError(usage);
};

try {
  console.log(await run());
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
