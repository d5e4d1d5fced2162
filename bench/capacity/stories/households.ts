import { householdRoutes } from '@suishoupai/shared/households/contract';
import { representativeRoutes } from '@suishoupai/shared/households/representatives';
import { householdDoors, rollOf, units, zhao } from '../../../functions/src/households/households.doors.ts';
import { anActionId } from '../../../functions/test/builders.ts';
import type { Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

/** The roll, who is bound to it, a sale, and the residents' representatives. */
export const householdsStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const at = await householdDoors(service);
  const { staff, resident } = at;
  const good = <B>({ status, body, error }: { status: number; body: B; error: object }): B => {
    if (status !== 200) throw new Error(JSON.stringify(error));
    return body;
  };
  good(await at.preview(rollOf(units)));
  good(await at.importing(rollOf(units)));
  good(await at.getRoll());
  await ask(householdRoutes.listUnits, staff, { params: xfl, query: { building: '3' } });

  const first = good(await at.ask());
  good(await at.withdraw(first.id));
  const owner = good(await at.ask());
  await times(pageful, async (index) => {
    const person = await service.signIn(`asking${index}`);
    good(await at.ask({ as: 'member', name: `居民${index}`, room: '503' }, person));
  });
  good(await at.waiting());
  good(await at.decide(owner.id, 'approve'));
  const neighbour = await service.signIn('neighbour');
  const member = good(await at.ask({ as: 'member', name: '孙建军', room: '502' }, neighbour));
  good(await at.decide(member.id, 'approve'));
  await at.mine();

  await ask(representativeRoutes.listCandidates, staff, { params: xfl, query: { building: '3' } });
  const id = anActionId();
  await ask(representativeRoutes.addRepresentative, staff, {
    params: xfl,
    body: { id, claimId: member.id, until: '2027-12-31' },
  });
  await ask(representativeRoutes.listRepresentatives, staff, { params: xfl });
  await ask(representativeRoutes.countRepresentatives, undefined, { params: xfl });
  await ask(representativeRoutes.removeRepresentative, staff, {
    params: { ...xfl, representativeId: id },
    body: { id: anActionId(), reason: '搬走了' },
  });
  good(await at.transfer('3-1-501', [zhao]));
  await at.mine(resident);
};
