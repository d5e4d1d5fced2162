import { AppError } from '@suishoupai/shared/contract/errors';
import type { CertificateId, CommunityId } from '@suishoupai/shared/ids';
import { communityOf } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Certificate, ShownCertificate } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { hiddenName } from '@suishoupai/shared/volunteering/rules';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';
import { type CertificateRecord, type HoursLine, type Participation, standingHours } from './record.ts';
import type { VolunteerStore } from './volunteer-store.ts';

type Deps = {
  volunteers: VolunteerStore;
  places: Pick<PlacesService, 'getCommunity'>;
  /** The last characters of a fresh id: 60 bits of chance, in an alphabet without look-alikes. */
  newTail: () => string;
};

const codeLength = 12;

type Counted = { participation: Participation; hours: HoursLine };
const countedOf = (participations: readonly Participation[]): Counted[] =>
  participations
    .flatMap((participation) => {
      const hours = standingHours(participation);
      return hours === undefined || hours.minutes === 0 ? [] : [{ participation, hours }];
    })
    .toSorted((a, b) => (a.hours.servedAt < b.hours.servedAt ? -1 : 1))
    .slice(-volunteeringLimits.certificateLines);

/** Certificates say what is confirmed at that moment, and nothing else; they cost nothing. */
export const makeCertificates = ({ volunteers, places, newTail }: Deps) => ({
  issue: async (viewer: Viewer, communityId: CommunityId, id: CertificateId, now: Date): Promise<Certificate> => {
    const key = { communityId, personId: viewer.personId };
    const known = await volunteers.findCertificate(key, id);
    if (known !== undefined) return known;
    if (communityOf(id) !== communityId) throw new AppError('certificate.notFound');
    const [profile, participations, { name: community }] = await Promise.all([
      volunteers.findProfile(key),
      volunteers.participationsOf(key),
      places.getCommunity(communityId, now),
    ]);
    if (profile === undefined) throw new AppError('volunteer.profileNeeded');
    const counted = countedOf(participations);
    const [first, last] = [counted.at(0), counted.at(-1)];
    if (first === undefined || last === undefined) throw new AppError('certificate.nothing');
    return volunteers.keepCertificate({
      ...{ id, ...key, community },
      code: newTail().slice(-codeLength),
      issuedAt: now.toISOString(),
      name: profile.name,
      minutes: counted.reduce((sum, { hours }) => sum + hours.minutes, 0),
      from: chinaDay(first.hours.servedAt),
      until: chinaDay(last.hours.servedAt),
      services: counted.map(({ hours: { title, minutes, servedAt } }) => ({
        ...{ title, minutes },
        day: chinaDay(servedAt),
      })),
      counted: counted.map(({ participation, hours }) => ({
        activityId: participation.activityId,
        hoursId: hours.id,
      })),
    });
  },

  list: async (viewer: Viewer, communityId: CommunityId) => ({
    items: await volunteers.certificatesOf({ communityId, personId: viewer.personId }),
  }),

  verify: async (code: string): Promise<ShownCertificate> => {
    const certificate = await volunteers.certificateByCode(code);
    if (certificate === undefined) throw new AppError('certificate.notFound');
    return { ...certificate, name: hiddenName(certificate.name) };
  },
});

/** Revokes a certificate if any of the hours in it no longer stand. */
export const makeRevoke =
  ({ volunteers }: { volunteers: Pick<VolunteerStore, 'participationsOf' | 'revoke'> }) =>
  async (certificate: CertificateRecord): Promise<void> => {
    const participations = await volunteers.participationsOf(certificate);
    const lines = participations.flatMap(({ hours }) => hours);
    const undone = certificate.counted
      .map(({ hoursId }) => lines.find(({ id }) => id === hoursId)?.undone)
      .find((each) => each !== undefined);
    if (undone !== undefined) await volunteers.revoke(certificate, undone.at);
  };
