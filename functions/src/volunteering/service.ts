import type { TurnStore } from '../people/turn-store.ts';
import type { PlacesService } from '../places/service.ts';
import type { ActivityStore } from './activity-store.ts';
import { makeCertificates } from './certificates.ts';
import { makeHours } from './hours.ts';
import type { NoteLook } from './looks.ts';
import { makeMaking } from './making.ts';
import { makePlacing } from './placing.ts';
import { makePresence } from './presence.ts';
import { makeReading } from './reading.ts';
import { makeRegistering } from './registering.ts';
import { makeStanding } from './standing.ts';
import { makeActivityView } from './view.ts';
import type { VolunteerStore } from './volunteer-store.ts';

type Deps = {
  activities: ActivityStore;
  volunteers: VolunteerStore;
  turns: TurnStore;
  places: Pick<PlacesService, 'getCommunity'>;
  noteLooks: NoteLook;
  randomBytes: (count: number) => Uint8Array;
  newTail: () => string;
};

/** Volunteering: activities, places, presence, hours, records. */
export const makeVolunteeringService = (given: Deps) => {
  const standing = makeStanding(given);
  const deps = { ...given, standing };
  return {
    standing,
    view: makeActivityView(deps),
    making: makeMaking(deps),
    placing: makePlacing(deps),
    presence: makePresence(deps),
    hours: makeHours(deps),
    reading: makeReading(deps),
    registering: makeRegistering(deps),
    certificates: makeCertificates(deps),
  };
};

export type VolunteeringService = ReturnType<typeof makeVolunteeringService>;
