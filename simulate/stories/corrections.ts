import type { ActionId } from '@suishoupai/shared/ids';
import { pointsRoutes, pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import { makeLedger } from '../../functions/src/points/ledger.ts';
import { aTransfer } from '../../functions/src/points/points.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import { community } from '../../functions/test/service.ts';
import { type Phone, type Told, toldBy } from '../phone.ts';
import { linesOf } from '../promises/books.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Asked = { id: ActionId; amount: number; told: Told };
type Decided = { id: ActionId; of: ActionId; decision: 'agree' | 'refuse'; told: Told };

const communityId = 'xfl';
const params = { communityId };

/** A book is put right: little by one, much by two, the same line taken back by two at once. */
export const corrections: Story = async ({ service, dice }) => {
  const li = await service.signIn('li');
  const staff = [
    await service.signIn('liu', community),
    await service.signIn('he', { ...community, label: '何干事' }),
    await service.signIn('ma', { ...community, label: '马干事' }),
  ];
  const wrongly = aTransfer({ credit: li.personId, amount: 50, at: service.now().toISOString() });
  await makeLedger(service.stores.ledger).transfer(wrongly);
  const { body: own } = await service.call(pointsRoutes.getPoints, { token: li.token, params });
  const code = own.book;
  const asked: Asked[] = [];
  const decided: Decided[] = [];

  const asks = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 2; times += 1) {
      const claim: Asked = { id: anActionId(), amount: dice.pick([20, 30, 300]), told: 'unheard' };
      const isBack = dice.chance(0.3);
      const terms = isBack
        ? { direction: 'take' as const, amount: 50, undoes: wrongly.id }
        : { direction: 'give' as const, amount: claim.amount };
      asked.push(claim);
      const body = { id: claim.id, code, unit: 'points' as const, reason: '活动签到漏记', ...terms };
      claim.told = toldBy(await phone.ask(pointsStaffRoutes.correct, { params, body }));
    }
  };
  const decides = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 4; looks += 1) {
      await phone.pause();
      const all = await phone.look(pointsStaffRoutes.listCorrections, { params, query: {} });
      for (const { id: of, mayDecide } of all?.items ?? []) {
        if (!mayDecide) continue;
        const decision = dice.pick(['agree', 'agree', 'refuse'] as const);
        const claim: Decided = { id: anActionId(), of, decision, told: 'unheard' };
        decided.push(claim);
        const why = decision === 'refuse' ? { decision, reason: '查无此事' } : { decision };
        const body = { id: claim.id, ...why };
        const at = { params: { ...params, correctionId: of }, body };
        claim.told = toldBy(await phone.ask(pointsStaffRoutes.decideCorrection, at));
      }
    }
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const wrong: string[] = [];
    const lines = (await linesOf(truth, li.personId)).filter(({ cause }) => cause.kind === 'correction');
    for (const { id, told } of asked) {
      const stands = await truth.corrections.find({ communityId, id });
      const times = countOf(lines, ({ cause }) => cause.id === id);
      if (told === 'done' && stands === undefined) wrong.push(`acknowledged correction ${id} is not there`);
      if (told === 'refused' && stands !== undefined) wrong.push(`refused correction ${id} is there`);
      if (times !== (stands?.state === 'done' ? 1 : 0))
        wrong.push(`correction ${id} is ${stands?.state}, moved ${times}`);
      const { by, decided: last } = stands ?? {};
      if (last !== undefined && last.by.personId === by?.personId) wrong.push(`one alone decided ${id}`);
      for (const decision of decided.filter(({ of }) => of === id)) {
        const isTaken = last?.act === decision.id;
        if (decision.told !== 'unheard' && isTaken !== (decision.told === 'done'))
          wrong.push(`${decision.decision} ${decision.id} was ${decision.told} and is ${isTaken ? '' : 'not '}there`);
      }
    }
    if (countOf(lines, ({ undoes }) => undoes === wrongly.id) > 1) wrong.push('a line was taken back twice');
    return wrong;
  };

  const parts = staff.flatMap((person, nth) => [
    { person, name: `clerk ${nth}`, plays: asks },
    { person, name: `clerk ${nth} at the desk`, plays: decides },
  ]);
  return { parts, broken };
};
