import { dutyEditRoutes } from '@suishoupai/shared/duty/edit-routes';
import { dutyRoutes } from '@suishoupai/shared/duty/routes';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { expect, test } from 'vitest';
import { aDutyLine, anActionId } from '../../test/builders.ts';
import { aService, community, wuye } from '../../test/service.ts';

const params = { communityId: 'xfl' };
const { categoryCode, ...terms } = aDutyLine();
const aChange = () => ({
  id: anActionId(),
  base: 1,
  changes: [{ categoryCode, line: { ...terms, departmentId: 'dep_chengguan', stages: [] } }],
  reason: '路灯移交城管',
});

test('谁都看得到现在的清单和历次改动，看不到是哪个人、哪次提交', async () => {
  const service = await aService();
  const { token } = await service.signIn('liu', community);

  const made = await service.call(dutyEditRoutes.changeDuty, { params, body: aChange(), token });
  const read = await service.call(dutyRoutes.getDuty, { params });
  const history = await service.call(dutyRoutes.listDutyVersions, { params, query: {} });

  expect(made.status).toBe(200);
  expect(read.body.inForce).toMatchObject({ version: 2, lines: [{ departmentId: 'dep_chengguan' }], negative: [] });
  expect(history.body.items.map(({ version, reason }) => [version, reason])).toEqual([
    [2, '路灯移交城管'],
    [1, ''],
  ]);
  for (const body of [made.body, read.body, history.body]) expect(JSON.stringify(body)).not.toMatch(/usr_|act_|digest/);
});

test('改过之后，首页拿到的也是新的一版', async () => {
  const service = await aService();
  const { token } = await service.signIn('liu', community);
  await service.call(placesRoutes.getCommunity, { params });
  await service.call(dutyEditRoutes.changeDuty, { params, body: aChange(), token });
  const { body } = await service.call(placesRoutes.getCommunity, { params });
  expect(body.duty).toMatchObject({ version: 2, lines: [{ departmentId: 'dep_chengguan' }] });
});

test('部门不能替社区改清单；毛病指名到那一项', async () => {
  const service = await aService();
  const [staff, liu] = [await service.signIn('wuye', wuye), await service.signIn('liu', community)];

  const denied = await service.call(dutyEditRoutes.changeDuty, { params, body: aChange(), token: staff.token });
  const line = { ...terms, departmentId: 'dep_nobody' };
  const body = { ...aChange(), changes: [{ categoryCode, line }] };
  const invalid = await service.call(dutyEditRoutes.changeDuty, { params, body, token: liu.token });

  expect(denied.error.code).toBe('access.denied');
  expect(invalid.error).toMatchObject({
    code: 'request.invalid',
    details: [{ field: 'body.changes.0.line.departmentId' }],
  });
});
