import { dutyEditRoutes } from '@suishoupai/shared/duty/edit-routes';
import { dutyRoutes } from '@suishoupai/shared/duty/routes';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { fileRoutes } from '@suishoupai/shared/media/file-routes';
import { consentVersion } from '@suishoupai/shared/people/consent';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { aMediaId, anActionId, inside, lampCode } from '../../../functions/test/builders.ts';
import { makeJourney } from '../../../functions/test/journey.ts';
import { community, type Service } from '../../../functions/test/service.ts';
import { asking, pageful, times, xfl } from './asking.ts';

/** Signing in and out, what somebody is told, who looked, places, the responsibility list, uploads. */
export const peopleStory = async (service: Service): Promise<void> => {
  const ask = asking(service);
  const on = await makeJourney(service);
  const { li, zhang, liu } = on.cast;
  const fresh = await ask(peopleRoutes.signIn, undefined, { body: { code: 'fresh', consentVersion } });
  await ask(peopleRoutes.signIn, undefined, { body: { code: 'fresh' } });
  await ask(peopleRoutes.getMe, li, {});
  await ask(peopleRoutes.getMe, zhang, {});
  await ask(peopleRoutes.listConsents, li, {});

  await times(pageful, async () => on.accepted());
  const { items } = await ask(peopleRoutes.listNotices, li, { query: {} });
  const [newest] = items;
  if (newest === undefined) throw new Error('nobody was told anything');
  await ask(peopleRoutes.readNotices, li, { body: { upTo: newest.id } });
  await ask(peopleRoutes.addSubscriptions, li, { body: { id: anActionId(), accepted: ['ticketProgress'] } });
  await ask(peopleRoutes.getSubscriptions, li, {});
  await ask(peopleRoutes.listAccessLog, li, { query: {} });
  await ask(peopleRoutes.setAway, zhang, { body: { id: anActionId(), until: '2026-11-17T02:00:00.000Z' } });
  await ask(peopleRoutes.listColleagues, zhang, { query: { scope: 'xfl', desk: 'dep_wuye' } });

  await ask(placesRoutes.locate, undefined, { query: { ...inside } });
  await ask(placesRoutes.getCommunity, undefined, { params: xfl });
  await ask(placesRoutes.listCommunities, undefined, {});
  const duty = await ask(dutyRoutes.getDuty, undefined, { params: xfl });
  await ask(dutyRoutes.listDutyVersions, undefined, { params: xfl, query: {} });
  const he = await service.signIn('he', community);
  await ask(dutyEditRoutes.changeDuty, he, {
    params: xfl,
    body: {
      id: anActionId(),
      base: duty.inForce?.version ?? 0,
      changes: [{ categoryCode: lampCode, line: null }],
      reason: '不再负责',
    },
  });

  const photo = aMediaId();
  await ask(mediaRoutes.createUpload, li, { body: { id: photo, contentType: 'image/jpeg', size: 1000 } });
  await ask(mediaRoutes.getUpload, li, { params: { mediaId: photo } });
  const file = aMediaId();
  await ask(fileRoutes.createFileUpload, liu, { body: { id: file, kind: 'pdf', size: 1000 } });
  await ask(fileRoutes.getFileUpload, liu, { params: { mediaId: file } });
  await ask(peopleRoutes.withdrawConsent, fresh, { body: { id: anActionId() } });
};
