import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { makeCrew } from '../../../functions/src/volunteering/volunteering.builder.ts';
import { anActionId } from '../../../functions/test/builders.ts';
import type { Person, Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

const inXfl = { params: xfl };

/** An activity from its plan to confirmed hours, and the record that comes of it. */
export const volunteeringStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const crew = await makeCrew(service);
  const { liu, li, wang, zhao, sun } = crew.cast;
  const good = <B>({ status, body, error }: { status: number; body: B; error: object }): B => {
    if (status !== 200) throw new Error(JSON.stringify(error));
    return body;
  };
  const people: Person[] = [];
  await times(pageful, async (index) => {
    const person = await service.signIn(`volunteer-${index}`);
    people.push(person);
    good(await crew.register(person, `志愿者${index}`));
  });
  const activity = await crew.published({ places: 20, waitingPlaces: 10 });
  for (const person of people) good(await crew.signUp(activity.id, person));
  await times(pageful, () => crew.published());
  const later = good(await crew.make());
  const changed = good(await crew.change(later, { title: '周日清洁楼道' }));
  good(await crew.step(good(await crew.step(changed, 'publish')), 'callOff'));
  await crew.get(activity.id);
  await crew.get(activity.id, people[0]);
  await ask(volunteeringRoutes.listActivities, undefined, { ...inXfl, query: {} });
  await ask(volunteeringStaffRoutes.listStaffActivities, liu, { ...inXfl, query: { when: 'coming' } });
  const left = await crew.published();
  const mine = anActionId();
  good(await crew.signUp(left.id, sun, mine));
  good(await crew.withdraw(left.id, sun, anActionId()));

  const finished = await crew.finished([li, wang]);
  good(await crew.note(finished.id, li, 'out', finished.endsAt));
  await crew.people(finished.id);
  good(await crew.confirm(finished.id, li));
  good(await crew.confirm(finished.id, wang));
  good(await crew.undo(finished.id, wang));
  await ask(volunteeringStaffRoutes.listFlagged, liu, { ...inXfl, query: {} });
  await ask(volunteeringStaffRoutes.listVolunteers, liu, { ...inXfl, query: {} });
  const volunteer = { params: { ...xfl, personId: li.personId } };
  await ask(volunteeringStaffRoutes.addLearnt, liu, {
    ...volunteer,
    body: { id: anActionId(), kind: 'training', title: '急救培训', day: '2026-11-10' },
  });
  await ask(volunteeringStaffRoutes.getRecordOf, liu, volunteer);
  await ask(volunteeringStaffRoutes.exportRecordOf, liu, volunteer);

  await ask(volunteeringRoutes.getVolunteerProfile, zhao, inXfl);
  await ask(volunteeringRoutes.listMyActivities, li, { ...inXfl, query: {} });
  await ask(volunteeringRoutes.getVolunteerRecord, li, inXfl);
  await ask(volunteeringRoutes.exportVolunteerRecord, li, inXfl);
  const certificate = good(await crew.certify(li));
  await ask(volunteeringRoutes.listCertificates, li, inXfl);
  good(await crew.verify(certificate.code));
  await ask(volunteeringRoutes.exportCertificate, li, { params: { ...xfl, certificateId: certificate.id } });
};
