import { householdRoutes } from '@suishoupai/shared/households/contract';
import { claimTransitions } from '@suishoupai/shared/households/transitions';
import { type ActionId, type ClaimId, newClaimId, type PersonId } from '@suishoupai/shared/ids';
import { aHall, owners } from '../../functions/src/votes/votes.builder.ts';
import { anActionId, tail } from '../../functions/test/builders.ts';
import type { Person } from '../../functions/test/service.ts';
import { type Phone, type Told, toldSoFar } from '../phone.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Claimed = { id: ClaimId; person: PersonId; told: Told };
type Step = { id: ActionId; of: ClaimId; what: string; told: Told };

const communityId = 'xfl';
const flat = { building: '1', entrance: '1', room: '101' };
const code = '1-1-101';

/** A family asks to be bound to a flat, two clerks decide, somebody withdraws, and the flat is sold meanwhile. */
export const households: Story = async ({ service, dice }) => {
  const hall = await aHall(service);
  const people = [await service.signIn('wang'), await service.signIn('li'), await service.signIn('zhou')];
  const [wang] = people;
  const claims: Claimed[] = [];
  const steps: Step[] = [];
  const sales: { id: ActionId; told: Told; to: string }[] = [];

  const asks = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 3; times += 1) {
      const claim: Claimed = {
        ...{ id: newClaimId(communityId, tail()), person: phone.personId },
        told: 'unheard',
      };
      claims.push(claim);
      const isOwner = phone.personId === wang?.personId;
      const who = isOwner ? { as: 'owner' as const, ...owners.wang } : { as: 'member' as const, name: '李小妹' };
      const asked = await phone.ask(householdRoutes.claimHousehold, { body: { id: claim.id, ...flat, ...who } });
      claim.told = toldSoFar(asked);
      await phone.pause();
      if (!dice.chance(0.4)) continue;
      const step: Step = { id: anActionId(), of: claim.id, what: 'withdraw', told: 'unheard' };
      steps.push(step);
      const params = { claimId: claim.id };
      step.told = toldSoFar(await phone.ask(householdRoutes.withdrawClaim, { params, body: { id: step.id } }));
    }
  };
  const decides = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 5; looks += 1) {
      await phone.pause();
      const waiting = await phone.look(householdRoutes.listClaims, { params: { communityId }, query: {} });
      for (const { id: of } of waiting?.items ?? []) {
        const decision = dice.pick(['approve', 'approve', 'refuse'] as const);
        const step: Step = { id: anActionId(), of, what: decision, told: 'unheard' };
        steps.push(step);
        const body = decision === 'refuse' ? { decision, reason: '与名册不符' } : { decision };
        const at = { params: { claimId: of }, body: { id: step.id, ...body } };
        step.told = toldSoFar(await phone.ask(householdRoutes.decideClaim, at));
      }
      if (!dice.chance(0.35)) continue;
      const to = dice.pick(['wang', 'zhou', 'chen'] as const);
      const sale = { id: anActionId(), told: 'unheard' as Told, to };
      sales.push(sale);
      const body = { id: sale.id, owners: [owners[to]], reason: '二手房过户' };
      sale.told = toldSoFar(await phone.ask(householdRoutes.transferUnit, { params: { communityId, code }, body }));
    }
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const wrong: string[] = [];
    const roll = await truth.rolls.current(communityId);
    const unit = roll && (await truth.rolls.unit(communityId, roll.importId, { building: '1', code }));
    const names = new Set(unit?.owners.map(({ name, idTail }) => `${name} ${idTail}`));
    const approved = new Map<PersonId, number>();
    for (const { id, person, told } of claims) {
      const claim = await truth.claims.find(id);
      if (told === 'done' && claim === undefined) wrong.push(`acknowledged claim ${id} is not there`);
      if (told === 'refused' && claim !== undefined) wrong.push(`refused claim ${id} is there`);
      if (claim === undefined) continue;
      const { events, state, as, name, idTail } = claim;
      let at: string = 'waiting';
      for (const { step } of events) {
        const rows: readonly { from: string; to: string }[] = claimTransitions[step];
        const row = rows.find(({ from }) => from === at);
        if (row === undefined) wrong.push(`${id}: ${at} -${step}-> is not in the table`);
        at = row?.to ?? at;
      }
      if (at !== state) wrong.push(`${id} is ${state} and its lines lead to ${at}`);
      for (const step of steps.filter(({ of }) => of === id)) {
        const times = countOf<{ id: string }>(events, (event) => event.id === step.id);
        if (times > 1 || (step.told === 'done' && times === 0) || (step.told === 'refused' && times > 0))
          wrong.push(`${step.what} ${step.id} was ${step.told} and stands ${times} times`);
      }
      if (state !== 'approved') continue;
      approved.set(person, (approved.get(person) ?? 0) + 1);
      if (as === 'owner' && !names.has(`${name} ${idTail}`)) wrong.push(`${person} is bound to a flat that was sold`);
    }
    for (const { personId } of people) {
      const bindings = await truth.claims.bindingsOf(personId, communityId);
      const count = approved.get(personId) ?? 0;
      if (bindings.length !== count || count > 1)
        wrong.push(`${personId} is bound ${bindings.length} times by ${count} claims`);
    }
    const bound = await truth.claims.bound(communityId, { unit: code });
    const all = [...approved.values()].reduce((sum, times) => sum + times, 0);
    if (bound.length !== all) wrong.push(`${bound.length} are bound to the flat by ${all} claims`);
    for (const { id, told } of sales) {
      const line = await truth.rolls.lineOf(communityId, id);
      if (told !== 'unheard' && (told === 'done') !== (line !== undefined)) wrong.push(`sale ${id} was ${told}`);
    }
    return wrong;
  };

  const at = (person: Person, name: string, plays: (phone: Phone) => Promise<void>) => ({ person, name, plays });
  const parts = [
    ...people.map((person, nth) => at(person, `resident ${nth}`, asks)),
    ...(wang !== undefined && dice.chance(0.5) ? [at(wang, 'second phone of resident 0', asks)] : []),
    at(hall.liu, 'clerk', decides),
    at(hall.he, 'second clerk', decides),
  ];
  return { parts, broken };
};
